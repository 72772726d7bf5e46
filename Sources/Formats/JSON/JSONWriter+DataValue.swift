extension JSONWriter {
  /// Adds a member that holds a value of a record file.
  package mutating func member(_ key: String, _ value: DataValue) {
    member(key) { $0.value(value) }
  }

  /// Writes a value of a record file: numbers by their own digits, null for those that JSON has no
  /// number for or that no computer can calculate with, dates as text.
  package mutating func value(_ value: DataValue) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let number): if number.isFinite { self.number(number.text) } else { null() }
    case .string(let text), .date(let text): string(text)
    case .list(let items): array(items) { $0.value($1) }
    case .map(let members):
      object { json in for member in members { json.member(member.key, member.value) } }
    }
  }
}
