import Formats
import TestSupport
import Testing

/// Traps of tags, annotations and repositories.
extension RecordTrapTests {
  @Test func trap02ColonIsEqualsSignInTags() async throws {
    let fixture = try #require(DVCFixture.pipelines.first { $0.name == "monorepo-cv" })
    try await RecordSite.with(fixture) { site, _ in
      let document = try site.document("monorepo-cv", "cv:seg", "v1.0.0")
      #expect(document["name"]?.string == "cv:seg")
      #expect(document[["artifact", "path"]]?.string == "cv/seg.pt")
      #expect(document[["metrics", "cv/m.json", "iou"]] == .number("0.5"))
    }
  }

  @Test func trap03CountersAndReregistration() async throws {
    try await withRepository { script in
      try await script.commit(Self.files(0.5))
      for (index, tag) in ["m@v1.0.0#1", "m@v1.0.0!#2", "m@v1.0.0#3"].enumerated() {
        try await script.tag(tag, at: 1_704_100_000 + index * 60)
      }
    } check: { site in
      let document = try site.document("repo", "m", "v1.0.0")
      #expect(document["status"]?.string == "active")
      #expect(document[["registered", "tag"]]?.string == "m@v1.0.0#3")
      #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.5"))
    }
  }

  @Test func trap04LightweightAndLookAlikeTags() async throws {
    try await withRepository { script in
      try await script.commit(Self.files(0.5))
      try await script.tag("m@v1.0.0", at: 1_704_100_000)
      try await script.git("tag", "m@v9.0.0")
      for name in ["m@v1.0", "m@1.0.1", "m@v01.0.0"] {
        try await script.tag(name, at: 1_704_100_100)
      }
    } check: { site in
      #expect(site.knows("repo", "m", "v1.0.0"))
      for version in ["v9.0.0", "v1.0", "1.0.1", "v1.0.1", "v01.0.0"] {
        #expect(!site.knows("repo", "m", version), "\(version)")
      }
    }
  }

  @Test func trap05EqualNamesInTwoFolders() async throws {
    try await withRepository { script in
      var files: [String: String] = [:]
      for (folder, value) in [("a", 0.1), ("b", 0.2)] {
        for (name, text) in Self.files(value) { files["\(folder)/\(name)"] = text }
      }
      try await script.commit(files)
      try await script.tag("a=m@v1.0.0", at: 1_704_100_000)
      try await script.tag("b=m@v1.0.0", at: 1_704_100_100)
    } check: { site in
      for (folder, value) in [("a", "0.1"), ("b", "0.2")] {
        let document = try site.document("repo", "\(folder):m", "v1.0.0")
        #expect(document[["artifact", "path"]]?.string == "\(folder)/model.pkl")
        // The artifact's own metrics come first.
        let first = try #require(document["metrics"]?.members.first)
        #expect(first.key == "\(folder)/metrics.json")
        #expect(first.value["f1"] == .number(value))
      }
    }
  }

  @Test func trap06StageOnAnUnregisteredCommit() async throws {
    try await withRepository { script in
      try await script.commit(Self.files(0.5))
      try await script.tag("m@v1.0.0", at: 1_704_100_000)
      try await script.commit(Self.files(0.9), at: 1_704_200_000)
      try await script.tag("m#prod#1", at: 1_704_300_000)
    } check: { site in
      let document = try site.document("repo", "m", "v1.0.0")
      #expect(document["stages"]?.items.isEmpty == true)
      #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.5"))
    }
  }

  @Test func trap07ArtifactsFile() async throws {
    try await withRepository { script in
      try await script.commit([
        "artifacts.yaml": "m: {type: model, path: model.pkl, description: A forest}\n",
        "dvc.yaml": "metrics: [metrics.json]\n", "metrics.json": #"{"f1": 0.5}"#,
        "model.pkl": "weights\n",
      ])
      try await script.tag("m@v1.0.0", at: 1_704_100_000)
    } check: { site in
      let document = try site.document("repo", "m", "v1.0.0")
      #expect(document[["artifact", "description"]]?.string == "A forest")
      #expect(document[["artifact", "storage"]]?.string == "git")
      #expect(document[["artifact", "size"]] == .number("8"))
      #expect(document[["metrics", "metrics.json", "f1"]] == .number("0.5"))
    }
  }

  @Test func trap08ArtifactAbsentAtTheCommit() async throws {
    try await withRepository { script in
      try await script.commit(["dvc.yaml": "metrics: [m.json]\n", "m.json": #"{"f1": 0.5}"#])
      try await script.tag("m@v1.0.0", at: 1_704_100_000)
      // Annotated now, but its file is nowhere.
      try await script.commit(["dvc.yaml": "\(DVCFixture.artifact)metrics: [m.json]\n"])
      try await script.tag("m@v2.0.0", at: 1_704_200_000)
    } check: { site in
      let first = try site.document("repo", "m", "v1.0.0")
      #expect(first[["artifact", "path"]]?.string == nil)
      #expect(first[["metrics", "m.json", "f1"]] == .number("0.5"))
      let second = try site.document("repo", "m", "v2.0.0")
      #expect(second[["artifact", "storage"]]?.string == "missing")
      #expect(second[["metrics", "m.json", "f1"]] == .number("0.5"))
    }
  }

  @Test func trap29MonorepoWithoutARootProject() async throws {
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
