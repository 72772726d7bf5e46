import Formats
import Glibc

/// A file of a published site as it was left: as long as the mark fits, nobody has touched it.
package struct FileMark: Hashable, Sendable {
  /// The path below the site's folder.
  package let path: String

  /// In bytes.
  package let size: Int

  /// When it was last written, and its number in the file system.
  package let seconds: Int
  package let nanoseconds: Int
  package let number: Int

  /// Makes a mark of what the system says of a file.
  package init(path: String, size: Int, seconds: Int, nanoseconds: Int, number: Int) {
    self.path = path
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.number = number
  }

  /// Looks at a file below a folder; nothing where there is none, or something else.
  package init?(_ path: String, in folder: String) {
    var status = stat()
    guard unsafe lstat("\(folder)/\(path)", &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_mode & 0o7777 == 0o644
    else { return nil }
    self.init(
      path: path, size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec),
      nanoseconds: Int(status.st_mtim.tv_nsec), number: Int(bitPattern: UInt(status.st_ino)))
  }
}

/// A file of a published site that belongs to a unit, with what the list of documents needs.
package struct KeptFile: Hashable, Sendable {
  package let mark: FileMark

  /// The SHA-256 of a document, in hexadecimal.
  package let sha256: String?

  /// Pairs a mark with a digest.
  package init(mark: FileMark, sha256: String?) {
    self.mark = mark
    self.sha256 = sha256
  }
}
