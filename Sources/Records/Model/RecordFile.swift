package import Formats

/// What one file of metrics or params says at a version's commit (`records.md` §4 and §5).
package struct RecordFile: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// The whole of a metrics file; of a params file, the parts that the pipeline names.
  package let value: DataValue

  /// Whether it belongs to the pipeline that makes this very artifact, rather than to another one
  /// of the same repository.
  package let isOwn: Bool

  /// Makes a file's record.
  package init(path: String, value: DataValue, isOwn: Bool) {
    self.path = path
    self.value = value
    self.isOwn = isOwn
  }
}

/// A file of metrics or params whose contents could not be had.
package struct UnavailableRecord: Hashable, Sendable {
  /// What the file would have held.
  package enum Kind: String, Hashable, Sendable { case metrics, params }

  package let path: String
  package let kind: Kind

  /// Why, in a few words: `neither in Git nor in DVC's cache`.
  package let reason: String
  package let hash: ContentHash?

  /// In bytes.
  package let size: Int?

  /// How to get it.
  package let help: String
  package let isOwn: Bool

  /// Makes the record of a missing file.
  package init(
    path: String, kind: Kind, reason: String, hash: ContentHash?, size: Int?, help: String,
    isOwn: Bool
  ) {
    self.path = path
    self.kind = kind
    self.reason = reason
    self.hash = hash
    self.size = size
    self.help = help
    self.isOwn = isOwn
  }
}
