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

  func validate() throws {
    if [json, showName, showVersion, showStage, showEvent].filter(\.self).count > 1 {
      throw ValidationError("Only one output format is allowed.")
    }
  }

  func run() async throws {
    try await answering(inJSON: json) {
      let prefix = "refs/tags/"
      let name = ref.hasPrefix(prefix) ? String(ref.dropFirst(prefix.count)) : ref
      let reading = try await repository.reader().read(.events)
      // GTO looks for the ref first, and then for the event whose tag object has that name.
      guard reading.tags.tags.contains(where: { $0.refName == name }),
        let event = reading.state.history.first(where: { $0.tag == name })
      else { return }
      answer(event)
    }
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
