/// A value of any shape, with the order of its keys and the digits of its numbers kept.
package indirect enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as JSON spells it.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// A key and its value.
package struct JSONMember: Equatable, Sendable {
  package let key: String
  package let value: JSONValue

  /// Pairs a key with a value.
  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
