import Formats
import GitStore
import Records

/// What was logged at one commit, for all models of the repository.
struct CommitRecords: Sendable {
  let projects: [CommitProject]

  /// In the order in which the pipelines name them.
  let files: [LoggedFile]
  let problems: [LoggedProblem]

  /// The configured patterns that fit no file of the commit.
  let unmetPatterns: [String]
}

/// A file of metrics or params at a commit.
struct LoggedFile: Sendable {
  let kind: UnavailableRecord.Kind
  let path: String
  let pipeline: String?
  var stages: [String]

  /// The folder of the DVC project that it belongs to; nothing for one outside all projects.
  let project: String?
  let contents: Contents

  enum Contents: Sendable {
    case value(DataValue)
    case unavailable(reason: String, hash: ContentHash?, size: Int?, help: String)
  }
}

/// A problem and the project that it is one of; nothing for what belongs to none.
struct LoggedProblem: Hashable, Sendable {
  let project: String?
  let problem: RecordProblem
}
