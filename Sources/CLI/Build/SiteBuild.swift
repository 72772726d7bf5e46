import Cards
import FactStore
import Formats
import GitStore
import Glibc
import Mustache
import Publishing
import Registry
import Site
import Storage
import Theme

/// What a build is asked to do.
struct SiteBuildRequest: Sendable {
  var configuration: Configuration

  /// The folder to publish in; nothing where the registry is only judged.
  var output: String?
  var jobs: Int

  /// Whether nothing is published where there is any error or warning.
  var isStrict = false

  /// Files of facts that were collected elsewhere.
  var collected: [String] = []

  /// The folder for what later builds can use; nothing to keep nothing.
  var cache: String?
}

/// What a build has done.
struct SiteBuildResult: Sendable {
  /// The registry; where nothing has changed, no more of it than what is told of it.
  let registry: Registry
  let totals: RegistryTotals

  /// What was published; nothing where nothing was, or was to be.
  var report: PublishReport?

  /// Whether nothing was published for the problems that there are.
  var isRefused = false

  /// The path of the site's folder; empty where there is none.
  let folder: String

  /// Notes of the publication itself, such as foreign files that were kept.
  var notices: [String]
}

/// The whole way from repositories to a published folder.
struct SiteBuild: Sendable {
  let request: SiteBuildRequest

  /// Told how far the build is, from several tasks at once.
  let progress: @Sendable (BuildProgress) -> Void

  func run() async throws -> SiteBuildResult {
    do {
      return try await run(usingKept: true)
    } catch let error as SpoolError where error.damaged != nil {
      // Something that was kept is damaged: all of it can be had from the repositories again.
      return try await run(usingKept: false)
    }
  }

  private func run(usingKept: Bool) async throws -> SiteBuildResult {
    let theme = try ThemeFolders.theme(request.configuration)
    let sources = request.configuration.repositories
    let folder = try request.output.map {
      try OutputFolder.prepare(
        $0, sources: sources.map(\.path), home: Console.variable("HOME"),
        mode: request.configuration.publish)
    }
    var settings = request.configuration.settings
    settings.generator = "Vitrine \(ToolVersion.number)"
    let (cache, notices) = openCache(settings, theme, usingKept: usingKept)
    progress(.reading(done: 0, of: sources.count))
    let spool = try Spool()
    let copies = try MirrorFolder(cache: request.cache)
    let loader = loader(sources, into: spool, cache, copies.mirrors(request.configuration))
    let glances = try await loader.glance()
    let collected = try CollectedFacts(
      request.collected, reading: request.configuration.records.checksum,
      besides: glances.map { ($0.source.path, $0.id) })
    let record = folder.flatMap {
      usingKept && !$0.becomesLink ? cache?.record(of: $0.path) : nil
    }
    if let folder, let cache, let record,
      let registry = unchanged(glances, collected, cache, record)
    {
      return SiteBuildResult(
        registry: registry, totals: RegistryTotals(glances.compactMap(\.kept), collected),
        report: PublishReport(leftAlone: record.fileCount), folder: folder.path, notices: notices)
    }
    var registry = try await read(glances, loader, try collected.repositories(into: spool))
    try Task.checkCancellation()
    registry.findings = try findings(of: registry, spool)
    let builder = try SiteBuilder(
      registry: registry, settings: settings, theme: theme, spool: spool)
    var result = SiteBuildResult(
      registry: registry, totals: RegistryTotals(registry), report: nil, folder: folder?.path ?? "",
      notices: notices)
    guard let folder else { return result }
    result.isRefused =
      request.isStrict && registry.diagnostics.contains { $0.severity > .note }
    if result.isRefused { return result }
    let marks = (cache?.facts.marks ?? []).noting(glances) + collected.marks
    // What was missing before was looked for again, and is still missing.
    if let cache, let record, cache.isCurrent(record, marks) {
      result.report = PublishReport(leftAlone: record.fileCount)
      return result
    }
    let site = SitePublication(
      folder: folder, builder: builder, cache: cache, record: record, repositories: marks,
      findings: registry.findings, jobs: request.jobs, progress: progress)
    let (report, told) = try await site.publish()
    result.report = report
    result.notices += told
    return result
  }

