/// Why a configuration is refused: the place, the problem, and the line itself.
struct ConfigurationError: Error, CustomStringConvertible {
  let file: String
  let line: Int
  let column: Int
  let code: String
  let problem: String
  let help: String?

  /// The text of that line.
  let source: String

  var description: String {
    let caret = String(repeating: " ", count: max(column - 1, 0)) + "^"
    let number = String(line)
    let margin = String(repeating: " ", count: number.count)
    var text = """
      \(TerminalText.safe(problem)) [\(code)]
       --> \(TerminalText.safe(file)):\(line):\(column)
      \(margin) |
      \(number) | \(TerminalText.safe(source))
      \(margin) | \(caret)
      \(margin) = note: nothing was built
      """
    if let help { text += "\n\(margin) = help: \(TerminalText.safe(help))" }
    return text
  }
}
