import Formats

/// The problems of one project, each place and problem once.
struct ProblemLog {
  /// How many are kept; what follows is only counted.
  private static let limit = 1_000

  private var problems: [RecordProblem] = []
  private var seen: Set<Place> = []
  private var further = 0

  private struct Place: Hashable {
    let file: String
    let line: Int?
    let column: Int?
    let problem: String
  }

  /// All of them; the last one says how many more there were.
  var all: [RecordProblem] {
    guard further > 0, let last = problems.last else { return problems }
    return problems + [
      RecordProblem(
        "P012", .warning, file: last.file,
        problem: "\(further) further problems in the pipelines of this commit are not listed",
        consequence: "what they speak of is missing, too", help: "mend the problems listed first")
    ]
  }

  /// Adds a problem unless it was met before.
  mutating func add(_ problem: RecordProblem) {
    let place = Place(
      file: problem.file, line: problem.line, column: problem.column, problem: problem.problem)
    guard seen.insert(place).inserted else { return }
    if problems.count < Self.limit { problems.append(problem) } else { further += 1 }
  }

  /// Adds what a file's reader noted.
  mutating func add(_ errors: [FormatError], file: String, subject: String) {
    for error in errors {
      let isUnknownKey = error.code == "Y013"
      let isPart = isUnknownKey || error.code == "Y012" || error.code == "P006"
      add(
        RecordProblem(
          error.code, isUnknownKey ? .warning : .error, file: file, line: error.line,
          column: error.column, problem: error.problem,
          consequence: isUnknownKey
            ? "it is ignored"
            : isPart ? "what stands there is left out" : "\(subject) of this file are missing",
          help: error.help ?? "correct \(file); `dvc status` reads it, too"))
    }
  }

  /// Adds a problem with a text of a file.
  mutating func add(
    _ code: String, _ severity: RecordProblem.Severity = .warning, file: String,
    at place: PlacedText?,
    _ problem: String, consequence: String, help: String
  ) {
    add(
      RecordProblem(
        code, severity, file: file, line: place?.line, column: place?.column, problem: problem,
        consequence: consequence, help: help))
  }
}
