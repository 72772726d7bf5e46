/// A text as it goes to libcmark, and by lines.
struct SourceText {
  /// Without a byte-order mark, in valid UTF-8, without U+0000, and with its escaped tildes
  /// replaced.
  let lines: SourceLines

  /// What stands for escaped tildes; nothing if there are none.
  let escape: TildeEscape?

  /// Whether there is a tilde that is not escaped.
  let mayHaveTildes: Bool

  /// Whether something may be an address.
  let mayHaveAddresses: Bool

  /// Prepares a text.
  init(_ text: [UInt8]) {
    var text = Self.repaired(text)
    escape = TildeEscape.apply(to: &text)
    lines = SourceLines(text)
    mayHaveTildes = text.contains(UInt8(ascii: "~"))
    mayHaveAddresses = Autolink.mayBe(in: text)
  }

  /// A text in valid UTF-8 without a byte-order mark and without U+0000, which becomes U+FFFD as
  /// CommonMark wants.
  static func repaired(_ text: [UInt8]) -> [UInt8] {
    var text = text
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    if (try? UTF8Span(validating: text.span)) == nil {
      text = Array(String(decoding: text, as: UTF8.self).utf8)
    }
    guard text.contains(0) else { return text }
    return text.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
  }
}
