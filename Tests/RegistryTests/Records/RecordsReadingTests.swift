import Digests
import Formats
import GitStore
import Records
import TestSupport
import Testing

@testable import Registry

/// Reads whole repositories, whose records lie where they may lie.
@Suite(.timeLimit(.minutes(30)))
struct RecordsReadingTests {
  private static let pipeline = """
    stages:
      train:
        cmd: python train.py
        deps: [data.csv, train.py]
        params: [lr]
        outs: [model.pkl]
      evaluate:
        cmd: python evaluate.py
        deps: [model.pkl]
        metrics: [metrics.json: {cache: false}]
    artifacts:
      m: {path: model.pkl, type: model}
    """

  private static func lock(model: String, data: String) -> String {
    """
    schema: '2.0'
    stages:
      train:
        cmd: python train.py
        deps:
        - {path: data.csv, hash: md5, md5: \(data), size: 10}
        - {path: train.py, hash: md5, md5: 0cc175b9c0f1b6a831c399e269772661, size: 1}
        params:
          params.yaml: {lr: 0.1}
        outs:
        - {path: model.pkl, hash: md5, md5: \(model), size: 7}
      evaluate:
        cmd: python evaluate.py
        deps:
        - {path: model.pkl, hash: md5, md5: \(model), size: 7}
        outs:
        - {path: metrics.json, hash: md5, md5: 0cc175b9c0f1b6a831c399e269772662, size: 20}
    """
  }

  private static let (one, two) = (
    String(repeating: "1", count: 32), String(repeating: "2", count: 32)
  )

  @Test func tellsOfRulesThatAreNotFollowed() async throws {
    try await RegistryScript.make { repo in
      try await make(repo)
      let rules = String(repeating: "x\n", count: IgnoreRules.ruleLimit + 1)
      try await repo.script.commit([".dvcignore": rules], at: 1_704_000_400)
      try await repo.tag("m@v3.0.0", minute: 6)
      let registry = try await RegistryLoader(
        [RepositorySource(path: repo.script.path)], jobs: 1
      ).load()
      let told = registry.diagnostics.filter { $0.code == "J011" }
      #expect(told.map(\.place.file) == [".dvcignore"])
    }
  }

  /// Two versions; between them a commit that matters and one that doesn't.
  private func make(_ repo: RegistryScript) async throws {
    try await repo.script.commit(
      [
        ".dvc/config": "", "dvc.yaml": Self.pipeline,
        "dvc.lock": Self.lock(model: Self.one, data: Self.one),
        "train.py": "1", "metrics.json": #"{"f1": 0.50, "n": 3}"#, "params.yaml": "lr: 0.1\nx: 1\n",
      ], at: 1_704_000_000)
    try await repo.tag("m@v1.0.0")
    try await repo.script.commit(["README.md": "r"], message: "say more", at: 1_704_000_100)
    try await repo.script.commit(
      ["train.py": "2", "dvc.lock": Self.lock(model: Self.two, data: Self.two)],
      message: "train longer", at: 1_704_000_200)
    try await repo.script.commit(
      ["metrics.json": #"{"f1": 0.75, "n": 3}"#], message: "evaluate", at: 1_704_000_300)
    try await repo.tag("m@v2.0.0", minute: 5)
  }

  private func load(
    _ path: String, _ settings: RecordSettings = RecordSettings()
  ) async throws -> Repository {
    let registry = try await RegistryLoader(
      [RepositorySource(path: path)], records: settings, jobs: 1
    ).load()
    return try #require(registry.repositories.first)
  }

  private func f1(_ records: VersionRecords) -> String? {
    records.metrics.first?.value["f1"]?.number?.text
  }

  @Test func readsEachVersionAtItsCommit() async throws {
    try await RegistryScript.make { repo in
      try await make(repo)
      let repository = try await load(repo.script.path)
      let artifact = try #require(repository.artifacts.first)
      #expect(artifact.versions.map { f1($0.records) } == ["0.75", "0.50"])
      #expect(artifact.versions.allSatisfy { $0.records.params.map(\.path) == ["params.yaml"] })
      let records = artifact.versions[0].records
      #expect(records.metrics.map(\.isOwn) == [true])
      #expect(records.unavailable.isEmpty)
      #expect(records.lineage?.stages.map(\.name) == ["train"])
      #expect(records.contents?.storage == .dvc)
      #expect(records.contents?.hashes == [ContentHash(.md5, Self.two)])
      #expect(records.contents?.size == 7)
      #expect(repository.diagnostics.isEmpty, "\(repository.diagnostics)")
    }
  }

  @Test func tellsWhatHappenedToTheInputsBetweenVersions() async throws {
    try await RegistryScript.make { repo in
      try await make(repo)
      let artifact = try await repo.artifact("m")
      let changes = try #require(artifact.versions[0].changes)
      #expect(changes.since == "v1.0.0")
      #expect(changes.commits.map(\.subject) == ["train longer"])
      #expect(changes.commitCount == 1)
      #expect(
        changes.inputs == [
          InputChange(
            path: "data.csv", before: ContentHash(.md5, Self.one),
            after: ContentHash(.md5, Self.two))
        ])
      #expect(artifact.versions[1].changes == nil)
    }
  }

  @Test func bareRepositoriesHaveTheSameRecords() async throws {
    try await RegistryScript.make { repo in
      try await make(repo)
      let bare = "\(repo.script.path).git"
      try await require(["git", "clone", "-q", "--mirror", repo.script.path, bare])
      let (one, other) = (try await load(repo.script.path), try await load(bare))
      #expect(
        one.artifacts.map { $0.versions.map(\.records) }
          == other.artifacts.map { $0.versions.map(\.records) })
    }
  }

