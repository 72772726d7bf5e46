import Cards
import Formats
import GitStore
import Records

@testable import Registry

extension SampleFacts {
  static var records: VersionRecords {
    get throws {
      let value = DataValue.map([
        DataMember("none", .null), DataMember("flag", .bool(true)), DataMember("off", .bool(false)),
        DataMember("n", .number(DataNumber(text: "12345678901234567890.10"))),
        DataMember("s", .string("")), DataMember("day", .date("2024-01-01")),
        DataMember("l", .list([.list([]), .map([])])),
      ])
      return VersionRecords(
        metrics: [RecordFile(path: "metrics.json", value: value, isOwn: true)],
        params: [RecordFile(path: "params.yaml", value: value, isOwn: true)],
        unavailable: [
          UnavailableRecord(
            path: "u", kind: .params, reason: "r", hash: hash, size: 1 << 40, help: "h", isOwn: true
          )
        ], lineage: lineage,
        contents: ArtifactContents(
          storage: .dvc, isFolder: true, size: 5, fileCount: 2, hashes: [hash],
          remote: ArtifactContents.Remote(name: "s3", url: "s3://bucket"), address: "s3://bucket/1",
          files: ArtifactFiles(
            told: [
              ArtifactFile(
                path: "m/a", size: 4, hashes: [hash], urls: ["s3://bucket/2"],
                git: ArtifactFile.GitPlace(path: "m/a", blob: id, isPointer: true))
            ],
            bucket: ArtifactFiles.Bucket(
              endpoint: "https://s3.example", region: "eu", account: "acme", keepsVersions: true)),
          gap: ArtifactContents.Gap("P001", reason: "r", help: "h"))
      )
    }
  }

  private static var lineage: Lineage {
    let origins: [LineageFile.Origin] = [
      .stage("s"), .git, .tracked(by: "x.dvc"),
      .imported(repository: "r", path: "p", revision: "v1", lockedRevision: id),
      .downloaded(address: "https://data.example"), .unknown,
    ]
    let files = origins.map {
      LineageFile(path: "p", kind: .folder, size: 1, fileCount: 2, hashes: [hash], origin: $0)
    }
    return Lineage(
      stages: [
        LineageStage(
          name: "train", file: "dvc.yaml", commands: ["python train.py"], inputs: files,
          outputs: files,
          params: [LineageParam(file: "params.yaml", key: "lr", value: .string("1"))])
      ], tracker: "m.dvc", artifact: files[0])
  }

  static func image(_ spool: Spool) throws -> CardImage {
    CardImage(
      bytes: try spool.append([1, 2, 3, 4]), digest: "digest", format: .webp, width: 3, height: 4)
  }

  static func card(_ spool: Spool) throws -> VersionCard {
    VersionCard(
      kind: .repository, path: "README.md", identity: "i",
      metadata: .map([DataMember("k", .string("v"))]), facts: facts, evaluations: [evaluation],
      text: try spool.append(Array("rendered".utf8)), note: "n",
      original: CardOriginal(bytes: try spool.append(Array("written".utf8)), digest: "d"),
      targets: [
        "a": .file("f"), "b": .image(try image(spool)), "c": .missing("gone"), "": .file("e"),
      ])
  }

  private static var facts: CardFacts {
    var emissions = CardEmissions()
    emissions.grams = DataNumber(text: "5")
    emissions.source = "s"
    emissions.trainingType = "t"
    emissions.location = "l"
    emissions.hardware = "h"
    var facts = CardFacts()
    facts.modelName = "m"
    facts.license = "other"
    facts.licenseLink = "LICENSE"
    facts.languages = ["en"]
    facts.tags = ["t"]
    facts.datasets = ["d"]
    facts.baseModels = ["b"]
    facts.baseModelRelation = "merge"
    facts.library = "sklearn"
    facts.task = "t"
    facts.metrics = ["auc"]
    facts.newVersion = "n"
    facts.emissions = emissions
    return facts
  }

  private static var evaluation: EvaluationResult {
    var result = EvaluationResult(value: .number(DataNumber(text: "0.90")))
    result.modelName = "1"
    result.taskType = "2"
    result.taskName = "3"
    result.datasetType = "4"
    result.datasetName = "5"
    result.datasetConfig = "6"
    result.datasetSplit = "7"
    result.datasetRevision = "8"
    result.metricType = "9"
    result.metricName = "10"
    result.isVerified = true
    result.sourceName = "11"
    result.sourceAddress = "12"
    result.date = "13"
    result.notes = "14"
    return result
  }

  static func plots(_ spool: Spool) throws -> [VersionPlot] {
    let contents: [VersionPlot.Content] = [
      .series([
        PlotSeries(
          file: "f", field: "y", rows: try spool.append([9, 9]), count: 2, hash: hash)
      ]),
      .images([PlotImage(path: "p.png", step: 4, image: try image(spool))]),
      .unavailable(reason: "r", help: "h"),
    ]
    return contents.map {
      VersionPlot(
        id: "p", title: "t", kind: .confusionNormalized, xTitle: "x", yTitle: "y", content: $0,
        note: "n", isOwn: true, origin: PlotOrigin(path: "f", hash: hash))
    }
  }
}
