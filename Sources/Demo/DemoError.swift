import Glibc
package import GitStore

/// Why the demonstration was not written.
package enum DemoError: Error, Equatable, Sendable {
  /// The folder holds files that no earlier demonstration wrote: the first names, and how many.
  case folderNotEmpty(path: String, first: [String], count: Int)
  /// There is something at the path, and it is not a folder.
  case notAFolder(path: String)
  /// The operating system refused a step; `action` reads after "cannot".
  case system(action: String, path: String, code: Int32)
  /// Git refused, or is missing.
  case git(GitError)
}

extension DemoError {
  /// What is wrong, in one line.
  package var problem: String {
    switch self {
    case .folderNotEmpty(let path, let first, let count):
      "\(path) is not empty and holds no earlier demo; there is \(first.joined(separator: ", "))"
        + (count > first.count ? " and \(count - first.count) more" : "")
    case .notAFolder(let path): path.isEmpty ? "no folder is named" : "\(path) is not a folder"
    case .system(let action, let path, let code):
      unsafe "cannot \(action) \(path): \(String(cString: strerror(code)))"
    case .git(let error): error.problem
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .folderNotEmpty, .notAFolder: "name a folder that does not exist yet"
    case .system: "check the permissions and the room on the disk, or name another folder"
    case .git(let error): error.help
    }
  }
}

extension DemoError: CustomStringConvertible {
  package var description: String { "\(problem); \(help)" }
}
