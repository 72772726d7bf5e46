/// A file of metrics, or a folder of such files, that a dvc.yaml names (`records.md` §4.1).
package struct MetricSource: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// The path of the dvc.yaml.
  package let pipeline: String

  /// The stage that writes it; nothing for one that only the file's own list names.
  package let stage: String?

  /// Whether DVC keeps the contents, so that they may not lie in Git.
  package let isCached: Bool

  /// Makes a source.
  package init(path: String, pipeline: String, stage: String?, isCached: Bool) {
    self.path = path
    self.pipeline = pipeline
    self.stage = stage
    self.isCached = isCached
  }
}
