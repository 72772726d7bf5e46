import Formats
import TestSupport
import Testing

/// Traps of tags, annotations and repositories.
extension RecordTrapTests {
  @Test func trap02ColonIsEqualsSignInTags() async throws {
    let records = ["cv": ("cv/m.json", "cv/params.yaml"), "nlp": ("nlp/m.json", "nlp/p.toml")]
    for (project, (metrics, params)) in records {
      let name = "monorepo-\(project)"
      let fixture = try #require(DVCFixture.pipelines.first { $0.name == name })
      try await RecordSite.with(fixture) { site, _ in
        let document = try site.document(name, "\(project):seg", "v2.0.0")
        #expect(document["metrics"]?.members.map(\.key) == [metrics])
        #expect(document["params"]?.members.map(\.key) == [params])
      }
    }
  }

  @Test func trap30PartialClone() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/origin")
      try await script.initialize()
      try await script.git("config", "uploadpack.allowFilter", "true")
      let long = String(repeating: " ", count: 5_000)
      try await script.commit([
        "dvc.yaml": "\(DVCFixture.artifact)metrics: [small.json, large.json]\n",
        "small.json": #"{"f1": 0.5}"#, "large.json": "{\"auc\": 0.7}\(long)",
      ])
      try await script.tag("m@v1.0.0", at: 1_704_100_000)
      try await script.git(
        "clone", "-q", "--no-checkout", "--filter=blob:limit=1k", "file://\(script.path)",
        "\(folder)/repos/repo")
      let site = try await RecordSite.build(in: folder)
      let document = try site.document("repo", "m", "v1.0.0")
      #expect(document[["metrics", "small.json", "f1"]] == .number("0.5"))
      #expect(document[["metrics", "large.json"]] == nil)
      #expect(document.noteLines.contains { $0.contains("large.json") })
      #expect(document.noteCodes.contains("G006"), "\(document.noteCodes)")
    }
  }

  @Test func trap32NestedTagsAndTagsOnBlobs() async throws {
    try await withRepository { script in
      let commit = try await script.commit(Self.files(0.5))
      try await script.tag("inner", commit, at: 1_704_100_000)
      try await script.tag("m@v1.0.0", "inner", at: 1_704_100_100)
      try await script.tag("m@v2.0.0", "HEAD:metrics.json", at: 1_704_100_200)
    } check: { site in
      let document = try site.document("repo", "m", "v1.0.0")
      #expect(document["commit"]?.string?.count == 40)
      #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.5"))
      #expect(!site.knows("repo", "m", "v2.0.0"))
    }
  }

  /// A pipeline with one metric.
  private static func files(_ value: Double) -> [String: String] {
    [
      "dvc.yaml": "\(DVCFixture.artifact)metrics: [metrics.json]\n",
      "metrics.json": "{\"f1\": \(value)}",
    ]
  }

  private func withRepository(
    _ make: (GitScript) async throws -> Void, check: (RecordSite) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repos/repo")
      try await script.initialize()
      try await make(script)
      try check(try await RecordSite.build(in: folder))
    }
  }
}
