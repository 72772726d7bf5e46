import Cards
import GitStore
import Glibc
import Mustache
import Publishing
import Registry
import Site

/// What a build is asked to do.
struct SiteBuildRequest: Sendable {
  var configuration: Configuration
  var output: String
  var jobs: Int

  /// Whether nothing is published where there is any error or warning.
  var isStrict = false
}

/// What a build has done.
struct SiteBuildResult: Sendable {
  let registry: Registry
  let report: PublishReport?

  /// The path of the site's folder.
  let folder: String

  /// Notes of the publication itself, such as foreign files that were kept.
  let notices: [String]
}

/// The whole way from repositories to a published folder.
struct SiteBuild: Sendable {
  let request: SiteBuildRequest

  /// Told how far the build is, from several tasks at once.
  let progress: @Sendable (BuildProgress) -> Void

  func run() async throws -> SiteBuildResult {
    let theme = try ThemeFolders.theme(request.configuration)
    let sources = request.configuration.repositories
    let folder = try OutputFolder.prepare(
      request.output, sources: sources.map(\.path), home: Console.variable("HOME"))
    progress(.reading(done: 0, of: sources.count))
    let spool = try Spool()
    let registry = try await read(sources, cardsInto: spool)
    try Task.checkCancellation()
    var settings = request.configuration.settings
    settings.generator = "Vitrine \(ToolVersion.number)"
    let builder = try SiteBuilder(
      registry: registry, settings: settings, theme: theme, spool: spool)
    if request.isStrict, registry.diagnostics.contains(where: { $0.severity > .note }) {
      return SiteBuildResult(registry: registry, report: nil, folder: folder.path, notices: [])
    }
    let report = try await publish(builder, to: folder)
    return SiteBuildResult(
      registry: registry, report: report, folder: folder.path, notices: Self.notices(report))
  }

  private func read(
    _ sources: [RepositorySource], cardsInto spool: Spool
  ) async throws -> Registry {
    let (finished, continuation) = AsyncStream.makeStream(of: String.self)
    let progress = self.progress
    let counting = Task {
      var done = 0
      for await _ in finished {
        done += 1
        progress(.reading(done: done, of: sources.count))
      }
    }
    defer { continuation.finish() }
    let records = request.configuration.records
    let cards = CardOutput(
      renderer: WorkerPool(options: records.cards.markdown, processes: request.jobs), spool: spool)
    let loader = RegistryLoader(sources, records: records, cards: cards, jobs: request.jobs)
    let registry = try await loader.load { continuation.yield($0) }
    continuation.finish()
    await counting.value
    return registry
  }

  /// Renders each file and drops it once it is written; what was written is noted on a stream,
  /// since several tasks write at once.
  private func publish(
    _ builder: SiteBuilder, to folder: OutputFolder
  ) async throws -> PublishReport {
    let staging = try folder.stage()
    progress(.writing(files: 0))
    let (files, continuation) = AsyncStream.makeStream(of: WrittenFile.self)
    let progress = self.progress
    let collecting = Task {
      var written: [WrittenFile] = []
      for await file in files {
        written.append(file)
        if written.count % 64 == 0 { progress(.writing(files: written.count)) }
      }
      return written
    }
    defer { continuation.finish() }
    _ = try await builder.build(jobs: request.jobs) { file in
      continuation.yield(try staging.write(file.path, file.bytes))
    }
    continuation.finish()
    let written = await collecting.value
    try Task.checkCancellation()
    return try staging.publish(written, mode: .exchange)
  }

  private static func notices(_ report: PublishReport) -> [String] {
    var notices: [String] = []
    if !report.foreign.isEmpty {
      let names = report.foreign.prefix(5).joined(separator: ", ")
      let count = NumberText.counted(report.foreign.count, "file that is", "files that are")
      notices.append("[O003]: kept \(count) not Vitrine's: \(names)")
    }
    if report.mode == .inPlace {
      notices.append(
        "[O010]: the folder cannot be exchanged as a whole, so its files were replaced one by one")
    }
    return notices
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
