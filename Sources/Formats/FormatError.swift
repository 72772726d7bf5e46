/// A file that cannot be read, with the place in it (`bad-input.md`, groups Y, J and E).
package struct FormatError: Error, Equatable, Sendable {
  /// The stable code of the problem, such as `Y002`.
  package let code: String

  /// Lines and columns are counted from 1; columns in characters, in bytes where the text is not
  /// UTF-8.
  package let line: Int
  package let column: Int
  package let problem: String

  /// What to do about it, where that is known.
  package let help: String?

  /// Makes an error at a place.
  package init(code: String, line: Int, column: Int, problem: String, help: String? = nil) {
    self.code = code
    self.line = line
    self.column = column
    self.problem = problem
    self.help = help
  }
}

extension FormatError: CustomStringConvertible {
  package var description: String { "\(line):\(column): \(problem) [\(code)]" }
}
