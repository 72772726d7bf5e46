package import Cards
package import Formats

/// Keeps the facts of repositories from one build to the next.
///
/// All that it keeps is disposable: where something is gone or damaged, the repository is read again.
package protocol FactsKeeping: Sendable {
  /// What was kept of a repository, which is known by the folder of its objects and its name in the site.
  func find(_ folder: String, id: String) -> KeptFacts?

  /// All of what `find` found; nothing where it is damaged.
  func facts(_ kept: KeptFacts, into spool: Spool) -> RepositoryFacts?

  /// Keeps facts, and gives their artifacts digests.
  func keep(_ facts: inout RepositoryFacts, state: Checksum, of folder: String, from spool: Spool)
}

/// Facts that were kept, as far as a glance shows.
package struct KeptFacts: Sendable {
  /// The path of the file.
  package let path: String

  /// The state that the repository was in.
  package let state: Checksum

  /// Tells the facts from all others.
  package let checksum: Checksum
  package let summary: FactsSummary

  /// Names what was found.
  package init(path: String, state: Checksum, checksum: Checksum, summary: FactsSummary) {
    self.path = path
    self.state = state
    self.checksum = checksum
    self.summary = summary
  }
}
