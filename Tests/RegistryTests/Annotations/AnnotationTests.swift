import FoundationEssentials
import GitStore
import Registry
import TestSupport
import Testing

/// What each version says of itself at its own commit.
@Suite(.timeLimit(.minutes(30)))
struct AnnotationTests {
  private func dvc(_ name: String, _ path: String) -> String {
    "artifacts:\n  \(name):\n    path: \(path)\n    type: model\n"
  }

  @Test func everyVersionIsReadAtItsOwnCommit() async throws {
    try await RegistryScript.make { registry in
      // First in artifacts.yaml, then in dvc.yaml, then in both.
      try await registry.script.commit(["artifacts.yaml": "m: {path: old.pkl, description: old}\n"])
      try await registry.tag("m@v1.0.0")
      try await registry.script.git("rm", "-q", "artifacts.yaml")
      try await registry.script.commit(["dvc.yaml": dvc("m", "new.pkl")])
      try await registry.tag("m@v2.0.0", minute: 1)
      try await registry.script.commit(["artifacts.yaml": "m: {path: other.pkl}\n"])
      try await registry.tag("m@v3.0.0", minute: 2)
      try await registry.script.git("rm", "-q", "artifacts.yaml", "dvc.yaml")
      try await registry.script.commit()
      try await registry.tag("m@v4.0.0", minute: 3)
      let versions = try await registry.artifact("m").versions
      #expect(versions.map(\.name) == ["v4.0.0", "v3.0.0", "v2.0.0", "v1.0.0"])
      #expect(versions.map(\.annotation?.path) == [nil, "new.pkl", "new.pkl", "old.pkl"])
      #expect(versions.map(\.annotation?.file) == [nil, "dvc.yaml", "dvc.yaml", "artifacts.yaml"])
      #expect(versions.map(\.annotation?.description) == [nil, nil, nil, "old"])
    }
  }

