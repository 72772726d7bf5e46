/// What a repository logged about a model at one commit (`records.md`).
package struct VersionRecords: Hashable, Sendable {
  /// The artifact's own files first, then in the order in which the pipelines name them.
  package let metrics: [RecordFile]
  package let params: [RecordFile]

  /// Files that the pipelines name and whose contents could not be had.
  package let unavailable: [UnavailableRecord]
  package let lineage: Lineage?
  package let contents: ArtifactContents?

  /// Makes the records of a version.
  package init(
    metrics: [RecordFile] = [], params: [RecordFile] = [], unavailable: [UnavailableRecord] = [],
    lineage: Lineage? = nil, contents: ArtifactContents? = nil
  ) {
    self.metrics = metrics
    self.params = params
    self.unavailable = unavailable
    self.lineage = lineage
    self.contents = contents
  }
}
