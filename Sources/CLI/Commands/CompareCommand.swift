import ArgumentParser
import GitStore
import Glibc
import Registry
import Site
import Storage

/// Versions side by side, as the site's comparisons show them (`cli.md`).
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Put metrics, params and inputs of versions side by side.",
    discussion: """
      A version is v1.2.0, latest or #stage of the first argument's model, or names its own model: \
      vitrine compare churn v1.0.0 latest; vitrine compare churn@v1.0.0 other#prod -r a -r b. \
      Quote what begins with #.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json, markdown, csv }

  @Argument(help: "A model and two to eight versions of it, or two to eight MODEL@VERSION.")
  var names: [String]
  @Option(name: .shortAndLong, help: "text, json, markdown or csv.")
  var format = Format.text
  @Option(
    name: [.customShort("r"), .customLong("repo")],
    help:
      "A Git repository by path or address, or a folder whose children are; else the configuration's, else this one."
  )
  var repositories: [String] = []
  @Option(help: "The version that the others are compared with (default: the one in production).")
  var baseline: String?
  @Flag(help: "Show what doesn't differ, too (text).") var all = false
  @Option(
    name: .shortAndLong, help: "The configuration file (default: vitrine.yaml, if there is one).")
  var config: String?
  @Flag(help: "Never leave this machine: neither remotes nor storage commands are asked.")
  var offline = false
  @Option(help: "Colours: auto, always or never.") var color = Console.Choice.auto

  func run() async throws {
    try await answering(inJSON: format == .json) {
      do {
        write(try await comparison())
      } catch let error as ConfigurationError {
        throw CommandFailure(status: CommandFailure.refusedData, error.description)
      } catch let error as RegistryLoadError {
        throw CommandFailure(error)
      }
    }
  }

  private func comparison() async throws -> VersionComparison {
    var configuration = try Configuration.read(config)
    if !repositories.isEmpty {
      configuration.repositories = try repositories.flatMap { try RepositorySource.meant(by: $0) }
    } else if configuration.repositories.isEmpty {
      configuration.repositories = [RepositorySource(path: ".")]
    }
    configuration.records.storage.isOffline = offline
    configuration.records.storage.configurationFolders = DVCFolders.configuration(Console.variable)
    let copies = try MirrorFolder.standard()
    let registry = try await RegistryLoader(
      configuration.repositories, records: configuration.records,
      mirrors: copies.mirrors(configuration), patience: configuration.gitSeconds,
      jobs: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    ).load()
    let finder = VersionFinder(registry: registry)
    let columns = try self.columns(finder)
    tellProblems(registry, columns)
    let stages = SiteStage.all(in: registry, settings: configuration.settings)
    let place = try baselinePlace(
      among: columns, finder, production: stages.filter(\.isProduction).map(\.name))
    return VersionComparison(columns, baseline: place, settings: configuration.settings)
  }

  /// The versions that are named, each once.
  private func columns(_ finder: VersionFinder) throws -> [ComparedVersion] {
    var columns: [ComparedVersion] = []
    for (choice, model) in try choices(finder) {
      let column = try finder.version(choice, of: model)
      if !columns.contains(where: { Self.isSame($0, column) }) { columns.append(column) }
    }
    guard (2...VersionComparison.limit).contains(columns.count) else {
      throw CommandFailure(
        status: CommandFailure.refusedData,
        "compare takes two to \(VersionComparison.limit) different versions, not \(columns.count)")
    }
    return columns
  }

  private func choices(
    _ finder: VersionFinder
  ) throws -> [(VersionChoice, VersionFinder.Model)] {
    var rest = names[...]
    var common: VersionFinder.Model?
    if let first = names.first, VersionChoice(first)?.model == nil {
      common = try finder.model(named: first)
      rest = names.dropFirst()
    }
    return try rest.map { name in
      let choice = VersionChoice(name)
      if let choice, let model = choice.model { return (choice, try finder.model(named: model)) }
      guard let common else {
        throw CommandFailure(
          status: CommandFailure.refusedData,
          "“\(name)” names no model; write MODEL@VERSION, or the model first")
      }
      return (choice ?? VersionChoice(versionNamed: name), common)
    }
  }

  private func baselinePlace(
    among columns: [ComparedVersion], _ finder: VersionFinder, production: [String]
  ) throws -> Int {
    guard let baseline else {
      return VersionComparison.defaultBaseline(of: columns, productionStages: production)
    }
    let choice = VersionChoice(baseline) ?? VersionChoice(versionNamed: baseline)
    let models =
      try choice.model.map { [try finder.model(named: $0)] }
      ?? columns.map { VersionFinder.Model(artifact: $0.artifact, repository: $0.repository) }
    var failure: CommandFailure?
    for model in models {
      do throws(CommandFailure) {
        let version = try finder.version(choice, of: model)
        if let place = columns.firstIndex(where: { Self.isSame($0, version) }) { return place }
      } catch {
        failure = failure ?? error
      }
    }
    throw failure
      ?? CommandFailure(
        status: CommandFailure.refusedData,
        "the baseline “\(baseline)” is not among the versions that are compared")
  }

  private static func isSame(_ one: ComparedVersion, _ other: ComparedVersion) -> Bool {
    one.repository.id == other.repository.id && one.artifact.name == other.artifact.name
      && one.version.name == other.version.name
  }

  /// Says what of the compared versions, or of a whole repository, could not be read.
  private func tellProblems(_ registry: Registry, _ columns: [ComparedVersion]) {
    let told = registry.diagnostics.filter { diagnostic in
      let place = diagnostic.place
      guard let artifact = place.artifact else { return diagnostic.severity == .error }
      return columns.contains {
        $0.repository.id == place.repository && $0.artifact.name == artifact
          && ($0.version.name == place.version || $0.version.commit.hex == place.commit)
      }
    }
    let console = Console(color: color)
    for block in DiagnosticText(console: console).blocks(told) { console.say(block) }
  }

  private func write(_ comparison: VersionComparison) {
    switch format {
    case .json: Console.write(ComparisonDocument.bytes(of: comparison))
    case .csv: Console.write(ComparisonCSV.bytes(of: comparison))
    case .markdown: Console.write(Array(ComparisonMarkdown.text(of: comparison).utf8))
    case .text:
      ComparisonLines(
        comparison: PlainComparison(comparison, showsEqual: all),
        isColored: Console.colorsAnswers(color)
      ).lines.forEach(Console.line)
    }
  }
}