  @Test func aFolderHasItsOwnFile() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit([
        "dvc.yaml": dvc("m", "root.pkl"), "a/b/dvc.yaml": dvc("m", "../x/../m.pkl"),
        "a/dvc.yaml": dvc("far", "../../away.pkl"), "c/dvc.yaml": dvc("bucket", "s3://b/m.pkl"),
      ])
      try await registry.tag("m@v1.0.0", "a/b=m@v1.0.0", "a=far@v1.0.0", "c=bucket@v1.0.0")
      let repository = try await registry.load()
      #expect(repository.diagnostics.map(\.code) == ["P006"])
      let annotations = repository.artifacts.map { $0.latest?.annotation }
      #expect(repository.artifacts.map(\.name) == ["a/b:m", "a:far", "c:bucket", "m"])
      #expect(annotations.map(\.?.path) == ["a/m.pkl", nil, "s3://b/m.pkl", "root.pkl"])
      #expect(annotations.map(\.?.writtenPath).contains("../../away.pkl"))
      #expect(annotations.first??.file == "a/b/dvc.yaml")
    }
  }

  @Test func headNamesWhatIsNotRegistered() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["dvc.yaml": dvc("gone", "x")])
      try await registry.script.commit([
        "dvc.yaml": dvc("new", "x"), "deep/er/dvc.yaml": dvc("m", "y"),
        "artifacts.yaml": "legacy: {}\n", "bad/dvc.yaml": dvc("no.name", "z"),
      ])
      let repository = try await registry.load()
      #expect(repository.artifacts.map(\.name) == ["deep/er:m", "legacy", "new"])
      #expect(repository.artifacts.allSatisfy { $0.status == .unregistered && $0.versions.isEmpty })
      #expect(repository.artifacts.first?.headAnnotation?.path == "deep/er/y")
      #expect(repository.diagnostics.map(\.code) == ["G007", "T002"])
    }
  }

  @Test func linksAndSubmodulesAreNotFollowed() async throws {
    try await RegistryScript.make { registry in
      let path = registry.script.path
      try await registry.script.commit(["real.yaml": dvc("m", "secret.pkl")])
      try FileManager.default.createSymbolicLink(
        atPath: "\(path)/dvc.yaml", withDestinationPath: "real.yaml")
      let commit = try await registry.script.commit()
      try await registry.tag("m@v1.0.0")
      try await registry.script.git(
        "update-index", "--add", "--cacheinfo", "160000,\(commit),sub/dvc.yaml")
      try await registry.script.git("commit", "-q", "-m", "submodule")
      try await registry.tag("sub=m@v1.0.0", minute: 1)
      let repository = try await registry.load()
      #expect(repository.artifacts.allSatisfy { $0.latest?.annotation == nil })
      let found = repository.diagnostics.filter { $0.place.version != nil }
      // The later commit still has the link.
      #expect(found.map(\.code).sorted() == ["P002", "P002", "P003"])
      #expect(found.map(\.place.artifact).contains("sub:m"))
    }
  }

  @Test func hugeFilesAreNotLoaded() async throws {
    try await RegistryScript.make { registry in
      let filler = String(repeating: "# filler\n", count: 17 << 17)
      try await registry.script.commit(["dvc.yaml": dvc("m", "x") + filler])
      try await registry.tag("m@v1.0.0")
      let repository = try await registry.load()
      #expect(repository.artifacts.first?.latest?.annotation == nil)
      #expect(repository.diagnostics.map(\.code) == ["P008"])
      #expect(repository.diagnostics.first?.place.version == "v1.0.0")
    }
  }

  @Test func aBadFileCostsOnlyItsVersion() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["dvc.yaml": "artifacts:\n\tm: 1\n"])
      try await registry.tag("m@v1.0.0")
      try await registry.script.commit(["dvc.yaml": dvc("m", "good.pkl")])
      try await registry.tag("m@v2.0.0", minute: 1)
      let repository = try await registry.load()
      let versions = try #require(repository.artifacts.first).versions
      #expect(versions.map(\.annotation?.path) == ["good.pkl", nil])
      let diagnostic = try #require(repository.diagnostics.first)
      #expect(repository.diagnostics.count == 1)
      #expect(diagnostic.code == "Y008")
      #expect(diagnostic.severity == .error)
      let commit = try #require(versions.last).commit.short
      #expect(diagnostic.place.description == "repo/m @ v1.0.0 (\(commit)): dvc.yaml:2:1")
    }
  }

  @Test func aPathMustNotLeaveTheRepository() async throws {
    try await RegistryScript.make { registry in
      try await registry.script.commit(["sub/dvc.yaml": dvc("m", "../../etc/passwd")])
      try await registry.tag("sub=m@v1.0.0")
      let repository = try await registry.load()
      #expect(repository.diagnostics.map(\.code) == ["P006"])
      #expect(repository.diagnostics.first?.place.version == "v1.0.0")
      #expect(repository.artifacts.first?.latest?.annotation?.path == nil)
    }
  }

  @Test func theSameFileMaySpeakForManyVersions() async throws {
    try await RegistryScript.make { registry in
      var stream = ""
      let file = dvc("m", "same.pkl")
      for number in 0..<50 {
        let second = RegistryScript.start + number
        stream += "commit refs/heads/main\nmark :\(number + 1)\n"
        stream += "committer Ann <a@b> \(second) +0000\ndata 1\nx\n"
        if number == 0 { stream += "M 644 inline dvc.yaml\ndata \(file.utf8.count)\n\(file)\n" }
        stream += "M 644 inline number\ndata 2\n\(10 + number)\n"
        stream += "tag m@v\(number).0.0\nfrom :\(number + 1)\n"
        stream += "tagger Ann <a@b> \(second) +0000\ndata 1\nx\n"
      }
      try await registry.script.git("fast-import", "--quiet", input: stream)
      let versions = try await registry.artifact("m").versions
      #expect(versions.count == 50)
      let first = try #require(versions.first?.annotation)
      #expect(first.path == "same.pkl")
      #expect(versions.allSatisfy { $0.annotation == first })
    }
  }
}
