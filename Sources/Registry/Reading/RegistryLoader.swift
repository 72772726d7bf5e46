package import GitStore
import Storage

/// Why no registry can be made at all.
package enum RegistryLoadError: Error, Equatable, Sendable {
  /// One repository was given twice.
  case sameRepository(first: String, second: String)
  /// Two repositories have one name.
  case sameName(String, first: String, second: String)
  /// None of the repositories can be read; the first one's reason.
  case nothingReadable(GitError)
}

extension RegistryLoadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .sameRepository(let first, let second):
      "\(first) and \(second) are the same repository [G026]; give it once"
    case .sameName(let name, let first, let second):
      "\(first) and \(second) would both be shown as “\(name)” [G026]; "
        + "give each an id in vitrine.yaml"
    case .nothingReadable(let error): error.description
    }
  }
}

/// Reads many repositories side by side and joins them into one registry.
package struct RegistryLoader: Sendable {
  private let sources: [RepositorySource]
  private let records: RecordSettings
  private let cards: CardOutput?
  private let kept: (any FactsKeeping)?
  private let jobs: Int

  /// Makes a loader that reads at most `jobs` repositories at a time; cards, only with an output for
  /// them.
  ///
  /// - Parameter kept: What was kept of an earlier build, and where this one's facts go.
  package init(
    _ sources: [RepositorySource], records: RecordSettings = RecordSettings(),
    cards: CardOutput? = nil, kept: (any FactsKeeping)? = nil, jobs: Int
  ) {
    self.sources = sources
    self.kept = kept
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

  /// Opens every repository and lists its refs, by which it is known whether it has changed.
  package func glance() async throws(RegistryLoadError) -> [RepositoryGlance] {
    let opened = await concurrently(sources) { source in await self.glance(at: source) }
    try Self.checkDistinct(opened)
    return opened
  }

  /// Reads what has changed of repositories, and the rest from what was kept.
  ///
  /// - Parameter collected: Facts that were read elsewhere.
  package func load(
    _ glances: [RepositoryGlance], collected: [Repository] = [],
    finished: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(RegistryLoadError) -> Registry {
    let read = await concurrently(glances) { item in
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

  private func glance(at source: RepositorySource) async -> RepositoryGlance {
    do throws(GitError) {
      let repository = try await GitRepository.open(source.path)
      let folder = repository.workTree ?? repository.commonDirectory
      let id = source.id ?? RepositorySource.name(ofPath: folder)
      let configuration = try await repository.configuration()
      let (references, warnings) = try await repository.references(under: listing)
      let refs = RepositoryRefs(
        configuration: configuration, listed: references, limit: records.limits.references,
        warnings: warnings)
      var glance = RepositoryGlance(source: source, id: id, result: .success((repository, refs)))
      if let kept {
        let state = refs.state(of: repository, id: id, webURL: source.webURL)
        glance.state = state
        glance.kept = kept.find(repository.commonDirectory, id: id)
      }
      return glance
    } catch {
      return RepositoryGlance(
        source: source, id: source.id ?? RepositorySource.name(ofPath: source.path),
        result: .failure(error))
    }
  }

  /// Where the refs lie that decide what is read.
  private var listing: [String] {
    ["refs/heads", "refs/tags", "refs/replace"]
      + CandidateFinder(settings: records.candidates).prefixes
  }

  private static func checkDistinct(_ opened: [RepositoryGlance]) throws(RegistryLoadError) {
    var folders: [String: String] = [:]
    var names: [String: String] = [:]
    for item in opened {
      if case .success(let (repository, _)) = item.result,
        let first = folders.updateValue(item.source.path, forKey: repository.commonDirectory)
      {
        throw .sameRepository(first: first, second: item.source.path)
      }
      if let first = names.updateValue(item.source.path, forKey: item.id) {
        throw .sameName(item.id, first: first, second: item.source.path)
      }
    }
  }

  private func read(_ item: RepositoryGlance) async -> (repository: Repository, error: GitError?) {
    do throws(GitError) {
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

  /// Runs `work` for each item, at most `jobs` at a time, and gives the results in the items' order.
  private func concurrently<Item: Sendable, Output: Sendable>(
    _ items: [Item], _ work: @escaping @Sendable (Item) async -> Output
  ) async -> [Output] {
    await withTaskGroup(of: (Int, Output).self) { group in
      var outputs: [(Int, Output)] = []
      for (index, item) in items.enumerated() {
        if index >= jobs, let done = await group.next() { outputs.append(done) }
        group.addTask { (index, await work(item)) }
      }
      for await done in group { outputs.append(done) }
      return outputs.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}

extension GitError {
  /// The problem without paths of this machine, for pages.
  var publicProblem: String {
    switch self {
    case .pathMissing: "its folder does not exist"
    case .notARepository: "its folder is not a Git repository"
    case .foreignOwner: "its folder belongs to another user, and Git refuses to read it"
    case .unknownFormat(_, let message, _): "it cannot be read: \(message)"
    case .commandFailed(_, let command, _): "git \(command) failed"
    case .gitMissing, .gitTooOld: problem
    case .readerDied: "git cat-file ended early"
    }
  }

  /// The help without paths of this machine, for pages.
  var publicHelp: String {
    switch self {
    case .pathMissing: "check the path in the build's command or configuration"
    case .foreignOwner:
      "if the user who builds the site trusts it: git config --global --add safe.directory FOLDER"
    default: help
    }
  }
}
