import Formats

extension DataValue {
  /// The value as a result's value: a number, a text that is not too long, or a map of a few such;
  /// nothing for anything else.
  var resultValue: DataValue? {
    guard let members else { return resultScalar }
    let kept = members.prefix(CardLimits.valueMembers).compactMap { member -> DataMember? in
      guard let key = CardWord(member.key), let value = member.value.resultScalar else {
        return nil
      }
      return DataMember(key.text, value)
    }
    return kept.isEmpty ? nil : .map(kept)
  }

  /// Numbers stay what they were written as, and texts that look like numbers stay texts.
  private var resultScalar: DataValue? {
    switch self {
    case .number: self
    case .string, .date: CardWord(self).map { .string($0.text) }
    case .null, .bool, .list, .map: nil
    }
  }

  /// The text of a scalar as a part of a result; nothing for blanks, lists and maps.
  var resultText: String? { CardWord(self)?.text }

  /// An address, whole or not at all.
  var resultAddress: String? {
    guard case .string(let text) = self, text.utf8.count <= CardLimits.address else { return nil }
    return CardWord(text, limit: CardLimits.address)?.text
  }

  /// Whether it is a map or a list without anything, or null.
  var isNothing: Bool {
    switch self {
    case .null: true
    case .list(let items): items.isEmpty
    case .map(let members): members.isEmpty
    case .bool, .number, .string, .date: false
    }
  }
}
