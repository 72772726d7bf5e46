import Records
import Testing

/// Which plots definitions stand for, and what they are called (`records.md` §6.1).
struct PlotPlannerTests {
  /// The plots of a project's files, with the files that there are.
  private func plan(
    _ texts: [String: String], files: [String] = [], folder: String = "", limit: Int = 100
  ) throws -> PlotPlan {
    let project = try ResolvedProject(folder: folder, texts)
    let planner = PlotPlanner(project: folder, limit: limit) { path in
      files.filter { RepositoryPath.lies($0, in: path) }.sorted()
    }
    return planner.plan(project.plots)
  }

  private func plan(_ text: String, files: [String] = []) throws -> PlotPlan {
    try plan(["dvc.yaml": text], files: files)
  }

  private func columns(_ axis: PlotDefinition.Axis?) -> [String] {
    switch axis {
    case .columns(let columns)?: columns.map { "\($0.file): \($0.field)" }
    case .fields(let fields)?: fields
    case .inferred?, nil: []
    }
  }

  @Test(
    "Every form of a definition is read (trap 15)",
    arguments: [
      "plots: [logs.csv: {x: epoch, y: [loss, acc], title: T, x_label: X, y_label: Y, template: smooth}]",
      "plots: {logs.csv: {x: epoch, y: [loss, acc], title: T, x_label: X, y_label: Y, template: smooth}}",
      "stages: {s: {cmd: x, plots: [logs.csv: {x: epoch, y: [loss, acc], title: T, x_label: X, y_label: Y, template: smooth, cache: false}]}}",
      "stages: {s: {cmd: x, plots: {logs.csv: {x: epoch, y: [loss, acc], title: T, x_label: X, y_label: Y, template: smooth}}}}",
    ])
  func readsForms(_ text: String) throws {
    let plots = try plan(text, files: ["logs.csv"]).plots
    let plot = try #require(plots.first)
    #expect(plots.count == 1)
    #expect(plot.id == "logs.csv" && plot.content == .rows(path: "logs.csv"))
    let definition = plot.definition
    #expect(definition.x == .fields(["epoch"]) && definition.y == .fields(["loss", "acc"]))
    #expect(definition.title == "T" && definition.template == "smooth")
    #expect(definition.xLabel == "X" && definition.yLabel == "Y")
  }

