import Formats
import TestSupport
import Testing

/// Runs the commands that GTO was run with and that write, and compares what is said and what is in
/// the repository afterwards, to the byte.
@Suite(.timeLimit(.minutes(30)))
struct GTOWritingTests {
  /// A registry of the collection, the commands to run in it, and the tags that come of them.
  struct Session: Sendable, CustomTestStringConvertible {
    let title: String
    let registry: PlumbingRegistry
    let commands: [Command]
    let tags: [JSONValue]

    var testDescription: String { title }
  }

  struct Command: Sendable {
    let arguments: [String]
    let status: Int
    let output: String
    let errors: String
    let now: String?
    let environment: [String: String?]

    /// Where GTO failed in a way that it did not foresee, or by its parser's words.
    var isUnforeseen: Bool {
      status != 0 && !errors.hasPrefix("❌ ") || errors.contains("Unexpected")
    }
  }

  static let verbs: Set = ["register", "assign", "deprecate"]

  /// All but those about dates of the environment, which git takes and gto does not.
  static let sessions: [Session] = PlumbingRegistry.collection().compactMap { json, registry in
    let title = json["case"]?.string ?? ""
    guard registry.writes, !title.hasPrefix("w18") else { return nil }
    let commands = (json["commands"]?.items ?? []).map(command)
    return Session(
      title: title, registry: registry, commands: commands,
      tags: json["after_refs"]?["tags"]?.items ?? [])
  }

  private static func command(_ json: JSONValue) -> Command {
    var environment: [String: String?] = [:]
    for member in json["env"]?.members ?? [] { environment[member.key] = member.value.string }
    return Command(
      arguments: json["argv"]?.items.compactMap(\.string) ?? [],
      status: json["rc"]?.number.flatMap { Int($0) } ?? 0, output: json["stdout"]?.string ?? "",
      errors: json["stderr"]?.string ?? "", now: json["now"]?.number, environment: environment)
  }

  @Test func findsTheCommands() {
    let commands = Self.sessions.flatMap(\.commands).filter {
      Self.verbs.contains($0.arguments[0])
    }
    #expect(commands.count > 70)
  }

  @Test(arguments: sessions)
  func doesWhatGTODoes(_ session: Session) async throws {
    try await withTemporaryFolder { folder in
      try await session.registry.make(in: folder)
      for command in session.commands where Self.verbs.contains(command.arguments[0]) {
        var environment = GitScript.environment()
        environment["GIT_COMMITTER_DATE"] = command.now.map { "\($0) +0000" }
        environment.merge(command.environment) { _, own in own }
        let result = try await runTool(
          [Vitrine.binary] + command.arguments, in: folder, environment: environment)
        Self.compare(result, command)
      }
      for tag in session.tags {
        let name = try #require(tag["refname"]?.string)
        guard let raw = tag["raw"]?.string else { continue }
        let found = try await require(["git", "-C", folder, "cat-file", "tag", name])
        #expect(found.text == raw, "\(name)")
      }
      let names = try await require(
        ["git", "-C", folder, "for-each-ref", "--format=%(refname)", "refs/tags"])
      #expect(
        Set(names.text.split(separator: "\n").map(String.init))
          == Set(session.tags.compactMap { $0["refname"]?.string }))
    }
  }

  private static func compare(_ result: ToolResult, _ command: Command) {
    #expect((result.status == 0) == (command.status == 0), "\(command.arguments) \(result.errors)")
    #expect(result.text == command.output, "\(command.arguments) \(result.errors)")
    guard command.status != 0, !command.isUnforeseen else { return }
    let words = command.errors.dropFirst(2).split(separator: "\n").first.map(String.init) ?? ""
    #expect(result.errors.hasPrefix("error: \(words)"), "\(command.arguments) \(result.errors)")
  }

  /// Where `pushes` is said, the tag is at origin afterwards, and gone after a deletion.
  @Test func pushes() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/work")
      try await script.initialize()
      try await script.commit()
      try await require(["git", "init", "-q", "--bare", "\(folder)/origin"])
      try await script.git("remote", "add", "origin", "\(folder)/origin")
      let made = try await runTool(
        [Vitrine.binary, "register", "m", "-r", script.path, "--push"],
        environment: GitScript.environment())
      #expect(made.status == 0, "\(made.errors)")
      #expect(
        made.text == """
          Created git tag 'm@v0.0.1' that registers version
          Running `git push origin m@v0.0.1`
          Successfully pushed git tag m@v0.0.1 on remote.

          """)
      let tags = try await require(["git", "-C", "\(folder)/origin", "tag"])
      #expect(tags.text == "m@v0.0.1\n")
      let taken = try await runTool(
        [Vitrine.binary, "deprecate", "m", "v0.0.1", "-d", "-r", script.path, "--push"],
        environment: GitScript.environment())
      #expect(taken.status == 0, "\(taken.errors)")
      #expect(taken.text.hasPrefix("Deleted git tag 'm@v0.0.1'\n"))
      #expect(try await require(["git", "-C", "\(folder)/origin", "tag"]).text == "")
    }
  }

  /// The real gto goes on where this program has written, and the other way round.
  @Test func takesTurnsWithGTO() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/work")
      try await script.initialize()
      try await script.commit()
      let gto = "\(Vitrine.environment)/bin/gto"
      var environment = GitScript.environment()
      environment["GIT_COMMITTER_DATE"] = String?.none
      let steps: [(String, [String])] = [
        (Vitrine.binary, ["register", "m"]), (gto, ["assign", "m", "--stage", "dev"]),
        (Vitrine.binary, ["assign", "m", "--version", "v0.0.1", "--stage", "prod"]),
        (gto, ["deprecate", "m", "v0.0.1", "dev"]), (Vitrine.binary, ["deprecate", "m", "v0.0.1"]),
        (gto, ["register", "m", "--simple", "false"]), (Vitrine.binary, ["deprecate", "m"]),
      ]
      for (program, arguments) in steps {
        // Among tags of one second, gto's order is not that of time.
        try await Task.sleep(for: .milliseconds(1_050))
        let result = try await runTool(
          [program] + arguments, in: script.path, environment: environment)
        #expect(result.status == 0, "\(arguments) \(result.text) \(result.errors)")
      }
      let tags = try await script.git("tag").split(separator: "\n")
      #expect(
        tags == [
          "m#dev!#3", "m#dev#1", "m#prod#2", "m@deprecated", "m@v0.0.1", "m@v0.0.1!", "m@v0.0.1#4",
        ])
      for command in [["show", "-d", "--json"], ["history", "--json"]] {
        let theirs = try await require([gto] + command, in: script.path)
        let ours = try await require([Vitrine.binary] + command, in: script.path)
        #expect(ours.text == theirs.text)
      }
    }
  }
}
