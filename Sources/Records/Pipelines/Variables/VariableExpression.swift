/// What stands inside `${…}`: the way to a value (`records.md` §3).
struct VariableExpression: Hashable, Sendable {
  /// Names of members and numbers of items: `a[0].b` is `a`, `0`, `b`.
  let parts: [String]

  /// As written, for messages.
  let text: String

  /// Reads `word(.word | [word])*`, where a word is anything without dots and brackets; nothing for
  /// what is no such expression.
  init?(_ text: Substring) {
    var rest = text.unicodeScalars
    var parts: [String] = []
    guard let first = Self.word(&rest) else { return nil }
    parts.append(first)
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      guard let mark = rest.popFirst() else { break }
      guard mark == "." || mark == "[", let word = Self.word(&rest) else { return nil }
      if mark == "[", rest.popFirst() != "]" { return nil }
      parts.append(word)
    }
    self.parts = parts
    self.text = String(text)
  }

  private static func word(_ rest: inout Substring.UnicodeScalarView) -> String? {
    let word = rest.prefix { $0 != "." && $0 != "[" && $0 != "]" }
    guard !word.isEmpty else { return nil }
    rest = rest[word.endIndex...]
    let isBlank: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
    let start = word.drop(while: isBlank)
    guard let last = start.lastIndex(where: { !isBlank($0) }) else { return "" }
    return String(start[...last])
  }
}
