import Formats

/// A text of a card's metadata: without blanks around it and not longer than can be shown.
struct CardWord {
  let text: String
  let isShortened: Bool

  /// Takes a text; nothing for blanks.
  init?(_ written: String, limit: Int = CardLimits.text) {
    let trimmed = Self.trimmed(written)
    guard !trimmed.isEmpty else { return nil }
    let end = trimmed.index(trimmed.startIndex, offsetBy: limit, limitedBy: trimmed.endIndex)
    isShortened = end.map { $0 < trimmed.endIndex } ?? false
    text = String(trimmed.prefix(limit)) + (isShortened ? "…" : "")
  }

  /// Takes the text of a scalar: numbers and dates as they were written, since `2024` and `1.10` are
  /// good names of tags; nothing for blanks, lists and maps.
  init?(_ value: DataValue) {
    switch value {
    case .string(let text), .date(let text): self.init(text)
    case .number(let number): self.init(number.text)
    case .bool(let flag): self.init(flag ? "true" : "false")
    case .null, .list, .map: return nil
    }
  }

  private static func trimmed(_ text: String) -> Substring.UnicodeScalarView {
    let scalars = text.unicodeScalars[...]
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.endIndex
    let end = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:))
    return scalars[start..<(end ?? start)]
  }
}
