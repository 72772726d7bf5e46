import TestSupport
import Testing

/// Runs the real gto beside Vitrine on registries made by chance.
@Suite(.timeLimit(.minutes(30)))
struct DifferentialTests {
  /// Fixed ones, so that a failure can be repeated; `VITRINE_SEED` adds one.
  static let registries =
    ([11, 23, 37, 58, 71, 94]
    + [Vitrine.variable("VITRINE_SEED")]
    .compactMap { $0.flatMap { UInt64($0) } }).map { RandomRegistry(seed: $0) }

  @Test(arguments: registries)
  func answersLikeGTO(_ registry: RandomRegistry) async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript(folder)
      try await script.initialize()
      try await script.git("fast-import", "--quiet", "--force", input: registry.stream())
      var commands = [
        ["show"], ["show", "-d", "--vs", "-1"], ["show", "--sort", "semver", "--ro"],
        ["history"], ["history", "--asc"], ["stages"],
      ]
      commands += RandomRegistry.artifacts.flatMap { [["show", $0], ["show", "\($0)@latest"]] }
      for command in commands {
        let gto = try await runTool(
          ["\(Vitrine.environment)/bin/gto"] + command + ["--json", "-r", folder])
        let own = try await runTool([Vitrine.binary] + command + ["--json", "-r", folder])
        if gto.succeeded {
          #expect(own.text == gto.text, "\(registry) \(command) \(own.errors)")
        } else {
          try Self.checkRefusal(own, gto, "\(registry) \(command)")
        }
      }
    }
  }

  /// GTO refuses the whole registry where a stage lies on a commit with several versions; Vitrine
  /// answers there. An unknown artifact is an error to both.
  private static func checkRefusal(
    _ own: ToolResult, _ gto: ToolResult, _ what: String
  ) throws {
    let isRegistryRefused = gto.errors.contains("Multiple versions")
    #expect(own.succeeded == isRegistryRefused, "\(what): gto says \(gto.errors)")
    _ = try OrderedJSON.parse(own.output)
  }
}
