import GitStore
import Testing

@testable import Registry
@testable import Site

struct FetchCommandTests {
  @Test("An annotation in dvc.yaml is fetched by name, always with its version")
  func pipeline() throws {
    let annotation = try annotation(file: "nlp/dvc.yaml", path: "nlp/model.pt")
    #expect(
      try lines(annotation, name: "nlp:tone") == [
        "dvc artifacts get https://example.com/x.git nlp:tone --rev v1.0.0",
        "git clone --depth 1 --branch nlp=tone@v1.0.0 https://example.com/x.git",
      ])
  }

  @Test("One in artifacts.yaml is fetched by its path, since DVC doesn't read that file")
  func artifactsFile() throws {
    let annotation = try annotation(file: "artifacts.yaml", path: "my model.pt")
    #expect(
      try lines(annotation, tag: "tone@v1.0.0#3").first
        == "dvc get https://example.com/x.git 'my model.pt' --rev 'tone@v1.0.0#3'")
  }

  @Test("A name with two commits is fetched by its tag")
  func twice() throws {
    let annotation = try annotation(file: "dvc.yaml", path: "m.pt")
    let lines = try lines(annotation, otherCommits: [SampleRegistry.commit(2)])
    #expect(lines.first == "dvc get https://example.com/x.git m.pt --rev tone@v1.0.0")
  }

  @Test(
    "DVC can't fetch what lies elsewhere",
    arguments: ["s3://bucket/m.pt", "https://example.com/m.pt", "/srv/m.pt", "../m.pt", "", "-x"])
  func outside(path: String) throws {
    let lines = try lines(try annotation(file: "dvc.yaml", path: path))
    #expect(lines == ["git clone --depth 1 --branch tone@v1.0.0 https://example.com/x.git"])
  }

  @Test("Without an address only a clone at hand can help")
  func noAddress() throws {
    let commit = try SampleRegistry.commit(1).hex
    let annotation = try annotation(file: "dvc.yaml", path: "m.pt")
    #expect(try lines(annotation, url: nil) == ["git checkout \(commit)"])
    #expect(try lines(nil, url: nil) == ["git checkout \(commit)"])
  }

  private func annotation(file: String, path: String?) throws -> Annotation {
    Annotation(
      file: file, type: nil, writtenPath: path, path: path, description: nil, labels: [],
      custom: nil, isVirtual: false)
  }

  private func lines(
    _ annotation: Annotation?, name: String = "tone", tag: String? = nil,
    url: String? = "https://example.com/x.git", otherCommits: [ObjectID] = []
  ) throws -> [String] {
    let commit = try SampleRegistry.commit(1)
    let event = SampleRegistry.event(
      .registration, name, "v1.0.0", at: commit, day: 0,
      tag: tag ?? "\(ArtifactName.inTag(name))@v1.0.0")
    let version = Version(
      name: "v1.0.0", commit: commit, commitObject: nil, isActive: true, events: [event],
      stages: [], annotation: annotation, otherCommits: otherCommits)
    let artifact = SampleRegistry.artifact(name, [version], latest: 0, events: [event])
    let repository = Repository(
      id: "x", url: url, webURL: nil, defaultBranch: nil, head: nil, artifacts: [artifact],
      stages: [], ignoredTags: [], tagCount: 1, diagnostics: [])
    return FetchCommand.all(
      for: version, in: FetchCommand.Scope(artifact: artifact, repository: repository)
    ).map(\.line)
  }
}
