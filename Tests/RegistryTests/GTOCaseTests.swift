import Formats
import GitStore
import Registry
import TestSupport
import Testing

/// Replays every registry of the collection and compares with what GTO answered, byte for byte.
@Suite(.timeLimit(.minutes(30)))
struct GTOCaseTests {
  @Test func findsTheCollection() { #expect(GTOCase.all.count == 210) }

  @Test(arguments: GTOCase.all.filter { !$0.failsInGTO })
  func answersLikeGTO(_ gtoCase: GTOCase) async throws {
    try await withTemporaryFolder { folder in
      try await gtoCase.registry.make(in: folder)
      let reader = RegistryReader(try await GitRepository.open(folder), id: "case")
      let registry = try await reader.read(.holders).state
      expect(GTOJSON.registry(registry, GTOQuery()), gtoCase.showJSON)
      expect(GTOJSON.stages(registry.stages), gtoCase.stagesJSON)
      expect(GTOJSON.history(try await reader.read(.events).state.history), gtoCase.historyJSON)
      for member in gtoCase.artifacts {
        let state = try await reader.read(.artifact(member.key)).state
        let artifact = try #require(state.artifact(member.key))
        let rows = artifact.rows(GTOQuery())
        expect(GTOJSON.versions(rows, of: artifact, GTOQuery()), member.value)
      }
      // The site reads everything at once and has to come to the same state.
      let everything = try await reader.read(.everything).state
      expect(GTOJSON.registry(everything, GTOQuery()), gtoCase.showJSON)
    }
  }

  @Test(arguments: GTOCase.all.filter(\.failsInGTO))
  func goesOnWhereGTODies(_ gtoCase: GTOCase) async throws {
    // GTO dies of these through its own configuration or a second Git library; the registry is sound.
    let soundRegistries = ["c14", "o25"]
    try await withTemporaryFolder { folder in
      try await gtoCase.registry.make(in: folder)
      guard let repository = try? await GitRepository.open(folder) else { return }
      let reading = try await RegistryReader(repository, id: "case").read(.everything)
      if !soundRegistries.contains(gtoCase.id) { #expect(!reading.diagnostics.isEmpty) }
    }
  }

  private func expect(
    _ bytes: [UInt8], _ expected: JSONValue?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let expected else { return }
    var json = JSONWriter(style: .python)
    json.value(expected)
    #expect(
      String(decoding: bytes, as: UTF8.self) == String(decoding: json.finished(), as: UTF8.self),
      sourceLocation: sourceLocation)
  }
}
