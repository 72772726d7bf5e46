import Cards
import Digests
import Formats
import GitStore
import Records
import TestSupport
import Testing

@testable import Registry

/// Plots of whole repositories (`records.md` §6).
@Suite(.timeLimit(.minutes(30)))
struct PlotReadingTests {
  private static let curve = "step\tloss\n0\t0.9\n1\t0.50\n"

  @Test("Rows of Git's files come with titles and the files' digests")
  func readsRows() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": """
      plots:
      - logs.csv: {x: epoch, y: [loss, acc], title: Training, y_label: Value}
      - roc.json: {x: fpr, y: tpr, template: simple}
      stages:
        t: {cmd: x, plots: [p/loss.tsv: {x: step, cache: false}]}
      """,
      "logs.csv": "epoch,loss,acc\n1,0.5,0.1\n2,0.4,\n",
      "roc.json": #"{"roc": [{"fpr": 0.0, "tpr": 0.0, "threshold": Infinity}]}"#,
      "p/loss.tsv": Self.curve,
    ])
    #expect(sample.codes.isEmpty, "\(sample.diagnostics)")
    #expect(sample.plots.map(\.id) == ["logs.csv", "roc.json", "p/loss.tsv"])
    let logs = try sample.plot("logs.csv")
    #expect(try sample.lines(logs) == ["loss: 1 0.5, 2 0.4", "acc: 1 0.1, 2 -"])
    #expect(logs.title == "Training" && logs.xTitle == "epoch" && logs.yTitle == "Value")
    #expect(logs.kind == .linear && logs.isOwn && logs.note == nil)
    #expect(logs.origin?.path == "logs.csv" && logs.origin?.hash?.algorithm == .git)
    let roc = try sample.plot("roc.json")
    #expect(try sample.lines(roc) == ["tpr: 0.0 0.0"])
    #expect(roc.kind == .simple && roc.title == nil && roc.yTitle == "tpr")
    #expect(try sample.lines(sample.plot("p/loss.tsv")) == ["loss: 0 0.9, 1 0.50"])
  }

  @Test("x from another file, and y of several files")
  func joinsFiles() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": """
      plots:
      - confusion: {template: confusion, x: {actual.csv: actual}, y: {preds.csv: predicted}}
      - both: {x: epoch, y: {train.csv: [acc, loss], test.csv: acc}}
      - unequal: {x: {actual.csv: actual}, y: {train.csv: acc}}
      - crossed: {x: {a.csv: a, b.csv: b}, y: {train.csv: [acc, loss, epoch]}}
      """,
      "actual.csv": "actual\na\nb\n", "preds.csv": "predicted\na\na\n",
      "train.csv": "epoch,acc,loss\n1,0.5,2\n", "test.csv": "epoch,acc\n1,0.4\n",
    ])
    #expect(try sample.lines(sample.plot("confusion")) == ["predicted: a a, b a"])
    #expect(try sample.plot("confusion").xTitle == "actual")
    let both = try sample.plot("both")
    #expect(try sample.lines(both) == ["acc: 1 0.5", "loss: 1 2", "acc: 1 0.4"])
    #expect(both.yTitle == "y" && both.xTitle == "epoch")
    #expect(sample.reason(try sample.plot("unequal"))?.contains("2 rows") == true)
    #expect(sample.reason(try sample.plot("crossed"))?.contains("2 columns") == true)
    #expect(sample.codes == ["P012", "P012"])
  }

  @Test("A plot that can't be had costs only itself")
  func keepsOthers() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": """
      plots: [good.csv, broken.json, quotes.csv, missing.csv, none.csv: {y: z}, empty.csv, notes.txt,
        half: {y: {good.csv: b, missing.csv: b}}]
      """,
      "good.csv": "a,b\n1,2\n", "broken.json": "[{\"a\": 1,}]", "quotes.csv": "a\n\"b\n",
      "none.csv": "a\n1\n", "empty.csv": "", "notes.txt": "x",
    ])
    #expect(try sample.lines(sample.plot("good.csv")) == ["b: 0 2"])
    let reasons = sample.plots.map { sample.reason($0) != nil }
    #expect(reasons == [false, true, true, true, true, true, true, false])
    #expect(
      Set(sample.codes) == ["J001", "C003", "P012", "P009"], "\(sample.diagnostics)")
    let half = try sample.plot("half")
    #expect(try sample.lines(half) == ["b: 0 2"])
    #expect(half.note?.contains("missing.csv") == true)
    #expect(sample.reason(try sample.plot("none.csv"))?.contains("no column “z”") == true)
  }

  @Test("Strings, blank cells and a byte order mark of CSV (trap 25)")
  func readsOddTables() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": "plots: [a.csv: {x: epoch, y: loss}]",
      "a.csv": "\u{FEFF}epoch,loss\r\n1,0.5\r\n2,\r\n3,bad\r\n4,nan\r\n",
    ])
    #expect(try sample.lines(sample.plot("a.csv")) == ["loss: 1 0.5, 2 -, 3 bad, 4 nan"])
    #expect(sample.codes == ["C004"])
    #expect(sample.diagnostics.first?.problem.contains("1 values") == true)
  }

  @Test("Without x, a column of steps is x (trap 24)")
  func usesSteps() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": "plots: [a.tsv, b.csv]", "a.tsv": "step\tloss\n10\t1\n20\t2\n",
      "b.csv": "u,v\n5,6\n",
    ])
    #expect(try sample.lines(sample.plot("a.tsv")) == ["loss: 10 1, 20 2"])
    #expect(try sample.lines(sample.plot("b.csv")) == ["v: 0 6"])
    #expect(sample.plots.map(\.xTitle) == ["step", "step"])
  }

  @Test("Pictures: alone, in folders, by step, with blanks in names, as WebP (trap 27)")
  func readsPictures() async throws {
    let gif = PlotSample.gif
    let sample = try await PlotSample.load([
      "dvc.yaml": "plots: [one.gif, imgs, d/plots/images]",
      "one.gif": gif, "imgs/a b.gif": gif, "imgs/c.webp": gif, "imgs/page.png": "<html>",
      "imgs/draw.svg": "<svg/>", "d/plots/images/mask/10.gif": gif,
      "d/plots/images/mask/9.gif": gif,
    ])
    #expect(
      sample.plots.map(\.id) == [
        "one.gif", "imgs/a b.gif", "imgs/c.webp", "imgs/draw.svg", "imgs/page.png",
        "d/plots/images/mask",
      ])
    let series = sample.pictures(try sample.plot("d/plots/images/mask"))
    #expect(series.map(\.step) == [9, 10])
    #expect(series.map(\.path) == ["d/plots/images/mask/9.gif", "d/plots/images/mask/10.gif"])
    #expect(sample.pictures(try sample.plot("imgs/c.webp")).first?.image.format == .gif)
    #expect(Set(sample.plots.flatMap { sample.pictures($0) }.map(\.image.bytes)).count <= 5)
    #expect(sample.reason(try sample.plot("imgs/page.png")) != nil)
    #expect(sample.codes.sorted() == ["M011", "M012"])
    #expect(sample.plots.allSatisfy { $0.kind == .image })
  }

  @Test("A template of the repository is followed, one that nobody has is told (trap 26)")
  func followsTemplates() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": """
      plots:
      - a.csv: {template: lift, x: n, y: share}
      - b.csv: {template: nowhere}
      - c.csv: {template: scatter}
      - d.csv: {template: own/t.json}
      """,
      ".dvc/plots/lift.json": #"""
      {"mark": "bar", "encoding": {"x": {"field": "<DVC_METRIC_X>", "type": "nominal"},
       "y": {"field": "<DVC_METRIC_Y>", "type": "quantitative"}}}
      """#,
      ".dvc/plots/scatter.json": #"{"mark": "point"}"#,
      "own/t.json": #"{"mark": "circle"}"#,
      "a.csv": "n,share\na,0.5\n", "b.csv": "x\n1\n", "c.csv": "x\n1\n", "d.csv": "x\n1\n",
    ])
    let lift = try sample.plot("a.csv")
    #expect(lift.kind == .barHorizontal && lift.note?.contains("lift") == true)
    // Bars lie: what was along y is along x.
    #expect(try sample.lines(lift) == ["n: 0.5 a"])
    #expect(lift.xTitle == "share" && lift.yTitle == "n")
    #expect(try sample.plot("b.csv").note?.contains("nowhere") == true)
    #expect(try sample.plot("c.csv").kind == .scatter && sample.plot("c.csv").note == nil)
    #expect(try sample.plot("d.csv").kind == .scatter)
  }

  @Test("Plots of DVCLive that no dvc.yaml names are found, in old layouts too")
  func findsLivePlots() async throws {
    let sample = try await PlotSample.load([
      "dvclive/scalars/loss.tsv": Self.curve, "old/dvclive/plots/metrics/val/acc.tsv": Self.curve,
      "old/dvclive/plots/roc.json": #"{"roc": [{"fpr": 0, "tpr": 1}]}"#,
    ])
    #expect(
      sample.plots.map(\.id) == [
        "dvclive/scalars/loss.tsv", "old/dvclive/plots/metrics/val/acc.tsv",
        "old/dvclive/plots/roc.json",
      ])
    #expect(try sample.lines(sample.plots[0]) == ["loss: 0 0.9, 1 0.50"])
    #expect(sample.plots[2].kind == .simple && sample.plots[2].title?.contains("ROC") == true)
  }

  @Test("Configured patterns find further plots")
  func followsPatterns() async throws {
    var settings = RecordSettings()
    settings.plotFiles = ["runs/*.csv", "dvc.csv"]
    let sample = try await PlotSample.load(
      [
        "runs/a.csv": "x,y\n1,2\n", "runs/b.txt": "", "dvc.yaml": "plots: [dvc.csv]",
        "dvc.csv": "y\n3\n",
      ], settings)
    #expect(sample.plots.map(\.id) == ["dvc.csv", "runs/a.csv"])
  }

  @Test("Plots of another model's stages come after the model's own")
  func ordersPlots() async throws {
    let sample = try await PlotSample.load([
      "dvc.yaml": """
      artifacts: {m: {path: model.pkl}}
      stages:
        other: {cmd: o, outs: [o.pkl: {cache: false}], plots: [o.csv: {cache: false}]}
        train: {cmd: t, outs: [model.pkl: {cache: false}], plots: [t.csv: {cache: false}]}
      """,
      "dvc.lock": """
      schema: '2.0'
      stages:
        other: {cmd: o, outs: [{path: o.pkl, hash: md5, md5: aaaa, size: 1}, {path: o.csv, hash: md5, md5: aaab, size: 1}]}
        train: {cmd: t, outs: [{path: model.pkl, hash: md5, md5: aaac, size: 1}, {path: t.csv, hash: md5, md5: aaad, size: 1}]}
      """,
      "o.csv": "x\n1\n", "t.csv": "x\n1\n", "model.pkl": "x", "o.pkl": "x",
    ])
    #expect(sample.plots.map { "\($0.id) \($0.isOwn)" } == ["t.csv true", "o.csv false"])
  }

  @Test("Equal files of many versions are kept once")
  func keepsOnce() async throws {
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        ".dvc/config": "", "dvc.yaml": "plots: [a.csv, b.csv]", "a.csv": "x\n1\n",
        "b.csv": "x\n1\n",
      ])
      try await repo.tag("m@v1.0.0")
      try await repo.script.commit(["note": "1"])
      try await repo.tag("m@v1.1.0")
      let sample = try await PlotSample.load(repo)
      let places = sample.versions.flatMap { version in
        version.plots.flatMap { plot -> [Spool.Place] in
          guard case .series(let series) = plot.content else { return [] }
          return series.map(\.rows)
        }
      }
      #expect(places.count == 4 && Set(places).count == 1)
    }
  }

  @Test("Limits of plots and pictures are told")
  func limits() async throws {
    var settings = RecordSettings()
    settings.limits.plotsPerVersion = 2
    settings.limits.imagesPerVersion = 1
    let gif = PlotSample.gif
    let sample = try await PlotSample.load(
      [
        "dvc.yaml": "plots: [i, b.csv]", "i/images/s/1.gif": gif, "i/images/s/2.gif": gif,
        "a.csv": "x\n1\n", "b.csv": "x\n1\n", "c.csv": "x\n1\n",
      ], settings)
    #expect(sample.pictures(try sample.plot("i/images/s")).count == 1)
    #expect(sample.plots.count == 2)
    #expect(sample.codes == ["J011"])
    let cut = try await PlotSample.load(
      [
        "dvc.yaml": "plots: [a.csv, b.csv, c.csv]", "a.csv": "x\n1\n", "b.csv": "x\n1\n",
        "c.csv": "x\n1\n",
      ], settings)
    #expect(cut.plots.map(\.id) == ["a.csv", "b.csv"])
    #expect(cut.codes == ["J011"])
  }
}
