package import GitStore
import Storage

/// Reads many repositories side by side and joins them into one registry.
package struct RegistryLoader: Sendable {
  let sources: [RepositorySource]
  let records: RecordSettings
  private let cards: CardOutput?
  let kept: (any FactsKeeping)?
  let mirrors: RepositoryMirrors?
  let patience: Int
  let jobs: Int

  /// Makes a loader that reads at most `jobs` repositories at a time; cards, only with an output for
  /// them.
  ///
  /// - Parameters:
  ///   - kept: What was kept of an earlier build, and where this one's facts go.
  ///   - mirrors: Where copies are kept of repositories that lie elsewhere.
  ///   - patience: How many seconds Git may take for an answer.
  package init(
    _ sources: [RepositorySource], records: RecordSettings = RecordSettings(),
    cards: CardOutput? = nil, kept: (any FactsKeeping)? = nil, mirrors: RepositoryMirrors? = nil,
    patience: Int = GitCommand.patience, jobs: Int
  ) {
    self.sources = sources
    self.kept = kept
    self.mirrors = mirrors
    self.patience = patience
    self.records = records
    self.cards = cards
    self.jobs = max(jobs, 1)
  }

  /// Opens and reads every repository; one that can't be read is shown with the reason.
  ///
  /// - Parameter finished: is told the name of each repository that is done, in any order.
  package func load(
    finished: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(RegistryLoadError) -> Registry {
    try await load(try await glance(), finished: finished)
  }

  /// Reads what has changed of repositories, and the rest from what was kept.
  ///
  /// - Parameter collected: Facts that were read elsewhere.
  package func load(
    _ glances: [RepositoryGlance], collected: [Repository] = [],
    finished: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(RegistryLoadError) -> Registry {
    let read = await concurrently(glances, jobs) { item in
      let repository = await self.read(item)
      finished(item.id)
      return repository
    }
    if let error = read.lazy.compactMap(\.error).first, collected.isEmpty,
      read.allSatisfy({ $0.error != nil })
    {
      throw .nothingReadable(error)
    }
    return Registry(repositories: read.map(\.repository) + collected)
  }

  private func read(_ item: RepositoryGlance) async -> (repository: Repository, error: GitError?) {
    do throws(GitError) {
      guard item.staleness == nil else { return (try await readStale(item), nil) }
      let (repository, refs) = try item.result.get()
      return (try await read(repository, refs, item), nil)
    } catch {
      let diagnostic = Diagnostic(
        error.code, .error, at: DiagnosticPlace(repository: item.id),
        problem: error.publicProblem, consequence: "nothing of this repository is shown",
        help: error.publicHelp)
      return (
        Repository(unread: item.id, webURL: item.source.webURL, because: diagnostic), error
      )
    }
  }

  /// What was known last, with the reason why there is nothing newer.
  private func readStale(_ item: RepositoryGlance) async throws(GitError) -> Repository {
    var known: Repository
    switch item.result {
    case .success((let repository, let refs)): known = try await read(repository, refs, item)
    case .failure(let error):
      let facts = item.kept.flatMap { found in
        cards.flatMap { kept?.facts(found, into: $0.spool) }
      }
      guard let facts else { throw error }
      known = facts.repository
    }
    known.diagnostics += item.stalenessDiagnostic.map { [$0] } ?? []
    known.isStale = true
    return known
  }

  private func read(
    _ repository: GitRepository, _ refs: RepositoryRefs, _ item: RepositoryGlance
  ) async throws(GitError) -> Repository {
    let earlier = item.kept.flatMap { found in
      cards.flatMap { kept?.facts(found, into: $0.spool) }
    }
    if let earlier, item.isUnchanged(offline: records.storage.isOffline) {
      return earlier.repository
    }
    var facts = try await facts(repository, refs, item.id, item.source, earlier)
    if let kept, let cards, let state = item.state {
      kept.keep(&facts, state: state, of: repository.commonDirectory, from: cards.spool)
    }
    return facts.repository
  }

  /// Reads one repository, for facts that are handed on.
  package func facts(of item: RepositoryGlance) async throws(GitError) -> RepositoryFacts {
    let (repository, refs) = try item.result.get()
    return try await facts(repository, refs, item.id, item.source, nil)
  }

  private func facts(
    _ repository: GitRepository, _ refs: RepositoryRefs, _ id: String, _ source: RepositorySource,
    _ earlier: RepositoryFacts?
  ) async throws(GitError) -> RepositoryFacts {
    let reader = RegistryReader(
      repository, id: id, records: records, releaseTags: nil, cards: cards,
      earlier: earlier.map {
        EarlierVersions($0, includesUnsettled: records.storage.isOffline)
      })
    let reading = try await reader.read(
      .everything, references: refs.references, warnings: refs.warnings,
      isPartialClone: refs.configuration.isPartialClone)
    let remote = refs.configuration.remoteAddress.map(RemoteAddress.init)
    let identity = RepositoryAssembler.Identity(
      id: id, url: remote?.url, webURL: source.webURL ?? remote?.webURL,
      defaultBranch: refs.branch, head: repository.head)
    var problems = CloneProblems(
      repository, refs.configuration, references: refs.listed, id: id)
    problems.checkCount(limit: records.limits.references)
    problems.checkSame(try await repository.references(under: listing).references)
    var assembled = RepositoryAssembler.repository(
      identity, reading, diagnostics: problems.diagnostics)
    if let signing = records.signing {
      let check = SignatureCheck(signing, repository, refs.references, id: id)
      assembled.diagnostics += try await check.diagnostics(of: assembled.artifacts)
    }
    // Whether a key is known and still good can't be told from the repository.
    let isPassing =
      records.signing != nil
      || assembled.diagnostics.contains { RepositoryFacts.passingCodes.contains($0.code) }
    return RepositoryFacts(
      repository: assembled, isSettled: reading.records.isSettled && !isPassing,
      claims: reading.records.claims, problems: reading.records.problems)
  }

  /// Runs `work` for each item, at most `width` at a time, and gives the results in the items' order.
  func concurrently<Item: Sendable, Output: Sendable>(
    _ items: [Item], _ width: Int, _ work: @escaping @Sendable (Item) async -> Output
  ) async -> [Output] {
    await withTaskGroup(of: (Int, Output).self) { group in
      var outputs: [(Int, Output)] = []
      for (index, item) in items.enumerated() {
        if index >= width, let done = await group.next() { outputs.append(done) }
        group.addTask { (index, await work(item)) }
      }
      for await done in group { outputs.append(done) }
      return outputs.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
