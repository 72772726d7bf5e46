import Cards
import Formats

/// Takes the bytes of `FactWriter` apart.
struct FactReader {
  var coded: CodedReader

  /// The places of the spool by the numbers that the facts hold.
  private let places: [Spool.Place]

  private var texts: [String] = []
  private var events: [RegistryEvent] = []
  private var depth = 0

  /// Values nested deeper than this were never written: no reader of files goes so deep.
  private static let depthLimit = 600

  init(_ bytes: some Collection<UInt8>, places: [Spool.Place] = []) {
    coded = CodedReader(bytes)
    self.places = places
  }

  /// Reads a value.
  mutating func take<Value: FactCoded>() throws(FactError) -> Value { try Value(from: &self) }

  /// Throws where there is nothing.
  func require<Value>(_ value: Value?) throws(FactError) -> Value {
    guard let value else { throw FactError() }
    return value
  }

  mutating func byte() throws(FactError) -> UInt8 { try require(coded.byte()) }

  /// Reads the number of things of which each takes a byte at least.
  mutating func count() throws(FactError) -> Int { try require(coded.count()) }

  mutating func text() throws(FactError) -> String {
    let number = try require(coded.number())
    if number != 0 {
      guard texts.indices.contains(number - 1) else { throw FactError() }
      return texts[number - 1]
    }
    let text = try require(coded.text())
    texts.append(text)
    return text
  }

  /// Reads an event, which is new or was read before.
  mutating func event(
    _ read: (inout FactReader) throws(FactError) -> RegistryEvent
  ) throws(FactError) -> RegistryEvent {
    let number = try require(coded.number())
    if number != 0 {
      guard events.indices.contains(number - 1) else { throw FactError() }
      return events[number - 1]
    }
    let event = try read(&self)
    events.append(event)
    return event
  }

  mutating func place() throws(FactError) -> Spool.Place {
    let number = try require(coded.number())
    guard places.indices.contains(number) else { throw FactError() }
    return places[number]
  }

  /// Reads what may hold things of its own kind, but not for ever.
  mutating func nested<Value>(
    _ read: (inout FactReader) throws(FactError) -> Value
  ) throws(FactError) -> Value {
    guard depth < Self.depthLimit else { throw FactError() }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  /// Throws where bytes are left over.
  func finish() throws(FactError) {
    guard coded.isAtEnd else { throw FactError() }
  }
}
