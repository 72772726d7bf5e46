import Formats
import GitStore
import Records

@testable import Registry

/// The sample registry with records: how versions were made, what changed, and what could follow.
extension SampleRegistry {
  /// Like `make`, with records in the versions of `churn` and candidates beside them.
  static func withLineage() throws -> Registry {
    let registry = try make()
    return Registry(
      repositories: try registry.repositories.map { repository in
        guard repository.id == "churn" else { return repository }
        let artifacts = try repository.artifacts.map { artifact in
          artifact.name == "churn" ? try recorded(artifact) : artifact
        }
        return Repository(
          id: repository.id, url: repository.url, webURL: repository.webURL,
          defaultBranch: repository.defaultBranch, head: repository.head, artifacts: artifacts,
          stages: repository.stages, ignoredTags: repository.ignoredTags,
          tagCount: repository.tagCount, diagnostics: repository.diagnostics)
      })
  }

  /// One model with one version of those records.
  static func registry(of records: VersionRecords) throws -> Registry {
    let event = try registration("m", "v1.0.0", at: commit(1), day: 1)
    var version = try version(event, at: commit(1), annotation: annotation(path: "models/m.pkl"))
    version.records = records
    let artifact = artifact("m", [version], latest: 0, events: [event])
    return Registry(repositories: [repository("r", artifacts: [artifact])])
  }

  static func file(
    _ path: String, _ kind: LineageFile.Kind = .file, size: Int? = nil, files: Int? = nil,
    md5: String? = nil, from origin: LineageFile.Origin = .unknown
  ) -> LineageFile {
    LineageFile(
      path: path, kind: kind, size: size, fileCount: files,
      hashes: md5.map { [ContentHash(.md5, $0)] } ?? [], origin: origin)
  }

  static func stage(
    _ name: String, runs commands: String..., reads inputs: [LineageFile] = [],
    writes outputs: [LineageFile] = [], with params: [(String, DataValue)] = []
  ) -> LineageStage {
    LineageStage(
      name: name, file: "dvc.lock", commands: commands, inputs: inputs, outputs: outputs,
      params: params.map { LineageParam(file: "params.yaml", key: $0, value: $1) })
  }

  static func number(_ text: String) -> DataValue { .number(DataNumber(text: text)) }

