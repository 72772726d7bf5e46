import Formats
import GitStore
import Records
import Testing

@testable import Registry
@testable import Site

@Suite("Records in documents")
struct RecordDocumentsTests {
  private let documents: DocumentTexts
  private let version: String

  init() throws {
    documents = try DocumentTexts(SampleRegistry.withLineage())
    version = try documents("models/churn/churn/versions/v1.2.0.json")
  }

  @Test("keep the digits of their numbers, and tell why one is null") func numbers() {
    #expect(version.contains("\"auc\": 0.930,"))
    #expect(version.contains("\"rows\": 12345678901234567890,"))
    #expect(version.contains("\"lr\": 0.10,"))
    #expect(version.contains("\"loss\": null,") && version.contains("\"a/b\": null"))
    #expect(version.contains("\"__proto__\": \"plain\""))
    for (code, pointer) in [
      ("J002", "/metrics/eval~1metrics.json/loss"),
      ("J003", "/metrics/eval~1metrics.json/per~0class/a~1b"),
      ("J003", "/lineage/params/params.yaml/train.limit"),
    ] {
      let lines = version.split(separator: "\n").map { $0.drop { $0 == " " } }
      let place = lines.firstIndex { $0 == "\"pointer\": \"\(pointer)\"" }
      #expect(place.map { lines[$0 - 3] } == "\"code\": \"\(code)\",", "\(pointer)")
    }
    #expect(version.contains("eval/metrics.json: per~class.a/b\","))
  }

