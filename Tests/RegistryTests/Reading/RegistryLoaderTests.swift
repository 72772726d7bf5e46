import FoundationEssentials
import GitStore
import Registry
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(30)))
struct RegistryLoaderTests {
  /// A repository with one version.
  private func make(_ path: String) async throws {
    let script = GitScript(path)
    try await script.initialize()
    try await script.commit()
    try await script.tag("m@v1.0.0", at: RegistryScript.start)
  }

  private func load(_ sources: [RepositorySource], jobs: Int = 2) async throws -> Registry {
    try await RegistryLoader(sources, jobs: jobs).load()
  }

  @Test(arguments: [0, 1, 8])
  func readsManyInTheOrderOfTheirNames(_ jobs: Int) async throws {
    try await withTemporaryFolder { folder in
      for name in ["b", "a", "C"] { try await make("\(folder)/\(name)") }
      try writeFile("\(folder)/none/file", "")
      let sources = RepositorySource.found(at: folder)
      #expect(sources.map(\.path) == ["C", "a", "b"].map { "\(folder)/\($0)" })
      let registry = try await load(sources.reversed(), jobs: jobs)
      #expect(registry.repositories.map(\.id) == ["C", "a", "b"])
      #expect(registry.repositories.allSatisfy { $0.artifacts.map(\.name) == ["m"] })
      #expect(registry.diagnostics.isEmpty)
    }
  }

  @Test func oneNameForTwoIsRefused() async throws {
    try await withTemporaryFolder { folder in
      try await make("\(folder)/a/model")
      try await make("\(folder)/b/model")
      let sources = ["a", "b"].map { RepositorySource(path: "\(folder)/\($0)/model") }
      await #expect(
        throws: RegistryLoadError.sameName(
          "model", first: sources[0].path, second: sources[1].path)
      ) { try await load(sources) }
      let named = [sources[0], RepositorySource(path: sources[1].path, id: "other")]
      let registry = try await load(named)
      #expect(registry.repositories.map(\.id) == ["model", "other"])
    }
  }

  @Test func oneRepositoryTwiceIsRefused() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/repo"
      try await make(path)
      try await require([
        "git", "-C", path, "worktree", "add", "-q", "--detach", "\(folder)/linked",
      ])
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/link", withDestinationPath: path)
      for other in [path + "/", "\(folder)/link", "\(folder)/linked", "\(path)/.git"] {
        let sources = [RepositorySource(path: path), RepositorySource(path: other, id: "other")]
        await #expect(
          throws: RegistryLoadError.sameRepository(first: path, second: other), "\(other)"
        ) { try await load(sources) }
      }
    }
  }

  @Test func refusalsNameTheirCode() {
    let errors: [RegistryLoadError] = [
      .sameRepository(first: "a", second: "b"), .sameName("m", first: "a", second: "b"),
    ]
    for error in errors { #expect(error.description.contains("[G026]")) }
  }

  @Test func oneBrokenRepositoryCostsOnlyItself() async throws {
    try await withTemporaryFolder { folder in
      try await make("\(folder)/good")
      let sources = ["good", "gone"].map { RepositorySource(path: "\(folder)/\($0)") }
      let registry = try await load(sources)
      #expect(registry.repositories.map(\.id) == ["gone", "good"])
      #expect(registry.repositories.map(\.artifacts.count) == [0, 1])
      let diagnostic = try #require(registry.diagnostics.first)
      #expect(diagnostic.code == "G001")
      #expect(diagnostic.severity == .error)
      // Pages tell nothing of this machine.
      for text in [diagnostic.problem, diagnostic.help] { #expect(!text.contains(folder)) }
    }
  }

  @Test func nothingReadableIsAnError() async throws {
    try await withTemporaryFolder { folder in
      let sources = ["a", "b"].map { RepositorySource(path: "\(folder)/\($0)") }
      await #expect(
        throws: RegistryLoadError.nothingReadable(
          .pathMissing(path: "\(folder)/a", sibling: nil))
      ) { try await load(sources) }
    }
  }

  @Test func knowsItsRemoteAndItsBranch() async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/repo.git"
      try await make(path)
      let script = GitScript(path)
      try await script.git("remote", "add", "origin", "https://u:s3cret@host.org/a/b.git")
      try writeFile("\(path)/.gto", "stages: [prod, dev, prod]\n")
      let repository = try #require(
        try await load([RepositorySource(path: path)]).repositories.first)
      #expect(repository.id == "repo")
      #expect(repository.url == "https://host.org/a/b.git")
      #expect(repository.webURL == "https://host.org/a/b")
      #expect(repository.defaultBranch == "main")
      #expect(repository.stages == ["prod", "dev"])
      let head = try await script.git("rev-parse", "HEAD")
      #expect(repository.head?.hex == head)
    }
  }

  @Test(arguments: [
    ("/x/model", "model"), ("/x/model.git", "model"), ("/x/model/.git", "model"),
    ("model/", "model"),
    ("/", "repository"), ("/x/a.git.git", "a.git"),
  ])
  func namesComeFromFolders(_ path: String, _ name: String) {
    #expect(RepositorySource.name(ofPath: path) == name)
  }
}
