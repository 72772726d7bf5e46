import ArgumentParser
import Registry

/// GTO's `check-ref`: what one tag did.
struct CheckRefCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-ref", abstract: "Tell what a tag did to the registry.",
    discussion: "Takes gto's arguments and prints gto's JSON; nothing for any other ref.")

  @OptionGroup var repository: RepositoryOption
  @Argument(help: "A tag's name, or refs/tags/NAME.") var ref: String
  @Flag(help: "Print JSON.") var json = false
  @Flag(name: .customLong("name"), help: "Print the artifact.") var showName = false
  @Flag(name: .customLong("version"), help: "Print the version.") var showVersion = false
  @Flag(name: .customLong("stage"), help: "Print the stage.") var showStage = false
  @Flag(name: .customLong("event"), help: "Print the kind of event.") var showEvent = false
  @Flag(help: "Add the parts of the event to the outputs of a step of GitHub Actions.")
  var githubOutput = false
  @Flag(help: "Print the parts of the event as variables, VITRINE_EVENT and so on.")
  var dotenv = false

  func validate() throws {
    let formats = [json, showName, showVersion, showStage, showEvent, githubOutput, dotenv]
    if formats.filter(\.self).count > 1 {
      throw ValidationError("Only one output format is allowed.")
    }
  }

  func run() async throws {
    try await answering(inJSON: json) {
      let prefix = "refs/tags/"
      let name = ref.hasPrefix(prefix) ? String(ref.dropFirst(prefix.count)) : ref
      let isForJob = githubOutput || dotenv
      let reading = try await repository.reading {
        try await $0.read(isForJob ? .everything : .events)
      }
      // GTO looks for the ref first, and then for the event whose tag object has that name.
      let event =
        reading.tags.tags.contains { $0.refName == name }
        ? reading.state.history.first { $0.tag == name } : nil
      if isForJob { return try answerJob(event, reading) }
      if let event { answer(event) }
    }
  }

  /// Says nothing of an event as well, so that a job's conditions always have something to ask.
  private func answerJob(_ event: RegistryEvent?, _ reading: RegistryReading) throws {
    let outputs = EventOutputs(event, reading)
    if dotenv { return Console.write(outputs.variables) }
    guard let file = Console.variable("GITHUB_OUTPUT") else {
      throw CommandFailure(
        status: CommandFailure.refusedData,
        "GITHUB_OUTPUT is not set, so this is no step of GitHub Actions")
    }
    try AddedFile.write(outputs.githubLines, to: file, appending: true)
  }

  private func answer(_ event: RegistryEvent) {
    if json { return Console.write(GTOJSON.reference(event)) }
    let line: String? =
      if showName {
        event.artifact
      } else if showVersion {
        event.version
      } else if showStage {
        event.stage
      } else if showEvent {
        event.kind.name
      } else {
        EventSentence.text(event)
      }
    if let line { Console.line(TerminalText.safe(line)) }
  }
}

/// What an event did, in a sentence.
enum EventSentence {
  static func text(_ event: RegistryEvent) -> String {
    let artifact = "artifact \"\(event.artifact)\""
    let version = "\"\(event.version ?? "")\""
    let stage = "\"\(event.stage ?? "")\""
    return switch event.kind {
    case .deprecation: "A\(artifact.dropFirst()) was deprecated"
    case .registration: "Version \(version) of \(artifact) was registered"
    case .deregistration: "Version \(version) of \(artifact) was deregistered"
    case .assignment: "Stage \(stage) was assigned to version \(version) of \(artifact)"
    case .unassignment: "Stage \(stage) was unassigned from version \(version) of \(artifact)"
    }
  }
}
