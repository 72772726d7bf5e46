import Records
import TestSupport
import Testing

@testable import Registry

/// What breaks off from one version to the next (`bad-input.md`, P001 and J010).
@Suite(.timeLimit(.minutes(30)))
struct RecordBreakTests {
  /// What is told of versions that hold these files, one after the other.
  private func told(
    _ code: String, _ versions: [[String: String?]], patterns: [String] = []
  ) async throws -> [Diagnostic] {
    var found: [Diagnostic] = []
    try await RegistryScript.make { repo in
      for (index, files) in versions.enumerated() {
        for (path, text) in files where text == nil { try await repo.script.git("rm", "-q", path) }
        try await repo.script.commit(
          files.compactMapValues(\.self), at: RegistryScript.start + 60 * index)
        try await repo.tag("m@v\(index + 1).0.0", minute: index)
      }
      var settings = RecordSettings()
      settings.metricsFiles = patterns
      let registry = try await RegistryLoader(
        [RepositorySource(path: repo.script.path)], records: settings, jobs: 1
      ).load()
      found = registry.diagnostics.filter { $0.code == code }
    }
    return found
  }

  @Test func aMetricThatBecomesAnotherKindOfThing() async throws {
    let told = try await told(
      "J010",
      [
        ["dvc.yaml": "metrics: [m.json]\n", "m.json": #"{"a": 1, "b": {"c": true}, "d": 2}"#],
        ["m.json": #"{"a": "n/a", "b": {"c": 0.5}, "d": 3}"#],
        ["m.json": #"{"a": "n/a", "b": {"c": 0.6}, "d": 3, "e": "new"}"#],
      ])
    #expect(told.map(\.severity) == [.warning])
    #expect(told.map(\.place.version) == ["v2.0.0"])
    #expect(told.map(\.place.file) == ["m.json"])
    #expect(told.map(\.problem) == ["a became a text and was a number in v1.0.0; so did 1 more"])
  }

  @Test func aFileThatIsOneValue() async throws {
    let told = try await told(
      "J010", [["dvc.yaml": "metrics: [m.json]\n", "m.json": "0.5"], ["m.json": "\"good\""]])
    #expect(told.map(\.problem) == ["its value became a text and was a number in v1.0.0"])
  }

  @Test(arguments: [#""nan""#, #""0.5""#, "NaN", "null", "1e3"])
  func whatCanBeComparedOrIsMissingIsNoOtherKind(value: String) async throws {
    let told = try await told(
      "J010",
      [
        ["dvc.yaml": "metrics: [m.json]\n", "m.json": #"{"a": 1}"#],
        ["m.json": "{\"a\": \(value)}"], ["m.json": #"{"a": 2}"#],
      ])
    #expect(told == [])
  }

  @Test func aFileThatAPatternNoLongerFinds() async throws {
    let told = try await told(
      "P001",
      [
        ["results/m.json": #"{"a": 1}"#, "x": "1"], ["results/m.json": nil, "x": "2"], ["x": "3"],
        ["results/n.json": #"{"a": 2}"#],
      ], patterns: ["results/*.json"])
    #expect(told.map(\.severity) == [.warning])
    #expect(told.map(\.place.version) == ["v2.0.0"])
    #expect(told.map(\.place.file) == ["results/*.json"])
  }

  @Test func aPatternThatNeverFindsAnything() async throws {
    let versions: [[String: String?]] = [["x": "1"], ["x": "2"]]
    let told = try await told("P001", versions, patterns: ["results/*.json", "m.json"])
    #expect(told.map(\.severity) == [.note, .note])
    #expect(told.map(\.place.version) == [nil, nil])
    #expect(told.map(\.place.file) == ["results/*.json", "m.json"])
    // Where metrics come from a pipeline, a pattern for other repositories is no mistake.
    let pipeline: [String: String?] = ["dvc.yaml": "metrics: [m.yaml]\n", "m.yaml": "a: 1\n"]
    let other = try await self.told("P001", [pipeline], patterns: ["results/*.json"])
    #expect(other == [])
  }
}
