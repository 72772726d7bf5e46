import Digests
import GitStore
import Records
import TestSupport
import Testing

@testable import Registry

/// Plots that DVC keeps outside Git (`records.md` §7 and §9).
@Suite(.timeLimit(.minutes(30)))
struct StoredPlotTests {
  private struct Object {
    let text: String
    var isFolder = false

    var md5: String { MD5.hex(of: Array(text.utf8)) }

    /// As it stands in dvc.lock.
    func entry(_ path: String) -> String {
      "{path: \(path), hash: md5, md5: \(md5)\(isFolder ? ".dir" : ""), size: \(text.utf8.count)}"
    }

    func store(in repository: String) throws {
      let name = md5 + (isFolder ? ".dir" : "")
      try writeFile(
        "\(repository)/.dvc/cache/files/md5/\(name.prefix(2))/\(name.dropFirst(2))", text)
    }
  }

  private static let loss = Object(text: "step\tloss\n0\t0.9\n1\t0.5\n")
  private static let actual = Object(text: "actual\na\nb\n")
  private static let picture = Object(text: PlotSample.gif)
  private static let folder = Object(
    text: #"[{"md5": "\#(loss.md5)", "relpath": "metrics/loss.tsv"}, "#
      + #"{"md5": "\#(picture.md5)", "relpath": "images/mask/3.gif"}]"#, isFolder: true)

  private static let files = [
    ".dvc/config": "", "model.bin": "x", "preds.csv": "predicted\na\na\n",
    "dvc.yaml": """
    stages:
      t: {cmd: x, plots: [loss.tsv, dvclive/plots, actual.csv]}
    plots:
    - loss.tsv: {x: step}
    - dvclive/plots/metrics: {x: step, title: Live}
    - dvclive/plots/images
    - confusion: {template: confusion, x: {actual.csv: actual}, y: {preds.csv: predicted}}
    """,
    "dvc.lock": """
    schema: '2.0'
    stages:
      t:
        cmd: x
        outs:
        - \(loss.entry("loss.tsv"))
        - \(actual.entry("actual.csv"))
        - \(folder.entry("dvclive/plots"))
    """,
  ]

  private func load(_ objects: [Object]) async throws -> PlotSample {
    var sample: PlotSample?
    try await RegistryScript.make { repo in
      try await repo.script.commit(Self.files)
      try await repo.tag("m@v1.0.0")
      for object in objects { try object.store(in: repo.script.path) }
      sample = try await PlotSample.load(repo)
    }
    return try #require(sample)
  }

  @Test("Files, files of folders, pictures by step and x of another file come from the cache")
  func readsTheCache() async throws {
    let sample = try await load([Self.loss, Self.actual, Self.picture, Self.folder])
    #expect(sample.codes.isEmpty, "\(sample.diagnostics)")
    #expect(try sample.lines(sample.plot("loss.tsv")) == ["loss: 0 0.9, 1 0.5"])
    #expect(try sample.plot("loss.tsv").origin?.hash == ContentHash(.md5, Self.loss.md5))
    let live = try sample.plot("dvclive/plots/metrics/loss.tsv")
    #expect(try sample.lines(live) == ["loss: 0 0.9, 1 0.5"])
    #expect(live.title == "Live" && live.origin?.hash == ContentHash(.md5, Self.loss.md5))
    #expect(try sample.lines(sample.plot("confusion")) == ["predicted: a a, b a"])
    let series = sample.pictures(try sample.plot("dvclive/plots/images/mask"))
    #expect(series.map(\.step) == [3])
    // The stage names the same files without a word of how they are drawn.
    #expect(
      sample.plots.map(\.id).sorted() == [
        "confusion", "dvclive/plots/images/mask", "dvclive/plots/metrics/loss.tsv",
        "loss.tsv",
      ])
  }

  @Test("What the cache lacks is told with its digest and size, and the rest is there")
  func tellsWhatIsMissing() async throws {
    let sample = try await load([Self.actual, Self.folder])
    let reason = try #require(sample.reason(try sample.plot("loss.tsv")))
    #expect(reason.contains(Self.loss.md5) && reason.contains("22 bytes"), "\(reason)")
    #expect(try sample.lines(sample.plot("confusion")) == ["predicted: a a, b a"])
    let picture = try #require(sample.reason(try sample.plot("dvclive/plots/images/mask")))
    #expect(picture.contains(Self.picture.md5), "\(picture)")
    #expect(Set(sample.codes) == ["P005"])
  }

  @Test("A folder without its list is one plot that is missing")
  func missesLists() async throws {
    let sample = try await load([Self.loss, Self.actual])
    let metrics = try sample.plot("dvclive/plots/metrics")
    #expect(sample.reason(metrics)?.contains("list") == true)
    #expect(sample.reason(metrics)?.contains(Self.folder.md5) == true)
    #expect(try sample.lines(sample.plot("loss.tsv")) == ["loss: 0 0.9, 1 0.5"])
  }
}
