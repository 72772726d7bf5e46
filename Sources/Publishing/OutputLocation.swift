import Glibc

/// Where an output folder lies: a real folder, perhaps some still to be made, and a name.
struct OutputLocation: Sendable {
  /// Longest name of an output folder, in bytes, which leaves room for the names beside it.
  static let longestName = RelativePath.longestPart - 24

  /// The nearest folder above that exists, with no link in it.
  let existing: String
  /// Folders still to be made below that, from the top down.
  let missing: [String]
  let name: String

  /// The absolute path, for messages.
  var path: String { ([existing == "/" ? "" : existing] + missing + [name]).joined(separator: "/") }

  /// Resolves a path as given; links above the last part are followed here, once and for all.
  init(_ path: String) throws(PublishError) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .refused(folder: path, .noPath) }
    var parts = path.split(separator: "/").filter { $0 != "." }.map(String.init)
    var start = path.hasPrefix("/") ? "/" : "."
    if parts.isEmpty || parts.last == ".." {
      // Such a path names a folder by its place, not by its name: only the system knows the name.
      guard let real = Self.realPath(path) else { throw Self.unreachable(path) }
      (start, parts) = ("/", real.split(separator: "/").map(String.init))
    }
    guard let name = parts.popLast() else { throw .refused(folder: path, .isOrHoldsRoot) }
    guard name.utf8.count <= Self.longestName else { throw .refused(folder: path, .nameTooLong) }
    self.name = name

    var found = parts.count
    while true {
      let above = start + "/" + parts[..<found].joined(separator: "/")
      if let real = Self.realPath(above) {
        existing = real
        break
      }
      guard errno == ENOENT, found > 0 else { throw Self.unreachable(path) }
      found -= 1
    }
    missing = Array(parts[found...])
    if missing.contains("..") { throw Self.unreachable(path) }
  }

  private static func unreachable(_ path: String) -> PublishError {
    switch errno {
    case ENOTDIR, ELOOP: .refused(folder: path, .notAFolder)
    case EACCES: .refused(folder: path, .notWritable(reason: systemText(EACCES)))
    default: .system(SystemFailure(action: "reach", path: path, code: ENOENT))
    }
  }

  /// Opens the folder that the output folder lies in, making it if need be.
  func openParent() throws(PublishError) -> OpenFile {
    let folder = try OpenFile.folder(atPath: existing)
    guard !missing.isEmpty else { return folder }
    let path = RelativePath(trusted: missing.joined(separator: "/").utf8)
    try folder.makeFolder(path)
    return try folder.open(path, O_RDONLY | O_DIRECTORY)
  }

  /// Returns the absolute path without links, `.` and `..`; nil with `errno` set if it is missing.
  static func realPath(_ path: String) -> String? {
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
