import ArgumentParser
import Cards
import FactStore
import GitStore
import Registry

/// Writes the facts of one repository into a file, for a build elsewhere.
struct CollectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "collect", abstract: "Read one repository into a file for build --from.",
    discussion: """
      One job a repository on any number of machines, then vitrine build --from FILE… -o DIR: the site \
      is the same as if one build had read them all. Both need the same version and configuration.
      """)

  @Argument(help: "A Git repository by path or address.") var repository = "."
  @Option(name: .shortAndLong, help: "The file to write.") var output: String
  @Option(help: "The repository's name in the site (default: as configured, else its folder's).")
  var id: String?
  @OptionGroup var reading: ConfigurationOptions
  @OptionGroup var diagnostics: DiagnosticOptions
  @OptionGroup var options: BuildOptions

  func run() async throws {
    let console = options.console
    let told = diagnostics.output
    let registry: Registry
    do {
      let configuration = try reading.configuration()
      let source = try source(configuration)
      registry = try await collect(source, configuration)
      try told.tell(registry, of: [source], on: console, isAnswer: false)
    } catch {
      let failure =
        (error as? ConfigurationError).map {
          CommandFailure(status: CommandFailure.refusedData, $0.description)
        } ?? CommandFailure(build: error)
      told.complain(failure, on: console)
      throw ExitCode(failure.status)
    }
    let totals = RegistryTotals(registry)
    console.say(
      "Collected \(NumberText.counted(totals.models, "model", "models")), "
        + "\(NumberText.counted(totals.versions, "version", "versions"))")
    if told.fails(registry) { throw ExitCode(CommandFailure.problems) }
  }

  private func collect(
    _ source: RepositorySource, _ configuration: Configuration
  ) async throws -> Registry {
    let records = configuration.records
    let copies = try MirrorFolder.standard()
    let spool = try Spool()
    let cards = CardOutput(
      renderer: WorkerPool(options: records.cards.markdown, processes: options.jobCount),
      spool: spool)
    let loader = RegistryLoader(
      [source], records: records, cards: cards, mirrors: copies.mirrors(configuration),
      patience: configuration.gitSeconds, jobs: options.jobCount)
    guard let glance = try await loader.glance().first else {
      throw CommandFailure(status: CommandFailure.unreadableRepository, "there is no repository")
    }
    // A file of facts that is there is as good as the copy, and says when it was made.
    if let error = glance.staleness { throw error }
    var facts = try await loader.facts(of: glance)
    do throws(FactsWriteError) {
      try FactsFile.write(
        &facts, program: ToolVersion.text, reading: records.checksum, state: .unknown, from: spool,
        to: output)
    } catch {
      throw CommandFailure(
        status: CommandFailure.failedOutput,
        "the file \(output) cannot be written: \(error.reason) [O006]")
    }
    return Registry(repositories: [facts.repository])
  }

  /// The repository, with what the configuration says of it.
  private func source(
    _ configuration: Configuration
  ) throws(CommandFailure) -> RepositorySource {
    if GitAddress.isMeant(by: repository) {
      let address = try GitAddress(meantBy: repository)
      let configured = configuration.repositories.first { $0.remote?.address == address }
      return RepositorySource(
        remote: configured?.remote ?? RemoteRepository(address), id: id ?? configured?.id,
        webURL: configured?.webURL)
    }
    let place = FileStatus.realPath(repository)
    let configured = configuration.repositories.first {
      $0.path == repository || (place != nil && FileStatus.realPath($0.path) == place)
    }
    return RepositorySource(
      path: repository, id: id ?? configured?.id, webURL: configured?.webURL)
  }
}
