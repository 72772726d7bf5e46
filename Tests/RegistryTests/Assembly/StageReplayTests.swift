import GitStore
import Registry
import TestSupport
import Testing

/// Who held a stage from when to when (`tags.md` §2.5).
@Suite(.timeLimit(.minutes(30)))
struct StageReplayTests {
  struct Story: Sendable, CustomTestStringConvertible {
    let name: String

    /// Tags, one a minute, each at one of three commits `a`, `b`, `c`: `m@v1.0.0 a`.
    let tags: [String]

    /// `stage version begin-end` in minutes.
    let intervals: [String]

    init(_ name: String, _ tags: [String], _ intervals: [String]) {
      self.name = name
      self.tags = tags
      self.intervals = intervals
    }

    var testDescription: String { name }
  }

  private static let versions = ["m@v1.0.0 a", "m@v2.0.0 b"]

  static let stories = [
    Story(
      "promotion", versions + ["m#prod#1 a", "m#prod#2 b"], ["prod v1.0.0 2-3", "prod v2.0.0 3-"]),
    Story(
      "two stages", versions + ["m#dev#1 b", "m#prod#2 a", "m#dev#3 a"],
      ["dev v2.0.0 2-4", "prod v1.0.0 3-", "dev v1.0.0 4-"]),
    Story(
      "roll back", versions + ["m#prod#1 a", "m#prod#2 b", "m#prod#3 a"],
      ["prod v1.0.0 2-3", "prod v2.0.0 3-4", "prod v1.0.0 4-"]),
    Story(
      "assigned again", versions + ["m#prod#1 a", "m#prod#2 a"], ["prod v1.0.0 2-"]),
    Story(
      "unassignment falls back", versions + ["m#prod#1 a", "m#prod#2 b", "m#prod!#3 b"],
      ["prod v1.0.0 2-3", "prod v2.0.0 3-4", "prod v1.0.0 4-"]),
    Story(
      "unassignment of a shadowed version", versions + ["m#prod#1 a", "m#prod#2 b", "m#prod!#3 a"],
      ["prod v1.0.0 2-3", "prod v2.0.0 3-"]),
    Story(
      "unassignment of the only one", versions + ["m#prod#1 a", "m#prod!#2 a"],
      ["prod v1.0.0 2-3"]),
    Story(
      "deregistration falls back", versions + ["m#prod#1 a", "m#prod#2 b", "m@v2.0.0! b"],
      ["prod v1.0.0 2-3", "prod v2.0.0 3-4", "prod v1.0.0 4-"]),
    Story(
      "registration brings stages back",
      versions + ["m#prod#1 b", "m@v2.0.0! b", "m@v2.0.0#2 b"],
      ["prod v2.0.0 2-3", "prod v2.0.0 4-"]),
    Story(
      "deregistration at another commit", versions + ["m#prod#1 a", "m@v1.0.0! c", "m#prod#2 b"],
      ["prod v1.0.0 2-4", "prod v2.0.0 4-"]),
    Story(
      "assigned before it was registered", ["m#prod#1 a", "m@v1.0.0 a"], ["prod v1.0.0 0-"]),
    Story(
      "commit without a version", ["m@v1.0.0 a", "m#prod#1 a", "m#prod#2 c"],
      ["prod v1.0.0 1-2", "prod C 2-"]),
    Story(
      "unassignment of a commit without a version", ["m@v1.0.0 a", "m#prod#1 c", "m#prod!#2 c"],
      ["prod C 1-"]),
    Story("deprecation", ["m@v1.0.0 a", "m#prod#1 a", "m@deprecated a"], ["prod v1.0.0 1-"]),
  ]

  @Test(arguments: stories)
  func tellsWhoHeldWhat(_ story: Story) async throws {
    try await RegistryScript.make { registry in
      let commits = try await commits(registry)
      for (minute, line) in story.tags.enumerated() {
        let words = line.split(separator: " ").map(String.init)
        try await registry.tag(words[0], at: try #require(commits[words[1]]), minute: minute)
      }
      let artifact = try await registry.artifact("m")
      let told = artifact.intervals.map { interval in
        let version = interval.version == commits["c"] ? "C" : interval.version
        return "\(interval.stage) \(version) \(minute(interval.begin))-"
          + (interval.end.map { String(minute($0)) } ?? "")
      }
      #expect(told == story.intervals)
      expectHolders(artifact)
    }
  }

  /// In one second GTO's ties decide, and the open intervals have to say the same.
  @Test(arguments: [
    ["m#prod#1 a", "m#prod#2 b"], ["m#prod#2 a", "m#prod#1 b"], ["m#prod#1 a", "m#prod!#2 a"],
    ["m#prod#1 a", "m@v1.0.0! a", "m#prod#2 b"], ["m#prod#1 c", "m#prod#2 a"],
    ["m#prod#1 b", "m#prod!#2 b", "m#prod#3 b", "m#prod#4 a"],
  ])
  func tiesEndAsGTOResolvesThem(_ tags: [String]) async throws {
    try await RegistryScript.make { registry in
      let commits = try await commits(registry)
      for line in Self.versions + tags {
        let words = line.split(separator: " ").map(String.init)
        let minute = Self.versions.firstIndex(of: line) ?? 5
        try await registry.tag(words[0], at: try #require(commits[words[1]]), minute: minute)
      }
      let artifact = try await registry.artifact("m")
      #expect(artifact.versions.count == 2)
      expectHolders(artifact)
    }
  }

  private func expectHolders(_ artifact: Artifact) {
    let open = artifact.intervals.filter { $0.end == nil }.map { "\($0.stage) \($0.version)" }
    #expect(open.sorted() == artifact.stages.map { "\($0.stage) \($0.holder.version)" }.sorted())
  }

  private func commits(_ registry: RegistryScript) async throws -> [String: String] {
    var commits: [String: String] = [:]
    for name in ["a", "b", "c"] { commits[name] = try await registry.script.commit(["file": name]) }
    return commits
  }

  private func minute(_ event: RegistryEvent) -> Int {
    (Int(event.time.seconds) - RegistryScript.start) / 60
  }
}
