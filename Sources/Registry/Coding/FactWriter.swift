import Cards
import Formats

/// Puts facts one after the other into bytes; a text or an event that was written before is a number.
struct FactWriter {
  var coded = CodedWriter()

  /// The places of the spool that the facts refer to, in the order in which they are met: the facts
  /// hold their numbers only.
  private(set) var places: [Spool.Place] = []

  private var texts: [String: Int] = [:]
  private var events: [RegistryEvent: Int] = [:]
  private var placeNumbers: [Spool.Place: Int] = [:]

  init() {}

  var bytes: [UInt8] { coded.bytes }

  /// Writes a value.
  mutating func put(_ value: some FactCoded) { value.write(to: &self) }

  /// Writes a byte that tells cases apart.
  mutating func put(tag: UInt8) { coded.write(byte: tag) }

  mutating func put(text: String) {
    if let number = texts[text] { return coded.write(number) }
    texts[text] = texts.count + 1
    coded.write(0)
    coded.write(text)
  }

  /// Whether an event still has to be written, after the number that stands for it.
  mutating func begin(_ event: RegistryEvent) -> Bool {
    if let number = events[event] {
      coded.write(number)
      return false
    }
    events[event] = events.count + 1
    coded.write(0)
    return true
  }

  mutating func put(place: Spool.Place) {
    let number = placeNumbers[place] ?? places.count
    if number == places.count {
      placeNumbers[place] = number
      places.append(place)
    }
    coded.write(number)
  }
}
