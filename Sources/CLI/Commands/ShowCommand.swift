import ArgumentParser
import GitStore
import Registry

/// GTO's `show`: the registry, or the versions of an artifact (`tags.md` §4.1).
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the registry, or the versions of an artifact.",
    discussion: "Takes gto's arguments and prints gto's JSON.")

  @OptionGroup var repository: RepositoryOption
  @Argument(help: "An artifact, NAME@latest, NAME@vX.Y.Z or NAME#stage; nothing for all.")
  var name: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print a table without a frame.") var plain = false
  @Flag(name: .customLong("name"), help: "Print names, one a line.") var showName = false
  @Flag(name: .customLong("version"), help: "Print versions, one a line.") var showVersion = false
  @Flag(name: .customLong("stage"), help: "Print stages, one a line.") var showStage = false
  @Flag(name: .customLong("ref"), help: "Print tags, one a line.") var showRef = false
  @OptionGroup var choices: ShowChoices

  func validate() throws {
    let formats = [json, plain, showName, showVersion, showStage, showRef].filter(\.self)
    if formats.count > 1 { throw ValidationError("Only one output format is allowed.") }
  }

  func run() async throws {
    try await answering(inJSON: json) {
      let query = choices.query
      if let name {
        try await showArtifact(ArtifactShortcut(name), query)
      } else {
        try await showRegistry(query)
      }
    }
  }

  private func showRegistry(_ query: GTOQuery) async throws {
    let state = try await repository.reading { try await $0.read(.holders) }.state
    if json { return Console.write(GTOJSON.registry(state, query)) }
    let table = RegistryTable(state, query)
    if showName { return table.names.forEach { Console.line(TerminalText.safe($0)) } }
    for (flag, isSet) in [("version", showVersion), ("stage", showStage), ("ref", showRef)]
    where isSet && !table.names.isEmpty {
      throw CommandFailure(status: CommandFailure.problems, "Cannot apply --\(flag)")
    }
    write(table.table)
  }

  private func showArtifact(_ shortcut: ArtifactShortcut, _ query: GTOQuery) async throws {
    let state = try await repository.reading { try await $0.read(.artifact(shortcut.artifact)) }
      .state
    guard let artifact = state.artifact(shortcut.artifact) else {
      throw unknown(shortcut.artifact, in: state)
    }
    let rows = shortcut.select(artifact.rows(query), artifact, query)
    if json { return Console.write(GTOJSON.versions(rows, of: artifact, query)) }
    let table = VersionsTable(rows, of: artifact, query)
    let column = showName ? 0 : showVersion ? 1 : showStage ? 2 : showRef ? 4 : nil
    if showName { throw CommandFailure(status: CommandFailure.problems, "Cannot apply --name") }
    guard let column else { return write(table.table) }
    for row in table.table.rows { Console.line(TerminalText.safe(row[column])) }
  }

  private func unknown(_ name: String, in state: GTOState) -> CommandFailure {
    let nearest = NearestName.among(state.artifacts.map(\.name), to: name)
    return CommandFailure(
      status: CommandFailure.problems,
      "Cannot find artifact '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""))
  }

  private func write(_ table: TextTable) {
    if table.rows.isEmpty { return Console.line("Nothing found in the current workspace") }
    table.lines(isPlain: plain).forEach(Console.line)
  }
}

/// The options of `show` that choose versions.
struct ShowChoices: ParsableArguments {
  @Flag(
    name: [.customLong("ro"), .customLong("registered-only")],
    help: "Leave commits without a version out of stages.")
  var registeredOnly = false
  @Flag(
    name: [.customShort("d"), .customLong("deprecated")],
    help: "Show what is deprecated or deregistered, too.")
  var deprecated = false
  @Option(
    name: [.customLong("av"), .customLong("assignments-per-version")], parsing: .unconditional,
    help: "Count the N oldest stages of each version; all with -1.")
  var assignmentsPerVersion = -1
  @Option(
    name: [.customLong("vs"), .customLong("versions-per-stage")], parsing: .unconditional,
    help: "Show N versions for each stage; all with -1.")
  var versionsPerStage = 1
  @Option(help: "Choose a stage's holder by timestamp or semver.")
  var sort = GTOQuery.Order.timestamp

  func validate() throws {
    if assignmentsPerVersion < -1 || versionsPerStage < -1 {
      throw ValidationError("--av and --vs take -1 or more.")
    }
  }

  var query: GTOQuery {
    var query = GTOQuery()
    query.registeredOnly = registeredOnly
    query.includesDeprecated = deprecated
    query.assignmentsPerVersion = assignmentsPerVersion
    query.versionsPerStage = versionsPerStage
    query.order = sort
    return query
  }
}

extension GTOQuery.Order: ExpressibleByArgument {}