  /// What the configuration and its rules have to say of what was read.
  private func findings(of registry: Registry, _ spool: Spool) throws -> [Diagnostic] {
    let configuration = request.configuration
    let findings = SiteFindings(registry: registry, settings: configuration.settings)
    return configuration.findings
      + findings.ofConfiguration(file: Configuration.fileName)
      + (try findings.ofRules(configuration.rules, spool: spool))
  }

  private func openCache(
    _ settings: SiteSettings, _ theme: Theme, usingKept: Bool
  ) -> (BuildCache?, notices: [String]) {
    guard let path = request.cache else { return (nil, []) }
    do throws(FileError) {
      let cache = BuildCache(
        try CacheFolder(path), request.configuration, settings: settings, theme: theme,
        usingKept: usingKept)
      return (cache, [])
    } catch {
      return (
        nil,
        ["[O018]: the cache \(path) cannot be used (\(error.reason)), so everything is read anew"]
      )
    }
  }

  /// What is told of a registry in which nothing has changed, where its site is published already.
  private func unchanged(
    _ glances: [RepositoryGlance], _ collected: CollectedFacts, _ cache: BuildCache,
    _ record: SiteRecord
  ) -> Registry? {
    let isOffline = request.configuration.records.storage.isOffline
    let kept = glances.compactMap { glance in
      glance.isUnchanged(offline: isOffline) ? glance.kept : nil
    }
    guard kept.count == glances.count, collected.damaged.isEmpty else { return nil }
    let marks = kept.map { SiteRecord.RepositoryMark(id: $0.summary.id, facts: $0.checksum) }
      .noting(glances)
    let told = zip(kept, glances).map { kept, glance in
      Repository(toldBy: kept.summary, staleness: glance.stalenessDiagnostic)
    }
    var registry = Registry(
      repositories: told + collected.summaries.map { Repository(toldBy: $0) })
    registry.findings = record.findings
    let isRefused = request.isStrict && registry.diagnostics.contains { $0.severity > .note }
    return !isRefused && cache.isCurrent(record, marks + collected.marks) ? registry : nil
  }

  private func loader(
    _ sources: [RepositorySource], into spool: Spool, _ cache: BuildCache?,
    _ mirrors: RepositoryMirrors
  ) -> RegistryLoader {
    let records = request.configuration.records
    let cards = CardOutput(
      renderer: WorkerPool(options: records.cards.markdown, processes: request.jobs), spool: spool)
    return RegistryLoader(
      sources, records: records, cards: cards, kept: cache?.facts, mirrors: mirrors,
      patience: request.configuration.gitSeconds, jobs: request.jobs)
  }

  private func read(
    _ glances: [RepositoryGlance], _ loader: RegistryLoader, _ collected: [Repository]
  ) async throws -> Registry {
    let (finished, continuation) = AsyncStream.makeStream(of: String.self)
    let progress = self.progress
    let counting = Task {
      var done = 0
      for await _ in finished {
        done += 1
        progress(.reading(done: done, of: glances.count))
      }
    }
    defer { continuation.finish() }
    let registry = try await loader.load(glances, collected: collected) { continuation.yield($0) }
    continuation.finish()
    await counting.value
    return registry
  }
}

extension [SiteRecord.RepositoryMark] {
  /// The marks, by which facts that are shown as stale are other ones.
  fileprivate func noting(_ glances: [RepositoryGlance]) -> Self {
    let stale = Dictionary(
      glances.compactMap { glance in glance.stalenessDiagnostic.map { (glance.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    return map { mark in
      guard let diagnostic = stale[mark.id] else { return mark }
      let facts = Checksum(joining: [mark.facts, Diagnostic.checksum(of: [diagnostic])])
      return SiteRecord.RepositoryMark(id: mark.id, facts: facts)
    }
  }
}

extension CommandFailure {
  /// Turns whatever a build throws into what to say and how to end.
  init(build error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let git as GitError: self.init(git)
    case let load as RegistryLoadError: self.init(load)
    case let publish as PublishError: self.init(publish)
    case let spool as SpoolError: self.init(spool)
    case let templates as TemplateErrors:
      self.init(status: Self.refusedData, "the templates cannot be used\n\(templates.description)")
    default: self.init(status: 70, "this is a bug in Vitrine: \(error)")
    }
  }
}
