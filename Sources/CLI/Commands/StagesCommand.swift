import ArgumentParser
import Registry

/// GTO's `stages`: the configured stages, else those in use.
struct StagesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "List the stages of the registry.",
    discussion: "Takes gto's arguments and prints gto's JSON.")

  @OptionGroup var repository: RepositoryOption
  @Flag(help: "The stages that .gto allows.") var allowed = false
  @Flag(help: "The stages that some version holds now.") var used = false
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    if allowed, used { throw ValidationError("Either --allowed or --used can be set.") }
  }

  func run() async throws {
    try await answering(inJSON: json) {
      let state = try await repository.reading { try await $0.read(.holders) }.state
      let stages = allowed ? state.allowedStages : used ? state.usedStages : state.stages
      if json { return Console.write(GTOJSON.stages(stages)) }
      for stage in stages ?? [] { Console.line(TerminalText.safe(stage)) }
    }
  }
}
