package import GitStore

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
  private let jobs: Int

  /// Makes a loader that reads at most `jobs` repositories at a time; cards, only with an output for
  /// them.
  package init(
    _ sources: [RepositorySource], records: RecordSettings = RecordSettings(),
    cards: CardOutput? = nil, jobs: Int
  ) {
    self.sources = sources
    self.records = records
    self.cards = cards
    self.jobs = max(jobs, 1)
  }

  /// A source with what opening it gave.
  private struct Opened: Sendable {
    let source: RepositorySource
    let id: String
    let repository: Result<GitRepository, GitError>
  }

  /// Opens and reads every repository; one that can't be read is shown with the reason.
  ///
  /// - Parameter finished: is told the name of each repository that is done, in any order.
  package func load(
    finished: @escaping @Sendable (String) -> Void = { _ in }
  ) async throws(RegistryLoadError) -> Registry {
    let opened = await concurrently(sources) { source in await Self.open(source) }
    try Self.checkDistinct(opened)
    let read = await concurrently(opened) { item in
      let repository = await self.read(item)
      finished(item.id)
      return repository
    }
    if let error = read.lazy.compactMap(\.error).first, read.allSatisfy({ $0.error != nil }) {
      throw .nothingReadable(error)
    }
    return Registry(repositories: read.map(\.repository))
  }

  private static func open(_ source: RepositorySource) async -> Opened {
    do throws(GitError) {
      let repository = try await GitRepository.open(source.path)
      let folder = repository.workTree ?? repository.commonDirectory
      return Opened(
        source: source, id: source.id ?? RepositorySource.name(ofPath: folder),
        repository: .success(repository))
    } catch {
      return Opened(
        source: source, id: source.id ?? RepositorySource.name(ofPath: source.path),
        repository: .failure(error))
    }
  }

  private static func checkDistinct(_ opened: [Opened]) throws(RegistryLoadError) {
    var folders: [String: String] = [:]
    var names: [String: String] = [:]
    for item in opened {
      if case .success(let repository) = item.repository,
        let first = folders.updateValue(item.source.path, forKey: repository.commonDirectory)
      {
        throw .sameRepository(first: first, second: item.source.path)
      }
      if let first = names.updateValue(item.source.path, forKey: item.id) {
        throw .sameName(item.id, first: first, second: item.source.path)
      }
    }
  }

  private func read(_ item: Opened) async -> (repository: Repository, error: GitError?) {
    do throws(GitError) {
      return (try await read(try item.repository.get(), item), nil)
    } catch {
      let diagnostic = Diagnostic(
        error.code, .error, at: DiagnosticPlace(repository: item.id),
        problem: error.publicProblem, consequence: "nothing of this repository is shown",
        help: error.publicHelp)
      let empty = Repository(
        id: item.id, url: nil, webURL: item.source.webURL, defaultBranch: nil, head: nil,
        artifacts: [], stages: [], ignoredTags: [], tagCount: 0, diagnostics: [diagnostic])
      return (empty, error)
    }
  }

  private func read(
    _ repository: GitRepository, _ item: Opened
  ) async throws(GitError) -> Repository {
    let configuration = try await repository.configuration()
    let prefixes = CandidateFinder(settings: records.candidates).prefixes
    let (references, warnings) = try await repository.references(
      under: ["refs/heads", "refs/tags"] + prefixes)
    let reader = RegistryReader(repository, id: item.id, records: records, cards: cards)
    let reading = try await reader.read(
      .everything, references: references, warnings: warnings,
      isPartialClone: configuration.isPartialClone)
    let remote = configuration.remoteAddress.map(RemoteAddress.init)
    let branch = references.first(where: \.isHead).map { $0.name.dropFirst("refs/heads/".count) }
    let identity = RepositoryAssembler.Identity(
      id: item.id, url: remote?.url, webURL: item.source.webURL ?? remote?.webURL,
      defaultBranch: branch.map(String.init), head: repository.head)
    return RepositoryAssembler.repository(
      identity, reading,
      diagnostics: Self.cloneProblems(repository, configuration, id: item.id))
  }

  private static func cloneProblems(
    _ repository: GitRepository, _ configuration: GitConfiguration, id: String
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    if repository.isShallow {
      problems.append(
        Diagnostic(
          "G005", .error, at: DiagnosticPlace(repository: id),
          problem: "the clone is shallow: tags and commits may be missing",
          consequence: "the site shows what is there",
          help: "in CI, fetch everything: fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab); "
            + "by hand: git fetch --unshallow --tags"))
    }
    if configuration.isPartialClone {
      problems.append(
        Diagnostic(
          "G006", .warning, at: DiagnosticPlace(repository: id),
          problem: "the clone is partial: some objects are only on the server",
          consequence: "what they hold is left out; nothing is fetched",
          help: "clone without --filter; in CI with fetch-depth: 0 (GitHub), GIT_DEPTH: 0 (GitLab)")
      )
    }
    return problems
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
