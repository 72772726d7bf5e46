import Formats
import GitStore
import Records

extension RecordProblem {
  /// A part of a file that could not be understood.
  ///
  /// - Parameter isRead: whether the rest of the file was.
  static func format(
    _ error: FormatError, file: String, isRead: Bool = false
  ) -> RecordProblem {
    let isMinor = ["P009", "P011", "P012", "Y009", "Y013", "J008"].contains(error.code)
    return RecordProblem(
      error.code, isMinor ? .warning : .error, file: file, line: error.line, column: error.column,
      problem: error.problem,
      consequence: isMinor
        ? "it is passed over"
        : isRead ? "the rest of the file is used" : "the version is shown without it",
      help: error.help ?? "mend the file; the next version will then be complete")
  }

  /// A file whose contents were not read.
  static func unread(_ problem: BlobProblem, file: String) -> RecordProblem {
    switch problem {
    case .missing:
      RecordProblem(
        "G006", .error, file: file, problem: "the file's contents are not in this clone",
        consequence: "the version is shown without it",
        help: "clone without --filter, or run git fsck")
    case .tooLarge(let size, let limit):
      RecordProblem(
        "P008", .warning, file: file,
        problem: "the file has \(size) bytes, and \(limit) are read at most",
        consequence: "the version is shown without it",
        help: "keep records in small files, or raise limits: file_size in vitrine.yaml")
    }
  }

  /// A configured pattern that stands for more than is looked at.
  static func cutPattern(_ pattern: String) -> RecordProblem {
    RecordProblem(
      "J011", .warning, file: pattern,
      problem: "the pattern leads to more files or folders than are looked at",
      consequence: "some files are left out",
      help: "let the pattern in vitrine.yaml begin with the folder that the files lie in")
  }

  /// A file that Git LFS keeps elsewhere.
  static func pointer(_ pointer: LFSPointer, file: String) -> RecordProblem {
    RecordProblem(
      "P004", .warning, file: file,
      problem: "its contents are in Git LFS, not in Git (sha256 \(pointer.hash.value), "
        + "\(pointer.size) bytes)",
      consequence: "the version is shown without it",
      help: "keep small files of metrics and params in Git itself: git lfs untrack")
  }

  /// An entry that has the name of a file of records and is none.
  static func notAFile(_ file: FoundFile) -> RecordProblem {
    notAFile(file.entry, path: file.path)
  }

  /// An entry that should be a file and is none.
  static func notAFile(_ entry: TreeEntry, path: String) -> RecordProblem {
    let kind =
      switch entry.mode {
      case .symbolicLink: "a symbolic link, which is not followed"
      case .submodule: "a submodule"
      case .folder: "a folder"
      case .file, .executable, .other: "not a file"
      }
    return RecordProblem(
      entry.mode == .symbolicLink ? "P002" : "P003", .warning, file: path, problem: "it is \(kind)",
      consequence: "the version is shown without it", help: "commit the file itself")
  }

  /// Rules of `.dvcignore` files that are not followed any more.
  static func tooManyRules(file: String) -> RecordProblem {
    RecordProblem(
      "J011", .warning, file: file,
      problem: "there are more rules in .dvcignore files than can be followed",
      consequence: "files that they exclude may be read, too",
      help: "name folders in place of single files, with fewer stars")
  }

  /// The problem as a diagnostic of a version, or of a commit without one.
  func diagnostic(at place: DiagnosticPlace) -> Diagnostic {
    var place = place
    place.file = file
    place.line = line
    place.column = column
    let severity: Diagnostic.Severity =
      switch self.severity {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    return Diagnostic(
      code, severity, at: place, problem: problem, consequence: consequence, help: help)
  }
}
