import GitStore
import Records
import TestSupport
import Testing

@testable import Registry

/// Repositories that somebody broke or made up: one bad item costs that item.
@Suite(.timeLimit(.minutes(30)))
struct HostileRecordsTests {
  private func load(
    _ path: String, _ settings: RecordSettings = RecordSettings()
  ) async throws -> Repository {
    let registry = try await RegistryLoader(
      [RepositorySource(path: path)], records: settings, jobs: 1
    ).load()
    return try #require(registry.repositories.first)
  }

  private static let pipeline = """
    stages:
      train: {cmd: x, deps: [train.py], outs: [m.bin: {cache: false}]}
    metrics: [m.json]
    artifacts:
      m: {path: m.bin}
    """

  /// Two versions and a commit between them that touched an input.
  private func makeTwoVersions(_ repo: RegistryScript) async throws {
    try await repo.script.commit([
      "dvc.yaml": Self.pipeline, "train.py": "1", "m.bin": "x", "m.json": #"{"a": 1}"#,
      "deep/er/x": "1",
    ])
    try await repo.tag("m@v1.0.0")
    try await repo.script.commit(["train.py": "2", "between/x": "1"], message: "train longer")
    try await repo.script.commit(["m.json": #"{"a": 2}"#])
    try await repo.tag("m@v2.0.0", minute: 5)
  }

  /// Ten names for the same folder, thirty times: 10^30 files in 32 objects.
  @Test func foldersNestedInEachOtherAreLookedIntoOnce() async throws {
    try await RegistryScript.make { repo in
      let script = repo.script
      let blob = try await script.git("hash-object", "-w", "--stdin", input: #"{"a": 1}"#)
      var tree = try await script.git("mktree", input: "100644 blob \(blob)\tmetrics.json\n")
      for _ in 0..<30 {
        let entries = (0..<10).map { "040000 tree \(tree)\td\($0)\n" }.joined()
        tree = try await script.git("mktree", input: entries)
      }
      let pipeline = try await script.git(
        "hash-object", "-w", "--stdin",
        input: "metrics: [big]\nartifacts:\n  m: {path: big}\n")
      let root = try await script.git(
        "mktree", input: "040000 tree \(tree)\tbig\n100644 blob \(pipeline)\tdvc.yaml\n")
      let commit = try await script.git("commit-tree", root, "-m", "x")
      try await script.git("update-ref", "HEAD", commit)
      try await repo.tag("m@v1.0.0")
      var settings = RecordSettings()
      settings.metricsFiles = ["**/nothing.json"]
      let repository = try await load(script.path, settings)
      #expect(repository.diagnostics.map(\.code).contains("J011"))
      #expect(repository.artifacts[0].versions[0].records.contents?.fileCount == .max)
    }
  }

  @Test func sizesThatAddUpToTooMuchAreNoSize() async throws {
    try await RegistryScript.make { repo in
      let entries = ["1", "2"].map { digit in
        let md5 = String(repeating: digit, count: 32)
        return "      - {relpath: s/\(digit), md5: \(md5), size: \(Int.max)}\n"
      }
      try await repo.script.commit([
        ".dvc/config": "",
        "dvc.yaml": "stages:\n  t: {cmd: x, outs: [d]}\nartifacts:\n  m: {path: d/s}\n",
        "dvc.lock": "schema: '2.0'\nstages:\n  t:\n    cmd: x\n    outs:\n    - path: d\n"
          + "      hash: md5\n      files:\n" + entries.joined(),
      ])
      try await repo.tag("m@v1.0.0")
      let contents = try await load(repo.script.path).artifacts[0].versions[0].records.contents
      #expect(contents?.fileCount == 2)
      #expect(contents?.size == nil)
    }
  }

  @Test func repositoryNamedByAFolderInItHasItsHistory() async throws {
    try await RegistryScript.make { repo in
      try await makeTwoVersions(repo)
      let changes = try await load("\(repo.script.path)/deep/er").artifacts[0].versions[0].changes
      #expect(changes?.commits.map(\.subject) == ["train longer"])
    }
  }

  /// What the repository configures for people who read its history is not for us.
  @Test func historyDoesNotDependOnTheConfiguration() async throws {
    try await RegistryScript.make { repo in
      try await makeTwoVersions(repo)
      for key in ["log.follow", "log.showSignature", "diff.relative"] {
        try await repo.script.git("config", key, "true")
      }
      try await repo.script.git("config", "log.showRoot", "false")
      let changes = try await load(repo.script.path).artifacts[0].versions[0].changes
      #expect(changes?.commits.map(\.subject) == ["train longer"])
    }
  }

  @Test func treeMissingBetweenVersionsCostsTheHistoryAlone() async throws {
    try await RegistryScript.make { repo in
      try await makeTwoVersions(repo)
      let tree = try await repo.script.git("rev-parse", "HEAD~1^{tree}")
      let object = "\(repo.script.path)/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"
      try await require(["rm", "-f", object])
      let repository = try await load(repo.script.path)
      let versions = repository.artifacts[0].versions
      #expect(versions.map { $0.records.metrics.count } == [1, 1])
      #expect(versions.map { $0.changes == nil } == [true, true])
      #expect(repository.diagnostics.map(\.code) == ["G016"])
    }
  }

  /// The oldest commit of a shallow clone seems to have made all files.
  @Test func endOfAShallowHistoryTouchedNothing() async throws {
    try await RegistryScript.make { repo in
      try await makeTwoVersions(repo)
      let clone = "\(repo.script.path)-shallow"
      try await require(
        ["git", "clone", "-q", "--depth", "1", "file://\(repo.script.path)", clone])
      try await require(
        ["git", "-C", clone, "fetch", "-q", "--depth", "1", "origin", "tag", "m@v1.0.0"])
      try await require(
        ["git", "-C", clone, "fetch", "-q", "--depth", "1", "origin", "tag", "m@v2.0.0"])
      let versions = try await load(clone).artifacts[0].versions
      #expect(versions.count == 2)
      #expect(versions[0].changes?.commits.isEmpty == true)
    }
  }

  /// More files than are taken from one folder, and the one that is wanted behind them.
  @Test func patternsFindFilesBehindManyOthers() async throws {
    try await RegistryScript.make { repo in
      let script = repo.script
      let blob = try await script.git("hash-object", "-w", "--stdin", input: #"{"a": 1}"#)
      let many = (0..<CommitTrees.fileLimit + 10).map { "100644 blob \(blob)\tf\($0)\n" }
      let folder = try await script.git("mktree", input: many.joined())
      let results = try await script.git("mktree", input: "100644 blob \(blob)\tm.json\n")
      let root = try await script.git(
        "mktree", input: "040000 tree \(folder)\tdata\n040000 tree \(results)\tresults\n")
      let commit = try await script.git("commit-tree", root, "-m", "x")
      try await script.git("update-ref", "HEAD", commit)
      try await repo.tag("m@v1.0.0")
      var settings = RecordSettings()
      settings.metricsFiles = ["**/m.json"]
      let repository = try await load(script.path, settings)
      let records = repository.artifacts[0].versions[0].records
      #expect(records.metrics.map(\.path) == ["results/m.json"])
      #expect(repository.diagnostics.isEmpty, "\(repository.diagnostics)")
    }
  }

  @Test func pointersOfGitLFSAreNoValues() async throws {
    try await RegistryScript.make { repo in
      let digest = String(repeating: "a", count: 64)
      let pointer =
        "version https://git-lfs.github.com/spec/v1\noid sha256:\(digest)\nsize 12345\n"
      try await repo.script.commit([
        "dvc.yaml": "metrics: [m.json, m.yaml]\n", "m.json": pointer, "m.yaml": pointer,
      ])
      try await repo.tag("m@v1.0.0")
      let repository = try await load(repo.script.path)
      let records = repository.artifacts[0].versions[0].records
      #expect(records.metrics.isEmpty)
      #expect(records.unavailable.map(\.hash?.value) == [digest, digest])
      #expect(records.unavailable.map(\.size) == [12_345, 12_345])
      #expect(repository.diagnostics.map(\.code) == ["P004", "P004"])
    }
  }

  @Test func configurationOfDVCIsCheckedWhereOnlyTheArtifactNeedsIt() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        ".dvc/config": "[core\n  remote = nowhere\n",
        "dvc.yaml": "metrics: [m.json]\nartifacts:\n  m: {path: m.bin}\n",
        "m.bin.dvc": "outs:\n- {path: m.bin, md5: \(String(repeating: "1", count: 32)), hash: md5}",
        "m.json": #"{"a": 1}"#,
      ])
      try await repo.tag("m@v1.0.0")
      let files = try await load(repo.script.path).diagnostics.map(\.place.file)
      #expect(files.contains(".dvc/config"))
    }
  }

  /// A file that is wrong at HEAD and at the version of the same commit is told of once.
  @Test func tellsOfEachDefectOfAVersionOnce() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        ".dvc/config": "", "dvc.yaml": "stages: {}\n", "sub/dvc.yaml": "a: [\n",
        "m.json": #"{"a": 1, "a": 2}"#,
      ])
      try await repo.tag("m@v1.0.0")
      let repository = try await load(repo.script.path)
      #expect(repository.diagnostics.map(\.code) == ["Y001"])
      #expect(repository.diagnostics.map(\.place.version) == ["v1.0.0"])
    }
  }
}
