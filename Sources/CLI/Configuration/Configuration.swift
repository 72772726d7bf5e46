import Registry
import Site
import Theme

/// What `vitrine.yaml` decides (`cli.md`, configuration).
struct Configuration: Sendable {
  var settings = SiteSettings()
  var repositories: [RepositorySource] = []

  /// Folders whose files replace the built-in ones of the same name.
  var templates: String?
  var assets: String?

  /// The name that is looked for where none is given.
  static let fileName = "vitrine.yaml"
}

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
