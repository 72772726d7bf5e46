package import Cards
package import GitStore

/// What one repository registers.
package struct Repository: Sendable {
  /// The name under which the site shows it; unique in the site.
  package let id: String

  /// The address of its remote, without credentials; nothing where it has none.
  package let url: String?

  /// The address of its page on a forge, guessed from the remote or configured.
  package let webURL: String?

  /// The branch that HEAD names.
  package let defaultBranch: String?

  /// The commit that HEAD means.
  package let head: ObjectID?

  /// Sorted by name.
  package internal(set) var artifacts: [Artifact]

  /// The stages in the order of the registry's columns: `.gto`'s list, else those in use.
  package let stages: [String]

  /// Tags that look like GTO's and are none, with the reason.
  package let ignoredTags: [IgnoredTag]

  /// The number of tags that GTO's rules apply to.
  package let tagCount: Int

  /// What could not be read, and why.
  package internal(set) var diagnostics: [Diagnostic]

  /// Whether something newer may be there, and could not be had.
  package internal(set) var isStale = false

  /// Where the bytes lie of those files of Git that the site hands out, by their blobs.
  package var published: [String: Spool.Place] = [:]
}

extension Repository {
  /// A repository of which nothing is known but why.
  package init(unread id: String, webURL: String? = nil, because diagnostic: Diagnostic) {
    self.init(
      id: id, url: nil, webURL: webURL, defaultBranch: nil, head: nil, artifacts: [], stages: [],
      ignoredTags: [], tagCount: 0, diagnostics: [diagnostic])
  }
}

extension Repository {
  /// A repository of which no more is known than what is told of it.
  ///
  /// - Parameter staleness: Why there is nothing newer.
  package init(toldBy summary: FactsSummary, staleness: Diagnostic? = nil) {
    self.init(
      id: summary.id, url: nil, webURL: nil, defaultBranch: nil, head: nil, artifacts: [],
      stages: [], ignoredTags: [], tagCount: 0,
      diagnostics: summary.diagnostics + (staleness.map { [$0] } ?? []),
      isStale: staleness != nil)
  }
}

/// A tag that the registry passes over.
package struct IgnoredTag: Sendable {
  package let name: String
  package let reason: String
}
