import Cards
import Formats
import Records
import Testing

@testable import Registry
@testable import Site

@Suite("Plots in documents")
struct PlotDocumentsTests {
  private let cards: SampleCards

  init() throws { cards = try SampleCards() }

  private func document(_ plots: [VersionPlot]) throws -> String {
    try DocumentTexts(try registry(plots))("models/r/m/versions/v1.0.0.json")
  }

  private func registry(_ plots: [VersionPlot]) throws -> Registry {
    let commit = try SampleRegistry.commit(1)
    let event = try SampleRegistry.registration("m", "v1.0.0", at: commit, day: 0)
    var version = try SampleRegistry.version(event, at: commit)
    version.plots = plots
    let artifact = SampleRegistry.artifact("m", [version], latest: 0, events: [event])
    return Registry(repositories: [
      Repository(
        id: "r", url: nil, webURL: nil, defaultBranch: "main", head: nil, artifacts: [artifact],
        stages: [], ignoredTags: [], tagCount: 1, diagnostics: [])
    ])
  }

  private func series(_ file: String, _ field: String) throws -> PlotSeries {
    let rows = PlotRows(x: ["1", "2"], y: ["0.5", nil])
    return PlotSeries(
      file: file, field: field, rows: try cards.spool.append(rows.coded), count: 2,
      hash: ContentHash(.md5, "0123456789abcdef"))
  }

  @Test("say what is drawn, of what, and where") func rows() throws {
    let plot = VersionPlot(
      id: "logs.csv", title: "Training", kind: .smooth, xTitle: "epoch", yTitle: "y",
      content: .series([try series("logs.csv", "loss"), try series("logs.csv", "acc")]),
      note: "thinned", origin: PlotOrigin(path: "logs.csv", hash: ContentHash(.git, "aa")))
    let page = "../../../../../../models/r/m/v1.0.0/index.html"
    let text = try document([plot])
    #expect(
      text.contains(
        """
          "plots": [
            {
              "id": "logs.csv",
              "title": "Training",
              "kind": "smooth",
              "x": "epoch",
              "y": "y",
              "source": {
                "path": "logs.csv",
                "hashes": {
                  "git": "aa"
                }
              },
              "series": [
                {
                  "path": "logs.csv",
                  "field": "loss",
                  "points": 2,
                  "hashes": {
                    "md5": "0123456789abcdef"
                  }
                },
        """), "\(text)")
    #expect(
      text.contains("\"points\": 4,\n      \"note\": \"thinned\",\n      \"unavailable\": null,"))
    #expect(text.contains("\"page\": \"\(page)#plot-1\""))
  }

  @Test("count pictures, and say why there is nothing") func others() throws {
    let image = PlotImage(path: "a.png", step: nil, image: try cards.image("c"))
    let text = try document([
      VersionPlot(
        id: "a.png", title: nil, kind: .image, xTitle: "", yTitle: "", content: .images([image])),
      VersionPlot(
        id: "b.csv", title: nil, kind: .linear, xTitle: "x", yTitle: "y",
        content: .unavailable(reason: "it is gone", help: "fetch it")),
    ])
    #expect(text.contains("\"kind\": \"image\",\n      \"x\": null,\n      \"y\": null,"))
    #expect(text.contains("\"points\": 1,\n      \"note\": null,"))
    #expect(
      text.contains(
        "\"points\": null,\n      \"note\": null,\n      \"unavailable\": \"it is gone\","))
    #expect(text.contains("index.html#plot-2\""))
  }

  @Test("Without plots the list is empty") func nothing() throws {
    #expect(try document([]).contains("\"plots\": [],"))
  }
}
