import ArgumentParser
import Registry

/// GTO's `history`: everything that tags did, newest first.
struct HistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Show what tags did to the registry, newest first.",
    discussion: "Takes gto's arguments and prints gto's JSON.")

  @OptionGroup var repository: RepositoryOption
  @Argument(help: "An artifact; nothing for all.") var name: String?
  @Flag(help: "Print JSON.") var json = false
  @Flag(help: "Print a table without a frame.") var plain = false
  @Flag(name: [.customLong("asc"), .customLong("ascending")], help: "Oldest first.")
  var ascending = false

  func validate() throws {
    if json, plain { throw ValidationError("Only one output format is allowed.") }
  }

  func run() async throws {
    try await answering(inJSON: json) {
      let history = try await repository.reading { try await $0.read(.events) }.state.history
      let ordered = ascending ? history.reversed() : history
      let events = ordered.filter { name == nil || $0.artifact == name }
      if json { return Console.write(GTOJSON.history(events)) }
      if events.isEmpty { return Console.line("Nothing found in the current workspace") }
      HistoryTable(events).table.lines(isPlain: plain).forEach(Console.line)
    }
  }
}
