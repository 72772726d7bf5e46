import GitStore
import TestSupport
import Testing

@testable import Registry

@Suite(.timeLimit(.minutes(30)))
struct ReleaseTagTests {
  @Test(arguments: [
    ("v1.2.3", "v1.2.3"), ("1.2.3", "v1.2.3"), ("release-1.2", "v1.2.0"), ("v2", "v2.0.0"),
    ("search_v1.0.0-rc.1", "v1.0.0-rc.1"), ("v1.0.0+b5", "v1.0.0+b5"),
  ])
  func takesTheVersionFromATag(_ tag: String, _ version: String) {
    #expect(SemanticVersion.releaseVersion(inTag: tag) == version)
  }

  @Test(arguments: ["latest", "v", "v01.2.3", "v1.2.3.4", "v1..2", "2024-01-02x y"])
  func refusesTheRest(_ tag: String) {
    #expect(SemanticVersion.releaseVersion(inTag: tag) == nil)
  }

  @Test func makesVersionsOfPlainTags() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit(["a": "1"], at: 1_704_000_000)
      try await repo.script.git("tag", "v0.1.0")
      try await repo.script.commit(["a": "2"], at: 1_704_000_100)
      try await repo.tag("v0.2.0", "vNext", "m@v9.0.0")
      var settings = RecordSettings()
      settings.releaseTags = ReleaseTags(pattern: "v*", model: "search")
      let registry = try await RegistryLoader(
        [RepositorySource(path: repo.script.path)], records: settings, jobs: 1
      ).load()
      let repository = try #require(registry.repositories.first)
      #expect(repository.artifacts.map(\.name) == ["m", "search"])
      let search = try #require(repository.artifacts.last)
      #expect(search.versions.map(\.name) == ["v0.2.0", "v0.1.0"])
      #expect(search.versions.map { $0.registration?.isAnnotated } == [true, false])
      #expect(search.latest?.registration?.message == "msg of v0.2.0")
      #expect(registry.diagnostics.map(\.code) == ["T001"])
      #expect(registry.diagnostics.first?.place.tag == "vNext")
    }
  }

  @Test func tellsOfTagsThatLeadToNoCommit() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit(["a": "1"])
      try await repo.tag("v0.1.0")
      let blob = try await repo.script.git("rev-parse", "HEAD:a")
      try await repo.script.git("tag", "v0.2.0", blob)
      let missing = String(repeating: "1", count: 40)
      try writeFile("\(repo.script.path)/.git/refs/tags/v0.3.0", missing + "\n")
      var settings = RecordSettings()
      settings.releaseTags = ReleaseTags(pattern: "v*", model: "search")
      let repository = try #require(
        try await RegistryLoader(
          [RepositorySource(path: repo.script.path)], records: settings, jobs: 1
        ).load().repositories.first)
      #expect(repository.artifacts.first?.versions.map(\.name) == ["v0.1.0"])
      #expect(repository.diagnostics.compactMap(\.place.tag) == ["v0.2.0", "v0.3.0"])
    }
  }
}
