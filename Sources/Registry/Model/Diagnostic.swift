/// Something that could not be read or understood, told to people (`bad-input.md`).
package struct Diagnostic: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: String, Comparable, Sendable {
    case note, warning, error

    package static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

    private var rank: Int {
      switch self {
      case .note: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The stable code, such as `T001`.
  package let code: String
  package let severity: Severity
  package let place: DiagnosticPlace

  /// What is wrong.
  package let problem: String

  /// What Vitrine did about it.
  package let consequence: String

  /// What a person can do about it.
  package let help: String

  /// Makes a diagnostic.
  package init(
    _ code: String, _ severity: Severity, at place: DiagnosticPlace, problem: String,
    consequence: String, help: String
  ) {
    self.code = code
    self.severity = severity
    self.place = place
    self.problem = problem
    self.consequence = consequence
    self.help = help
  }

  /// The same with another weight.
  package func weighing(_ severity: Severity) -> Diagnostic {
    Diagnostic(
      code, severity, at: place, problem: problem, consequence: consequence, help: help)
  }
}

/// Where a diagnostic belongs: as much of it as is known.
package struct DiagnosticPlace: Hashable, Sendable {
  package var repository: String
  package var tag: String?
  package var artifact: String?
  package var version: String?

  /// The commit's full id.
  package var commit: String?

  /// A file relative to the repository's root.
  package var file: String?
  package var line: Int?
  package var column: Int?

  /// Makes a place.
  package init(
    repository: String, tag: String? = nil, artifact: String? = nil, version: String? = nil,
    commit: String? = nil, file: String? = nil, line: Int? = nil, column: Int? = nil
  ) {
    self.repository = repository
    self.tag = tag
    self.artifact = artifact
    self.version = version
    self.commit = commit
    self.file = file
    self.line = line
    self.column = column
  }
}

extension DiagnosticPlace: CustomStringConvertible {
  /// `churn @ v1.2.0 (a1b2c3d): eval/metrics.json:14:3`.
  package var description: String {
    var text = repository
    if let artifact { text += "/\(artifact)" }
    if let version { text += " @ \(version)" }
    if let tag { text += " tag \(tag)" }
    if let commit { text += " (\(commit.prefix(7)))" }
    if let position {
      text += ": \(position)"
    } else if let line {
      // A line of the configuration, which stands in the place of a repository.
      text += ":\(line)" + (column.map { ":\($0)" } ?? "")
    }
    return text
  }

  /// The file with line and column, `eval/metrics.json:14:3`; nothing for what is about no file.
  package var position: String? {
    guard var text = file else { return nil }
    if let line { text += ":\(line)" }
    if let line, line > 0, let column { text += ":\(column)" }
    return text
  }
}
