/// A value of a record file (metrics, params), whatever format it was written in (`records.md` §4).
///
/// The order of keys and the digits of numbers are kept.
package enum DataValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(DataNumber)
  case string(String)

  /// A date or a time as it was written; YAML and TOML have them, JSON does not.
  case date(String)
  case list([DataValue])

  /// Members in the source's order, each key once.
  case map([DataMember])
}

/// A key and its value.
package struct DataMember: Hashable, Sendable {
  package let key: String
  package let value: DataValue

  /// Pairs a key with a value.
  package init(_ key: String, _ value: DataValue) {
    self.key = key
    self.value = value
  }
}

extension DataValue {
  /// The members of a map; nothing for another value.
  package var members: [DataMember]? {
    guard case .map(let members) = self else { return nil }
    return members
  }

  /// The items of a list; nothing for another value.
  package var items: [DataValue]? {
    guard case .list(let items) = self else { return nil }
    return items
  }

  /// The number; nothing for another value.
  package var number: DataNumber? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The value of the member with that key.
  package subscript(key: String) -> DataValue? {
    members?.first { $0.key == key }?.value
  }
}
