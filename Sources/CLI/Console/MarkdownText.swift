/// Makes other people's text fit to stand in Markdown.
enum MarkdownText {
  private static let marks: Set<Character> = [
    "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", "!", "|", "~",
    "&", "$", "@", ":",
  ]

  /// The text on one line with every mark of Markdown taken literally.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in TerminalText.safe(text) {
      if marks.contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  /// The text as code.
  static func code(_ text: String) -> String {
    let shown = TerminalText.safe(text)
    return shown.contains("`") ? escaped(text) : "`\(shown)`"
  }

  /// The text of a table's cell, cut where it is long.
  static func cell(_ text: String) -> String {
    let limit = 400
    return escaped(text.count > limit ? "\(text.prefix(limit))…" : text)
  }
}
