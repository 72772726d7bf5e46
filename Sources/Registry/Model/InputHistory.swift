package import GitStore
package import Records

/// What happened to a model's inputs between two of its versions (`index.md`, `changes`).
package struct InputHistory: Sendable {
  /// The version that it is compared with.
  package let since: String

  /// The commits that touched the model's inputs, the newest first; no more than a page can show.
  package let commits: [CommitSummary]

  /// The number of all such commits.
  package let commitCount: Int

  /// The inputs whose contents differ, in the order of the pipeline.
  package let inputs: [InputChange]

  /// Makes the history.
  package init(
    since: String, commits: [CommitSummary], commitCount: Int, inputs: [InputChange]
  ) {
    self.since = since
    self.commits = commits
    self.commitCount = commitCount
    self.inputs = inputs
  }
}

/// A commit in a line.
package struct CommitSummary: Hashable, Sendable {
  package let id: ObjectID
  package let author: GitIdentity?
  package let time: GitTime?
  package let subject: String

  /// Makes a summary.
  package init(id: ObjectID, author: GitIdentity?, time: GitTime?, subject: String) {
    self.id = id
    self.author = author
    self.time = time
    self.subject = subject
  }
}

/// An input that is not what it was.
package struct InputChange: Hashable, Sendable {
  /// Relative to the repository's root.
  package let path: String

  /// Nothing where it was no input of the earlier version.
  package let before: ContentHash?

  /// Nothing where it is no input of the later version.
  package let after: ContentHash?

  /// Makes a change.
  package init(path: String, before: ContentHash?, after: ContentHash?) {
    self.path = path
    self.before = before
    self.after = after
  }
}