  @Test("name files that could not be had, and how to get them") func unavailable() {
    #expect(
      version.contains(
        """
          "unavailable": [
            {
              "path": "eval/slices.json",
              "kind": "metrics",
              "reason": "neither in Git nor in DVC's cache",
              "hashes": {
                "md5": "0cc175b9c0f1b6a831c399e269772661"
              },
              "size": 512
            }
          ],
        """))
    let message =
      "neither in Git nor in DVC's cache (md5 0cc175b9c0f1b6a831c399e269772661, 512 bytes); "
      + "run dvc fetch"
    #expect(version.contains("\"message\": \"\(message)\""))
  }

  @Test("don't tell of a missing or broken file twice", arguments: ["P005", "J001"])
  func toldOnce(code: String) throws {
    let records = VersionRecords(unavailable: [
      UnavailableRecord(
        path: "m.json", kind: .metrics, reason: "gone", hash: nil, size: nil, help: "fetch it",
        isOwn: true)
    ])
    let registry = try SampleRegistry.registry(of: records)
    let alone = try DocumentTexts(registry)("models/r/m/versions/v1.0.0.json")
    #expect(alone.occurrences(of: "\"P005\"") == 1)
    let place = DiagnosticPlace(
      repository: "r", artifact: "m", version: "v1.0.0", file: "m.json")
    let known = Diagnostic(
      code, .warning, at: place, problem: "gone", consequence: "left out", help: "fetch it")
    let repository = SampleRegistry.repository(
      "r", artifacts: registry.repositories[0].artifacts, diagnostics: [known])
    let told = try DocumentTexts(Registry(repositories: [repository]))(
      "models/r/m/versions/v1.0.0.json")
    #expect(told.occurrences(of: "\"code\"") == 1 && told.contains("gone; left out"))
  }

  @Test("bring as many notes as a reader can use, and count the rest") func manyNotes() throws {
    let numbers = DataValue.list(Array(repeating: SampleRegistry.number("NaN"), count: 1_500))
    let records = VersionRecords(metrics: [RecordFile(path: "m.json", value: numbers, isOwn: true)])
    let notes = RecordNote.all(for: records)
    #expect(notes.count == 1_001)
    #expect(notes.last?.message == "500 more values are not numbers of JSON; they stand as null")
  }

  @Test("take a path only once") func samePath() throws {
    let file = RecordFile(path: "m.json", value: .map([]), isOwn: true)
    let records = VersionRecords(metrics: [file, file], params: [file, file])
    let documents = try DocumentTexts(SampleRegistry.registry(of: records))
    let text = try documents("models/r/m/versions/v1.0.0.json")
    #expect(text.occurrences(of: "\"m.json\": {}") == 2)
  }

  @Test("tell where an artifact's bytes lie, of holders too") func contents() throws {
    let facts = """
      "storage": "dvc",
          "kind": "file",
          "size": 5120000,
          "file_count": null,
          "hashes": {
            "md5": "8277e0910d750195b448797616e091ad"
          },
          "remote": {
            "name": "store",
            "url": "s3://bucket/dvc"
          }
      """
    #expect(version.contains(facts))
    let stage = try documents("models/churn/churn/stages/prod.json")
    #expect(stage.contains("\"storage\": \"dvc\","))
    let missing = try documents("models/churn/churn/versions/v1.0.0.json")
    #expect(missing.contains("\"storage\": \"missing\",\n    \"kind\": null,"))
  }

  @Test("list the stages before the one that wrote the artifact") func lineage() {
    let lines = version.split(separator: "\n")
    #expect(lines.contains("    \"stage\": \"train\","))
    let parents = lines.filter { $0.hasPrefix("        \"stage\": ") }
    #expect(parents == ["        \"stage\": \"clean\",", "        \"stage\": \"features\","])
    #expect(version.contains("\"command\": \"python src/clean.py --source https://data.example"))
    #expect(version.contains("\"locked_revision\": \"4b825dc64b825dc6"))
    #expect(version.contains("\"train.layers\": ["))
  }

  @Test("say who tracks an artifact that no stage wrote") func tracked() throws {
    let text = try documents("models/churn/churn/versions/v1.0.0.json")
    #expect(text.contains("\"stage\": null,\n    \"file\": \"models/churn.pkl.dvc\","))
    #expect(text.contains("\"kind\": \"imported\","))
    #expect(text.contains("\"parents\": []"))
  }

  @Test("tell what changed, and null where there is nothing to compare") func changes() throws {
    #expect(version.contains("\"since\": \"v1.1.0\","))
    #expect(version.contains("\"commit_count\": 14,"))
    #expect(version.contains("\"before\": null,\n        \"after\": {\n          \"git\": \"e69de"))
    #expect(try documents("models/churn/churn/versions/v1.1.0.json").contains("\"changes\": null"))
  }

  @Test("list candidates with the command that registers each") func candidates() throws {
    let text = try documents("models/churn/churn/model.json")
    let branch = try SampleRegistry.commit(51).hex
    #expect(text.contains("\"source\": \"branch\",\n      \"name\": \"try/deeper\","))
    #expect(text.contains("\"command\": \"gto register churn \(branch)\""))
    #expect(text.contains("\"base\": \"\(try SampleRegistry.commit(5).hex)\""))
    let other = try documents("models/churn/text-embedder/model.json")
    #expect(other.contains("\"candidates\": [],"))
  }

  @Test("give the first metrics of every version and of the latest") func headline() throws {
    let metric = """
      {
                "file": "eval/metrics.json",
                "name": "auc",
                "value": 0.930
              }
      """
    #expect(try documents("index.json").contains(metric))
    #expect(try documents("models/churn/churn/model.json").contains(metric))
  }

  @Test("give what the configuration calls primary, in its order, and nothing hidden")
  func primary() throws {
    var settings = SiteSettings()
    var rows = MetricSettings(pattern: "r*s")
    rows.isPrimary = true
    var loss = MetricSettings(pattern: "l??s")
    (loss.isPrimary, loss.isHidden) = (true, true)
    var nested = MetricSettings(pattern: "a/b")
    nested.isPrimary = true
    settings.metrics = [nested, loss, rows]
    let documents = try DocumentTexts(SampleRegistry.withLineage(), settings: settings)
    let text = try documents("index.json")
    let names = text.split(separator: "\n").filter { $0.hasPrefix("          \"name\": ") }
    #expect(
      names.prefix(2) == [
        "          \"name\": \"per~class.a/b\",", "          \"name\": \"rows\",",
      ])
  }

  @Test("hold no credentials and no e-mail address") func secrets() {
    for (path, text) in documents.texts {
      #expect(!text.contains("secret") && !text.contains("key=1"), "\(path)")
      #expect(!text.contains("someone@"), "\(path)")
    }
  }
}