  /// A pipeline of three stages from imported, downloaded and committed inputs.
  static func pipeline() -> Lineage {
    let raw = file(
      "data/raw.csv", size: 1_234_567_890, md5: "0cc175b9c0f1b6a831c399e269772661",
      from: .imported(
        repository: "https://github.com/acme/customers", path: "exports/2024.csv",
        revision: "main", lockedRevision: String(repeating: "4b825dc6", count: 5)))
    let list = file(
      "s3://lake/countries.json", .external, size: 999,
      from: .downloaded(address: "https://data.example.com/countries.json"))
    let clean = file(
      "data/clean", .folder, size: 43_210_000, files: 12, md5: "92eb5ffee6ae2fec3ad71c777531578f")
    let features = file(
      "data/features.parquet", size: 20_480, md5: "4a8a08f09d37b73795649038408b5f33")
    let model = file(
      "models/churn.pkl", size: 5_120_000, md5: "8277e0910d750195b448797616e091ad")
    func written(_ file: LineageFile, by stage: String) -> LineageFile {
      LineageFile(
        path: file.path, kind: file.kind, size: file.size, fileCount: file.fileCount,
        hashes: file.hashes, origin: .stage(stage))
    }
    func code(_ name: String) -> LineageFile {
      LineageFile(
        path: "src/\(name).py", kind: .file, size: 2_048, fileCount: nil,
        hashes: [ContentHash(.git, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")], origin: .git)
    }
    return Lineage(
      stages: [
        stage(
          "clean", runs: "python src/clean.py --source https://me:secret@data.example.com/x?key=1",
          reads: [raw, list, code("clean")], writes: [clean]),
        stage(
          "features", runs: "python src/features.py",
          reads: [
            written(clean, by: "clean"),
            file("data/labels.csv", from: .tracked(by: "data/labels.csv.dvc")),
            code("features"),
          ], writes: [features], with: [("features.window", number("90"))]),
        stage(
          "train", runs: "python src/train.py", "python src/check.py models/churn.pkl",
          reads: [
            written(features, by: "features"), written(clean, by: "clean"), code("train"),
            code("model"), code("losses"), code("check"),
          ], writes: [model],
          with: [
            ("train.lr", number("0.10")), ("train.layers", .list([number("64"), number("32")])),
            ("train.limit", number("Infinity")),
          ]),
      ],
      tracker: nil, artifact: written(model, by: "train"))
  }

  private static func recorded(_ artifact: Artifact) throws -> Artifact {
    var versions = artifact.versions
    let imported = file(
      "models/churn.pkl", size: 5_000_000, md5: "e1671797c52e15f763380b45e841ec32",
      from: .imported(
        repository: "git@git.example.com:acme/churn.git", path: "out/churn.pkl", revision: nil,
        lockedRevision: String(repeating: "c0de", count: 10)))
    for index in versions.indices {
      switch versions[index].name {
      case "v1.0.0":
        versions[index].records = VersionRecords(
          lineage: Lineage(stages: [], tracker: "models/churn.pkl.dvc", artifact: imported),
          contents: ArtifactContents(storage: .missing))
      case "v1.2.0", "v2.0.0-rc.1+build.5":
        versions[index].records = records()
        versions[index].changes = try changes()
      default: break
      }
    }
    return Artifact(
      name: artifact.name, status: artifact.status, versions: versions,
      latestIndex: artifact.latestIndex, stages: artifact.stages, intervals: artifact.intervals,
      events: artifact.events, headAnnotation: artifact.headAnnotation,
      candidates: try candidates(from: versions[0]))
  }

  private static func records() -> VersionRecords {
    let metrics = DataValue.map([
      DataMember("auc", number("0.930")), DataMember("loss", number("NaN")),
      DataMember("rows", number("12345678901234567890")),
      DataMember("per~class", .map([DataMember("a/b", number("1e999"))])),
      DataMember("step", number("12")), DataMember("__proto__", .string("plain")),
      DataMember("from", .string("https://me:secret@data.example.com/x?key=1")),
    ])
    return VersionRecords(
      metrics: [RecordFile(path: "eval/metrics.json", value: metrics, isOwn: true)],
      params: [
        RecordFile(
          path: "params.yaml",
          value: .map([
            DataMember(
              "train", .map([DataMember("lr", number("0.10")), DataMember("none", .null)])),
            DataMember("day", .date("2024-01-02")), DataMember("fast", .bool(true)),
          ]), isOwn: true)
      ],
      unavailable: [
        UnavailableRecord(
          path: "eval/slices.json", kind: .metrics, reason: "neither in Git nor in DVC's cache",
          hash: ContentHash(.md5, "0cc175b9c0f1b6a831c399e269772661"), size: 512,
          help: "run dvc fetch", isOwn: true)
      ],
      lineage: pipeline(),
      contents: ArtifactContents(
        storage: .dvc, size: 5_120_000,
        hashes: [ContentHash(.md5, "8277e0910d750195b448797616e091ad")],
        remote: .init(name: "store", url: "s3://me:secret@bucket/dvc?key=1"),
        address: "s3://bucket/dvc/files/md5/82/77e0910d750195b448797616e091ad"))
  }

  private static func changes() throws -> InputHistory {
    InputHistory(
      since: "v1.1.0",
      commits: [
        CommitSummary(
          id: try commit(31), author: person("Bob", day: 38), time: person(day: 38).time,
          subject: "Fetch https://me:secret@data.example.com/x?key=1"),
        CommitSummary(id: try commit(30), author: nil, time: nil, subject: Hostile.script),
      ],
      commitCount: 14,
      inputs: [
        InputChange(
          path: "data/raw.csv", before: ContentHash(.md5, "92eb5ffee6ae2fec3ad71c777531578f"),
          after: ContentHash(.md5, "0cc175b9c0f1b6a831c399e269772661")),
        InputChange(
          path: "src/check.py", before: nil,
          after: ContentHash(.git, "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391")),
        InputChange(
          path: "data/old.csv", before: ContentHash(.etag, "\"5d41\""), after: nil),
      ])
  }

  private static func candidates(from version: Version) throws -> [Candidate] {
    [
      Candidate(
        source: .branch("try/deeper"), commit: try commit(51), commitObject: version.commitObject,
        records: records()),
      Candidate(
        source: .experiment("brave-otter", base: try commit(5)), commit: try commit(52),
        commitObject: version.commitObject, records: VersionRecords()),
      Candidate(source: .commit, commit: try commit(53), commitObject: nil, records: records()),
    ]
  }
}
