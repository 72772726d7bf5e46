import Formats

/// A value that facts are made of, as bytes.
///
/// What `write` writes, `init` reads back; each value has one form only, so that equal facts are equal
/// bytes.
protocol FactCoded {
  /// Writes the value.
  func write(to facts: inout FactWriter)

  /// Reads what `write` wrote, and throws where the bytes are not such.
  init(from facts: inout FactReader) throws(FactError)
}

/// Bytes that are not facts as this program writes them.
package struct FactError: Error, Hashable, Sendable {}

extension Int: FactCoded {
  func write(to facts: inout FactWriter) { facts.coded.write(self) }

  init(from facts: inout FactReader) throws(FactError) {
    self = try facts.require(facts.coded.number())
  }
}

extension Int64: FactCoded {
  func write(to facts: inout FactWriter) { facts.put(Int(self)) }

  init(from facts: inout FactReader) throws(FactError) { self = Int64(try facts.take() as Int) }
}

extension Bool: FactCoded {
  func write(to facts: inout FactWriter) { facts.coded.write(byte: self ? 1 : 0) }

  init(from facts: inout FactReader) throws(FactError) {
    switch try facts.byte() {
    case 0: self = false
    case 1: self = true
    default: throw FactError()
    }
  }
}

extension String: FactCoded {
  func write(to facts: inout FactWriter) { facts.put(text: self) }

  init(from facts: inout FactReader) throws(FactError) { self = try facts.text() }
}

extension Optional: FactCoded where Wrapped: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(self != nil)
    if let value = self { facts.put(value) }
  }

  init(from facts: inout FactReader) throws(FactError) {
    self = try facts.take() ? .some(try facts.take()) : nil
  }
}

extension Array: FactCoded where Element: FactCoded {
  func write(to facts: inout FactWriter) {
    facts.put(count)
    for element in self { facts.put(element) }
  }

  init(from facts: inout FactReader) throws(FactError) {
    let count = try facts.count()
    self = []
    // A count may be a lie, and an element is larger than the byte that stands for it.
    reserveCapacity(Swift.min(count, 1_024))
    for _ in 0..<count { append(try facts.take()) }
  }
}

extension Dictionary: FactCoded where Key == String, Value: FactCoded {
  func write(to facts: inout FactWriter) {
    let members = sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    facts.put(members.count)
    for (key, value) in members {
      facts.put(key)
      facts.put(value)
    }
  }

  init(from facts: inout FactReader) throws(FactError) {
    self = [:]
    var last: String?
    for _ in 0..<(try facts.count()) {
      let key: String = try facts.take()
      if let last, !last.utf8.lexicographicallyPrecedes(key.utf8) { throw FactError() }
      let value: Value = try facts.take()
      self[key] = value
      last = key
    }
  }
}

/// A choice among words, written as its word.
extension FactCoded where Self: RawRepresentable, RawValue == String {
  func write(to facts: inout FactWriter) { facts.put(rawValue) }

  init(from facts: inout FactReader) throws(FactError) {
    self = try facts.require(Self(rawValue: try facts.take()))
  }
}
