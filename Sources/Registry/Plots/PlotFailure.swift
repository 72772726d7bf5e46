import Formats
import Records

/// Why there is nothing of a file of a plot.
struct PlotFailure: Error, Hashable {
  let code: String

  /// For people; it goes on from the file's name.
  let reason: String
  let help: String
  var line: Int?
  var column: Int?

  /// Whether the file itself is wrong, rather than out of reach.
  var isError = false

  /// As a problem of a version.
  func problem(file: String) -> RecordProblem {
    RecordProblem(
      code, isError ? .error : .warning, file: file, line: line, column: column, problem: reason,
      consequence: "the plot is shown without it", help: help)
  }
}

extension PlotFailure {
  /// A path that nobody knows.
  static let absent = PlotFailure(
    code: "P012", reason: "it is not in Git at this commit, and no dvc.lock knows it",
    help: "commit the file, or run dvc repro and commit dvc.lock")

  /// A file that no plot is made of.
  static let unknownKind = PlotFailure(
    code: "P012", reason: "plots are made of CSV, TSV, JSON, YAML and pictures",
    help: "name a file whose extension says which of them it is")

  /// A blob that is not there.
  static let missing = PlotFailure(
    code: "G006", reason: "its contents are not in this clone",
    help: "clone without --filter, or run git fsck", isError: true)

  static func tooLarge(_ size: Int, limit: Int) -> PlotFailure {
    PlotFailure(
      code: "P008", reason: "it has \(size) bytes, and \(limit) are read at most",
      help: "keep plots in small files, or raise limits: file_size in vitrine.yaml")
  }

  /// Something that lies outside Git and is not to be had.
  static func outside(
    hash: ContentHash?, size: Int?, _ reason: String, help: String
  ) -> PlotFailure {
    let identity = hash.map { ", md5 \($0.value)" } ?? ""
    let bytes = size.map { ", \($0) bytes" } ?? ""
    return PlotFailure(
      code: "P005", reason: "its contents are not in Git\(identity)\(bytes): \(reason)", help: help)
  }

  static func pointer(_ pointer: LFSPointer) -> PlotFailure {
    PlotFailure(
      code: "P004",
      reason: "its contents are in Git LFS, not in Git (sha256 \(pointer.hash.value), "
        + "\(pointer.size) bytes)",
      help: "keep small files of plots in Git itself: git lfs untrack")
  }

  static func unreadable(_ error: FormatError) -> PlotFailure {
    PlotFailure(
      code: error.code, reason: "\(error.problem), line \(error.line)",
      help: error.help ?? "mend the file; the next version will then be complete",
      line: error.line, column: error.column, isError: true)
  }

  static func notAFile(_ problem: RecordProblem) -> PlotFailure {
    PlotFailure(code: problem.code, reason: problem.problem, help: problem.help)
  }
}
