import Formats
import TestSupport
import Testing

/// Runs the reading commands that GTO was run with, and compares what they print in JSON.
@Suite(.timeLimit(.minutes(30)))
struct GTOCommandTests {
  /// A registry of the collection with the commands to run in it.
  struct Session: Sendable, CustomTestStringConvertible {
    let title: String
    let registry: PlumbingRegistry
    let commands: [Command]

    var testDescription: String { title }
  }

  /// A command, the folder below the registry's that it runs in, and what it has to print.
  struct Command: Sendable {
    let arguments: [String]
    let folder: String
    let output: String
  }

  static let sessions: [Session] = PlumbingRegistry.collection().compactMap { json, registry in
    let commands = (json["commands"]?.items ?? []).compactMap(command)
    guard !commands.isEmpty, !registry.writes else { return nil }
    return Session(title: json["case"]?.string ?? "", registry: registry, commands: commands)
  }

  /// Commands that read, answered in JSON, and succeeded in GTO.
  private static func command(_ json: JSONValue) -> Command? {
    let arguments = json["argv"]?.items.compactMap(\.string) ?? []
    let reading = ["show", "history", "stages", "check-ref"]
    guard let verb = arguments.first, reading.contains(verb), arguments.contains("--json"),
      json["rc"]?.number == "0", json["env"]?.members.isEmpty ?? true,
      let answer = json["json"]
    else { return nil }
    var output = JSONWriter(style: .python)
    output.value(answer)
    return Command(
      arguments: arguments, folder: json["cwd"]?.string ?? "",
      output: String(decoding: output.finished(), as: UTF8.self))
  }

  @Test func findsTheCommands() {
    #expect(Self.sessions.map(\.commands.count).reduce(0, +) > 300)
  }

  @Test(arguments: sessions)
  func printsWhatGTOPrints(_ session: Session) async throws {
    try await withTemporaryFolder { folder in
      try await session.registry.make(in: folder)
      for command in session.commands {
        let result = try await runTool(
          [Vitrine.binary] + command.arguments, in: "\(folder)/\(command.folder)")
        #expect(result.text == command.output, "\(command.arguments) \(result.errors)")
      }
    }
  }
}