  @Test func findsMetricsInTheCache() async throws {
    try await RegistryScript.make { repo in
      let text = #"{"auc": 0.9}"#
      let md5 = MD5.hex(of: Array(text.utf8))
      try await repo.script.commit([
        ".dvc/config": "", ".gitignore": "/m.json\n/.dvc/cache\n",
        "dvc.yaml": "stages:\n  t:\n    cmd: x\n    metrics: [m.json]\n",
        "dvc.lock": """
        schema: '2.0'
        stages:
          t:
            cmd: x
            outs:
            - {path: m.json, hash: md5, md5: \(md5), size: 12}
        """,
      ])
      try await repo.tag("m@v1.0.0")
      // What lies in the work tree is never read: it need not be what the tag means.
      try writeFile("\(repo.script.path)/m.json", #"{"auc": 0.1}"#)
      let missing = try await repo.artifact("m").versions[0].records
      #expect(missing.metrics.isEmpty)
      #expect(missing.unavailable.map(\.hash) == [ContentHash(.md5, md5)])
      let object = "\(repo.script.path)/.dvc/cache/files/md5/\(md5.prefix(2))/\(md5.dropFirst(2))"
      try writeFile(object, text)
      let found = try await repo.artifact("m").versions[0].records
      #expect(found.metrics.first?.value["auc"]?.number?.text == "0.9")
      #expect(found.unavailable.isEmpty)
      try writeFile(object, #"{"auc": 0.8}"#)
      let damaged = try await load(repo.script.path)
      #expect(damaged.artifacts[0].versions[0].records.metrics.isEmpty)
      #expect(damaged.diagnostics.map(\.code) == ["P005"])
    }
  }

  @Test func findsRecordsWithoutDVC() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        "out/dvclive/metrics.json": #"{"step": 3, "train": {"loss": 0.2}}"#,
        "out/dvclive/params.yaml": "lr: 1e-5\n", "results/a.json": #"{"acc": 1}"#,
        "results/deep/b.json": #"{"acc": 2}"#, "conf/base.toml": "depth = 3\n",
        "metrics.json": #"{"not": "asked for"}"#,
      ])
      try await repo.tag("m@v1.0.0")
      var settings = RecordSettings()
      settings.metricsFiles = ["results/*.json"]
      settings.paramsFiles = ["conf/**"]
      let records = try await load(repo.script.path, settings).artifacts[0].versions[0].records
      #expect(records.metrics.map(\.path) == ["out/dvclive/metrics.json", "results/a.json"])
      #expect(records.params.map(\.path) == ["out/dvclive/params.yaml", "conf/base.toml"])
      #expect(records.params[0].value["lr"]?.number?.double == 1e-5)
    }
  }

  /// Two projects of one repository, each with a model; a third one has nothing of its own there.
  @Test func keepsProjectsApart() async throws {
    try await RegistryScript.make { repo in
      var files: [String: String] = [:]
      for name in ["cv", "nlp"] {
        files["\(name)/.dvc/config"] = ""
        files["\(name)/dvc.yaml"] = "metrics: [m.json]\nartifacts:\n  net: {path: net.bin}\n"
        files["\(name)/m.json"] = #"{"who": "\#(name)"}"#
      }
      try await repo.script.commit(files)
      try await repo.tag("cv=net@v1.0.0", "nlp=net@v1.0.0", "whole@v1.0.0")
      let repository = try await load(repo.script.path)
      let paths = repository.artifacts.map { $0.versions[0].records.metrics.map(\.path) }
      #expect(repository.artifacts.map(\.name) == ["cv:net", "nlp:net", "whole"])
      #expect(paths == [["cv/m.json"], ["nlp/m.json"], []])
    }
  }

  /// Two models of one pipeline: each has its own metrics first.
  @Test func putsTheModelsOwnMetricsFirst() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        ".dvc/config": "",
        "dvc.yaml": """
        stages:
          train-a: {cmd: a, outs: [a.bin]}
          eval-a: {cmd: a, deps: [a.bin], metrics: [a.json: {cache: false}]}
          train-b: {cmd: b, outs: [b.bin]}
          eval-b: {cmd: b, deps: [b.bin], metrics: [b.json: {cache: false}]}
        artifacts:
          a: {path: a.bin}
          b: {path: b.bin}
        """, "a.json": #"{"x": 1}"#, "b.json": #"{"x": 2}"#,
      ])
      try await repo.tag("aa@v1.0.0", "b1@v1.0.0")
      try await repo.script.commit()
      try await repo.tag("b@v1.0.0")
      let records = try await repo.artifact("b").versions[0].records
      #expect(records.metrics.map(\.path) == ["b.json", "a.json"])
      #expect(records.metrics.map(\.isOwn) == [true, false])
    }
  }

  /// A model of a folder of its own that reads what another one's pipeline writes.
  @Test func followsInputsIntoOtherModelsFolders() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        ".dvc/config": "",
        "embed/dvc.yaml": """
        stages:
          train: {cmd: e, deps: [text.csv], outs: [embed.bin], metrics: [m.json: {cache: false}]}
        artifacts:
          embed: {path: embed.bin}
        """, "embed/m.json": #"{"x": 1}"#, "embed/text.csv": "t",
        "rank/dvc.yaml": """
        stages:
          train: {cmd: r, deps: [../embed/embed.bin], outs: [rank.bin], metrics: [m.json: {cache: false}]}
        artifacts:
          rank: {path: rank.bin}
        """, "rank/m.json": #"{"x": 2}"#, "shared.json": #"{"y": 3}"#,
        "dvc.yaml": "metrics: [shared.json]\n",
      ])
      try await repo.tag("embed=embed@v1.0.0", "rank=rank@v1.0.0")
      let records = try await repo.artifact("rank:rank").versions[0].records
      #expect(records.metrics.map(\.path) == ["rank/m.json", "shared.json"])
      #expect(records.metrics.map(\.isOwn) == [true, false])
      #expect(
        records.lineage?.stages.map(\.name) == ["embed/dvc.yaml:train", "rank/dvc.yaml:train"])
      let other = try await repo.artifact("embed:embed").versions[0].records
      #expect(other.metrics.map(\.path) == ["embed/m.json", "shared.json"])
    }
  }

  @Test func listsCandidates() async throws {
    try await RegistryScript.make { repo in
      try await make(repo)
      try await repo.script.git("checkout", "-q", "-b", "wider")
      let head = try await repo.script.commit(
        ["metrics.json": #"{"f1": 0.8, "n": 3}"#], message: "wider", at: 1_704_100_000)
      try await repo.script.git("checkout", "-q", "main")
      let last = try await repo.script.commit(["README.md": "same"], at: 1_704_100_100)
      let experiment = try await repo.script.commit(
        ["metrics.json": #"{"f1": 0.9, "n": 3}"#], message: "exp", at: 1_704_100_200)
      try await repo.script.git(
        "update-ref", "refs/exps/\(last.prefix(2))/\(last.dropFirst(2))/bold-hare", experiment)
      try await repo.script.git("reset", "-q", "--hard", last)
      var settings = RecordSettings()
      let none = try await load(repo.script.path, settings)
      #expect(none.artifacts[0].candidates.isEmpty)
      settings.candidates.branches = true
      settings.candidates.experiments = true
      let found = try await load(repo.script.path, settings).artifacts[0].candidates
      #expect(found.map(\.commit.hex) == [experiment, head])
      #expect(
        found.map(\.source) == [
          .experiment("bold-hare", base: try #require(ObjectID(last))), .branch("wider"),
        ])
      #expect(found.map { f1($0.records) } == ["0.9", "0.8"])
      settings.candidates.branches = false
      settings.candidates.experiments = false
      settings.candidates.commits = true
      try await repo.script.git("merge", "-q", "wider", "-m", "merge", at: 1_704_200_000)
      let commits = try await load(repo.script.path, settings).artifacts[0].candidates
      #expect(commits.map(\.commit.hex) == [head])
      #expect(commits.map(\.source) == [.commit])
    }
  }
}
