import GitStore
import Formats

extension Annotation {
  /// Takes an entry of a dvc.yaml, whose paths are relative to its own folder.
  init(dvc entry: DvcFile.Entry, folder: String) {
    self.init(
      file: folder.isEmpty ? "dvc.yaml" : "\(folder)/dvc.yaml", type: entry.type,
      writtenPath: entry.path, path: entry.path.flatMap { Self.path($0, in: folder) },
      description: entry.description, labels: entry.labels, custom: entry.meta, isVirtual: false)
  }

  /// Takes an entry of an artifacts.yaml, which stands at the repository's root.
  init(legacy entry: GTOAnnotation, file: String) {
    self.init(
      file: file, type: entry.type, writtenPath: entry.path,
      path: entry.path.flatMap { Self.path($0, in: "") },
      description: entry.description.isEmpty ? nil : entry.description, labels: entry.labels,
      custom: entry.custom == .null ? nil : entry.custom, isVirtual: entry.isVirtual)
  }

  /// The path from the repository's root; URLs and absolute paths as they are; nothing for a path
  /// that leaves the repository.
  static func path(_ written: String, in folder: String) -> String? {
    if written.contains("://") || written.hasPrefix("/") { return written }
    var parts = folder.split(separator: "/")
    for part in written.split(separator: "/") {
      if part == "." { continue }
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}

extension Diagnostic {
  /// A part of an annotation file that could not be understood.
  init(_ error: FormatError, at place: DiagnosticPlace) {
    var place = place
    place.line = error.line
    place.column = error.column
    let isMinor = ["P009", "Y013", "T002"].contains(error.code)
    self.init(
      error.code, isMinor ? .warning : .error, at: place, problem: error.problem,
      consequence: isMinor
        ? "it is passed over" : "the version is shown without this part of its annotation",
      help: error.help ?? "mend the file; the next version will then be complete")
  }

  /// A file whose contents were not read.
  static func unread(_ problem: BlobProblem, at place: DiagnosticPlace) -> Diagnostic {
    switch problem {
    case .missing:
      Diagnostic(
        "G006", .error, at: place, problem: "the file's contents are not in this clone",
        consequence: "the version is shown without its annotation",
        help: "clone without --filter, or run git fsck")
    case .tooLarge(let size, let limit):
      Diagnostic(
        "P008", .warning, at: place,
        problem: "the file has \(size) bytes, and \(limit) are read at most",
        consequence: "the version is shown without its annotation",
        help: "keep annotations in small files")
    }
  }

  /// An entry that has the name of an annotation file and is none.
  static func notAFile(_ entry: TreeEntry, at place: DiagnosticPlace) -> Diagnostic {
    let kind =
      switch entry.mode {
      case .symbolicLink: "a symbolic link"
      case .submodule: "a submodule"
      case .folder: "a folder"
      case .file, .executable, .other: "not a file"
      }
    return Diagnostic(
      entry.mode == .symbolicLink ? "P002" : "P003", .warning, at: place,
      problem: "it is \(kind)", consequence: "the version is shown without its annotation",
      help: "commit the file itself")
  }
}
