package import Digests

/// What the manifest says of a file.
package struct FileDigest: Hashable, Sendable {
  /// The path below the site's folder.
  package let path: String

  /// The size in bytes.
  package let size: Int
  package let sha256: SHA256

  /// The digest of a finished file.
  package init(_ file: OutputFile) {
    path = file.path
    size = file.bytes.count
    sha256 = SHA256(file.bytes)
  }
}
