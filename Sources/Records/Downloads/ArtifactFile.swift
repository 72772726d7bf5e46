/// A file of an artifact: what a download makes of it, and where its bytes are to be had.
package struct ArtifactFile: Hashable, Sendable {
  /// Below the folder that a download writes to: the artifact's own name, and for a folder the way on.
  package let path: String

  /// In bytes.
  package let size: Int?
  package let hashes: [ContentHash]

  /// Addresses without credentials, those of the web first, then the remote's own, such as `s3://…`.
  package let urls: [String]

  /// Where it lies in Git; of a pointer of Git LFS, the pointer.
  package let git: GitPlace?

  /// A file of a commit.
  package struct GitPlace: Hashable, Sendable {
    /// From the repository's root.
    package let path: String

    /// The blob, in hexadecimal digits.
    package let blob: String

    /// Whether the blob only names what Git LFS keeps.
    package let isPointer: Bool

    /// Names a file of a commit.
    package init(path: String, blob: String, isPointer: Bool) {
      self.path = path
      self.blob = blob
      self.isPointer = isPointer
    }
  }

  /// Makes a file.
  package init(
    path: String, size: Int?, hashes: [ContentHash], urls: [String], git: GitPlace? = nil
  ) {
    self.path = path
    self.size = size
    self.hashes = hashes
    self.urls = urls
    self.git = git
  }

  /// The same file, with addresses where it is to be had before those that it has.
  package func adding(urls more: [String]) -> ArtifactFile {
    ArtifactFile(path: path, size: size, hashes: hashes, urls: more + urls, git: git)
  }
}
