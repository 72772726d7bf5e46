package import GitStore
package import Records

/// An iteration of a model that nobody has registered (`cli.md`, `candidates`).
package struct Candidate: Sendable {
  /// What made it visible.
  package enum Source: Hashable, Sendable {
    /// The head of a branch, by its short name.
    case branch(String)
    /// A DVC experiment of that name, made on top of a commit.
    case experiment(String, base: ObjectID)
    /// A commit that changed the model's metrics.
    case commit
  }

  package let source: Source
  package let commit: ObjectID
  package let commitObject: CommitObject?
  package let records: VersionRecords

  /// Makes a candidate.
  package init(
    source: Source, commit: ObjectID, commitObject: CommitObject?, records: VersionRecords
  ) {
    self.source = source
    self.commit = commit
    self.commitObject = commitObject
    self.records = records
  }
}
