import FoundationEssentials
import Glibc

/// The few changes to the file system that keeping a mirror needs.
enum WholeFile {
  /// Puts a file in the place of another: readers see the old one or the new one.
  static func replace(_ path: String, _ bytes: [UInt8]) throws(GitError) {
    let draft = "\(path).new"
    do {
      try Data(bytes).write(to: URL(filePath: draft))
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
    guard unsafe rename(draft, path) == 0 else { throw failure(path) }
  }

  static func makeFolders(above path: String) throws(GitError) {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    let folder = path.first == "/" ? "/\(parent)" : parent
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unwritable(path: folder, reason: "\(error)")
    }
  }

  static func removeFolder(_ path: String) throws(GitError) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw .unwritable(path: path, reason: "\(error)")
    }
  }

  /// What the last call of the system said of a path.
  static func failure(_ path: String) -> GitError {
    .unwritable(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