  @Test("A free id takes columns of files beside its dvc.yaml")
  func readsColumns() throws {
    let plots = try plan([
      "sub/dvc.yaml":
        "plots: [both: {x: {actual.csv: a}, y: {train.csv: [acc, loss], ../test.csv: acc}}]"
    ]).plots
    let plot = try #require(plots.first)
    #expect(plot.id == "both" && plot.content == .rows(path: nil))
    #expect(columns(plot.definition.x) == ["sub/actual.csv: a"])
    #expect(
      columns(plot.definition.y) == ["sub/train.csv: acc", "sub/train.csv: loss", "test.csv: acc"])
  }

  @Test("Variables are put in, also where foreach and matrix repeat a stage (trap 28)")
  func putsVariablesIn() throws {
    let plots = try plan([
      "params.yaml": "name: roc\ncol: fpr\n",
      "dvc.yaml": """
      plots:
      - ${name}.csv: {x: "${col}", title: "The ${name}"}
      stages:
        e:
          foreach: [us, eu]
          do: {cmd: x, plots: ["${item}.csv": {y: "${item}_loss"}]}
        m:
          matrix: {r: [1, 2]}
          cmd: x
          plots: ["m${item.r}.json"]
      """,
    ]).plots
    #expect(plots.map(\.id) == ["roc.csv", "us.csv", "eu.csv", "m1.json", "m2.json"])
    #expect(plots.first?.definition.title == "The roc")
    #expect(columns(plots.first?.definition.x) == ["fpr"])
    #expect(
      plots.dropFirst().prefix(2).map { columns($0.definition.y) } == [["us_loss"], ["eu_loss"]])
    #expect(plots.dropFirst().map(\.definition.stage) == ["e@us", "e@eu", "m@1", "m@2"])
  }

  @Test("A folder is its files, and the nearest entry above a file counts")
  func expandsFolders() throws {
    let plan = try plan(
      "plots: [p, p/metrics: {x: step}, p/metrics/deep: {x: epoch}]",
      files: ["p/a.json", "p/metrics/l.tsv", "p/metrics/deep/m.tsv", "p/readme.md", "p/z.png"])
    #expect(
      plan.plots.map { "\($0.id) \(columns($0.definition.x))" } == [
        "p/a.json []", "p/z.png []", "p/metrics/l.tsv [\"step\"]",
        "p/metrics/deep/m.tsv [\"epoch\"]",
      ])
    #expect(plan.passedOver == ["p/readme.md"])
  }

  @Test("What a stage and DVCLive both name is one plot (trap 23)")
  func namesOnce() throws {
    let plots = try plan(
      [
        "dvc.yaml":
          "stages: {t: {cmd: x, plots: [live/plots: {cache: false}, r.csv: {x: a, y: b}]}}\n"
          + "plots: [r.csv: {x: a, y: b}]",
        "live/dvc.yaml": "plots: [plots/metrics: {x: step}]",
      ], files: ["live/plots/metrics/loss.tsv", "live/plots/other.json", "r.csv"]
    ).plots
    #expect(plots.map(\.id) == ["r.csv", "live/plots/metrics/loss.tsv", "live/plots/other.json"])
    #expect(columns(plots.dropFirst().first?.definition.x) == ["step"])
  }

  @Test("One id in two files of DVC has the file in front of it, as DVC has it")
  func tellsIdsApart() throws {
    let plots = try plan([
      "dvc.yaml": "plots: [multi: {y: {a.csv: x}}]\nstages: {s: {cmd: x, plots: [l.csv: {x: a}]}}",
      "sub/dvc.yaml": "plots: [multi: {y: {b.csv: x}}, ../l.csv: {x: b}]",
    ]).plots
    #expect(
      plots.map(\.id) == ["dvc.yaml::multi", "sub/dvc.yaml::multi", "sub/dvc.yaml::l.csv", "l.csv"])
  }

  @Test("In a project below the root, ids start from the project's folder")
  func startsFromTheProject() throws {
    let plots = try plan(
      ["cv/dvc.yaml": "plots: [a.csv, sub: {x: step}]"], files: ["cv/a.csv", "cv/sub/b.tsv"],
      folder: "cv"
    ).plots
    #expect(plots.map(\.id) == ["a.csv", "sub/b.tsv"])
    #expect(plots.map(\.content) == [.rows(path: "cv/a.csv"), .rows(path: "cv/sub/b.tsv")])
  }

  @Test("Pictures by step are one plot; others stand for themselves (trap 27)")
  func findsSeries() throws {
    let files = [
      "i/images/mask/10.png", "i/images/mask/2.png", "i/images/one/0.jpg", "i/a b.png", "i/c.webp",
      "i/7.png", "i/x.PNG",
    ]
    let plots = try plan("plots: [i]", files: files).plots
    let steps = plots.map { plot -> String in
      guard case .images(let pictures) = plot.content else { return "\(plot.id) none" }
      return "\(plot.id) \(pictures.map { $0.step ?? -1 })"
    }
    #expect(
      steps == [
        "i/7.png [-1]", "i/a b.png [-1]", "i/c.webp [-1]", "i/images/mask [2, 10]",
        "i/images/one [0]", "i/x.PNG [-1]",
      ])
  }

  @Test("DVC 2 knew live, a folder of values over steps (trap 15)")
  func readsLive() throws {
    let plots = try plan(
      "stages: {t: {cmd: x, live: {logs: {summary: true, html: true}}}}",
      files: ["logs/loss.tsv", "logs/acc.tsv"]
    ).plots
    #expect(plots.map(\.id) == ["logs/acc.tsv", "logs/loss.tsv"])
    #expect(plots.allSatisfy { columns($0.definition.x) == ["step"] && $0.definition.stage == "t" })
  }

  @Test("There are no more plots than the limit says")
  func limits() throws {
    let files = (0..<30).map { "p/\($0).csv" }
    let plan = try plan(["dvc.yaml": "plots: [p]"], files: files, limit: 10)
    #expect(plan.plots.count == 10 && plan.isCut)
  }

  @Test("Folders of DVCLive are read in all layouts without a dvc.yaml")
  func findsLivePlots() {
    let files = [
      "l/plots/metrics/train/loss.tsv", "l/scalars/acc.tsv", "l/old.tsv", "l/plots/roc.json",
      "l/plots/sklearn/confusion_matrix.json", "l/plots/images/a.png", "l/metrics.json",
      "l/report.md", "other/x.tsv",
    ]
    let found = LivePlots.definitions(in: "l", files: files)
    #expect(
      found.map { "\($0.id) \(columns($0.x)) \($0.template ?? "-")" } == [
        "l/plots/metrics [\"step\"] -", "l/scalars [\"step\"] -", "l/old.tsv [\"step\"] -",
        "l/plots/roc.json [\"fpr\"] simple",
        "l/plots/sklearn/confusion_matrix.json [\"actual\"] confusion", "l/plots/images [] -",
      ])
  }
}
