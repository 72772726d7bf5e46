import Digests

/// What the manifest says of a file.
package struct FileDigest: Hashable, Sendable {
  /// The path below the site's folder.
  package let path: String

  /// The size in bytes.
  package let size: Int

  /// In hexadecimal.
  package let sha256: String

  /// Takes a digest that was computed before.
  package init(path: String, size: Int, sha256: String) {
    self.path = path
    self.size = size
    self.sha256 = sha256
  }

  /// The digest of a finished file.
  package init(_ file: OutputFile) {
    path = file.path
    size = file.bytes.count
    sha256 = SHA256(file.bytes).hex
  }
}
