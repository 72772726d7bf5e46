package import Formats
package import GitStore

/// A repository before it is read: whether it can be opened, and where its refs stand.
package struct RepositoryGlance: Sendable {
  package let source: RepositorySource

  /// The name under which the site shows it.
  package let id: String
  let result: Result<(GitRepository, RepositoryRefs), GitError>

  /// Why what is shown may not be the newest: the server, or the repository itself, could not be asked,
  /// and what is known of it is older.
  package internal(set) var staleness: GitError?

  /// What tells its present state from every other; nothing where nobody asks.
  package internal(set) var state: Checksum?

  /// What was kept of it.
  package internal(set) var kept: KeptFacts?

  init(
    source: RepositorySource, id: String, result: Result<(GitRepository, RepositoryRefs), GitError>
  ) {
    self.source = source
    self.id = id
    self.result = result
  }

  /// Whether what was kept of it still holds.
  ///
  /// - Parameter isOffline: Whether nobody may be asked for what was missing.
  package func isUnchanged(offline isOffline: Bool) -> Bool {
    guard let kept else { return false }
    // Of a repository that can't be opened, nothing newer can be known.
    if case .failure = result { return true }
    guard let state else { return false }
    return kept.state == state && (kept.summary.isSettled || isOffline)
  }
}

extension RepositoryGlance {
  /// What is told of a repository of which nothing newer could be had.
  package var stalenessDiagnostic: Diagnostic? {
    staleness.map { error in
      Diagnostic(
        error.code, .error, at: DiagnosticPlace(repository: id), problem: error.publicProblem,
        consequence: "what was read of it last is shown, marked as stale", help: error.publicHelp)
    }
  }
}

/// What Git says of a repository at a glance.
struct RepositoryRefs: Sendable {
  let configuration: GitConfiguration

  /// All that were listed, and those of them that are read.
  let listed: [GitReference]
  let references: [GitReference]
  let warnings: [String]

  init(
    configuration: GitConfiguration, listed: [GitReference], limit: Int, warnings: [String]
  ) {
    self.configuration = configuration
    self.listed = listed
    references = Array(listed.prefix(limit))
    self.warnings = warnings
  }

  /// The branch that HEAD names.
  var branch: String? {
    references.first(where: \.isHead).map { String($0.name.dropFirst("refs/heads/".count)) }
  }

  /// A checksum of everything that decides what is read of a repository, but for settings: the same
  /// refs lead to the same objects.
  func state(of repository: GitRepository, id: String, webURL: String?) -> Checksum {
    var coded = CodedWriter()
    coded.write(id)
    coded.write(webURL ?? "")
    coded.write(configuration.remoteAddress ?? "")
    coded.write(byte: configuration.isPartialClone ? 1 : 0)
    for flag in [repository.isShallow, repository.hasGrafts, repository.borrowsObjects] {
      coded.write(byte: flag ? 1 : 0)
    }
    coded.write(repository.head?.hex ?? "")
    coded.write(repository.workTreeFile(".gto") ?? [])
    coded.write(warnings.count)
    for warning in warnings { coded.write(warning) }
    for reference in listed {
      coded.write(reference.name)
      var raw: [UInt8] = []
      reference.id.appendRaw(to: &raw)
      coded.write(raw)
      coded.write(byte: reference.isHead ? 1 : 0)
    }
    return Checksum(coded.bytes)
  }
}
