/// A digest of a file's contents, as it was found; none is ever made up (`index.md`, rules).
package struct ContentHash: Hashable, Sendable {
  /// Which digest it is.
  package enum Algorithm: String, Hashable, Sendable {
    /// Of the bytes, as DVC 3 takes it; of a folder, of its `.dir` list.
    case md5
    /// As DVC 1 and 2 took it: line ends of text were made LF first, so it need not fit the bytes.
    case md5DOSToUnix = "md5-dos2unix"
    case sha256, etag, checksum
    /// Git's id of the blob or tree.
    case git
  }

  package let algorithm: Algorithm

  /// In hexadecimal digits, without the suffix `.dir`; for `etag` and `checksum`, as the server gave it.
  package let value: String

  /// Makes a hash of its parts.
  package init(_ algorithm: Algorithm, _ value: String) {
    self.algorithm = algorithm
    self.value = value
  }
}
