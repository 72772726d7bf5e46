/// Something in the records of one commit that could not be read or understood (`bad-input.md`).
package struct RecordProblem: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Hashable, Sendable { case note, warning, error }

  package let code: String
  package let severity: Severity

  /// Relative to the repository's root.
  package let file: String
  package let line: Int?
  package let column: Int?
  package let problem: String

  /// What is shown without it.
  package let consequence: String
  package let help: String

  /// Makes a problem.
  package init(
    _ code: String, _ severity: Severity, file: String, line: Int? = nil, column: Int? = nil,
    problem: String, consequence: String, help: String
  ) {
    self.code = code
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.problem = problem
    self.consequence = consequence
    self.help = help
  }
}
