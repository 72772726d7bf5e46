import Formats
import Records
import TestSupport
import Testing

@testable import Registry
@testable import Site

struct PlotFiguresTests {
  private static func drawn(_ figure: PlotFigure, _ panel: Int = 0) throws -> [DrawnElement] {
    try #require(figure.drawings.indices.contains(panel))
    return DrawnElement.all(in: figure.drawings[panel].drawing)
  }

  @Test("A column is a line with gaps where values are missing, and a table of what is in the file")
  func line() throws {
    var plots = SamplePlots()
    let series = plots.series(
      "loss", x: ["0", "1", "2", "3"], y: ["0.5", "", "NaN", "0.25"])
    let figures = try plots.figures([[SamplePlots.plot("logs.csv", .series([series]))]])
    let figure = try #require(figures.first)
    #expect(figure.id == "plot-1" && figure.title == "logs.csv" && figure.notes.isEmpty)
    let line = try Self.drawn(figure).first { $0.attributes["class"] == "plot-line" }
    let path = try #require(line?.attributes["d"])
    #expect(path.filter { $0 == "M" }.count == 2)
    let table = try #require(figure.table)
    #expect(table.columns == ["step", "loss"])
    #expect(table.rows.map(\.[1]) == ["0.5", "", "NaN", "0.25"])
  }

  @Test("What is no number among numbers is a gap, and the caption counts it")
  func text() throws {
    var plots = SamplePlots()
    let series = plots.series("loss", x: ["0", "1", "2"], y: ["0.5", "diverged", "0x10"])
    let figures = try plots.figures([[SamplePlots.plot("logs.csv", .series([series]))]])
    let figure = try #require(figures.first)
    #expect(figure.notes == ["2 values of the file not a number, left out."])
  }

  @Test("Names along x stand in the order of their appearance")
  func names() throws {
    var plots = SamplePlots()
    let series = plots.series("f1", x: ["zebra", "ant", "zebra"], y: ["1", "2", "3"])
    let figures = try plots.figures([[SamplePlots.plot("f1.csv", .series([series]))]])
    let figure = try #require(figures.first)
    let texts = try Self.drawn(figure).filter { $0.name == "text" }.map(\.text)
    let places = try [
      #require(texts.firstIndex(of: "zebra")), #require(texts.firstIndex(of: "ant")),
    ]
    #expect(places == places.sorted())
  }

  @Test("Versions lie over each other, each line named by its version and column")
  func overlay() throws {
    var plots = SamplePlots()
    let versions = (0..<3).map { version in
      [
        SamplePlots.plot(
          "logs.csv",
          .series(
            ["loss", "acc"].map {
              plots.series($0, x: ["0", "1"], y: ["\(version)", "2"])
            }))
      ]
    }
    let figures = try plots.figures(versions)
    #expect(figures.count == 1)
    let figure = try #require(figures.first)
    let texts = try Self.drawn(figure).filter { $0.name == "text" }.map(\.text)
    for name in ["v1.0.0 loss", "v1.0.2 acc"] { #expect(texts.contains(name)) }
  }

  @Test("Confusion matrices of several versions stand side by side, actual classes as rows")
  func confusion() throws {
    var plots = SamplePlots()
    let versions = (0..<2).map { _ in
      [
        SamplePlots.plot(
          "cm",
          .series([
            plots.series("predicted", x: ["cat", "cat", "dog"], y: ["cat", "dog", "dog"])
          ]), as: .confusion, x: "actual", y: "predicted")
      ]
    }
    let figures = try plots.figures(versions)
    let figure = try #require(figures.first)
    #expect(figure.drawings.map(\.heading) == ["v1.0.1", "v1.0.0"])
    #expect(figure.table?.columns == ["Series", "actual", "predicted", "Count"])
    let texts = try Self.drawn(figure).filter { $0.name == "text" }.map(\.text)
    #expect(texts.contains("50%") && texts.contains("100%"))
  }

  @Test("What a version has not got is told, and the others are drawn")
  func unavailable() throws {
    var plots = SamplePlots()
    let series = plots.series("loss", x: ["0"], y: ["1"])
    let figures = try plots.figures([
      [SamplePlots.plot("logs.csv", .series([series]))],
      [SamplePlots.plot("logs.csv", .unavailable(reason: "not in the cache", help: "dvc fetch"))],
    ])
    let figure = try #require(figures.first)
    #expect(figure.gaps.map(\.version) == ["v1.0.1"])
    #expect(figure.drawings.count == 1)
  }

  @Test("A page has 200 rows, and the rest is a file with every value as it is")
  func rows() throws {
    var plots = SamplePlots()
    let values = (0..<201).map { "\($0)" as String? }
    let series = plots.series("=loss, \"x\"", x: values, y: values)
    let registry = try SamplePlots.registry([
      [SamplePlots.plot("logs.csv", .series([series]), y: "=loss, \"x\"")]
    ])
    let files = try ModelPagesTests.pages(in: plots.context(registry))
    let page = try #require(files["models/r/m/v1.0.0/index.html"])
    #expect(page.contains("id=\"plot-1\"") && page.contains("href=\"plots/1.csv\""))
    #expect(page.contains("<td><bdi>199</bdi></td>") && !page.contains("<td><bdi>200</bdi></td>"))
    let csv = try #require(files["models/r/m/v1.0.0/plots/1.csv"])
    #expect(csv.hasPrefix("step,\"=loss, \"\"x\"\"\"\r\n0,0\r\n"))
    #expect(csv.hasSuffix("200,200\r\n"))
  }

  @Test("Of a repeated step the last row counts, but what runs along one x stays")
  func repeated() throws {
    var plots = SamplePlots()
    let steps = plots.series("loss", x: ["0", "1", "1"], y: ["3", "2", "1"])
    let curve = plots.series("tpr", x: ["1.0", "0.5", "0.5", "0.0"], y: ["1", "0.9", "0.4", "0"])
    let figures = try plots.figures([
      [
        SamplePlots.plot("logs.csv", .series([steps])),
        SamplePlots.plot("roc.csv", .series([curve])),
      ]
    ])
    #expect(figures[0].notes == ["1 row of a repeated step left out."])
    #expect(figures[1].notes.isEmpty)
    let line = try Self.drawn(figures[1]).first { $0.attributes["class"] == "plot-line" }
    let path = try #require(line?.attributes["d"])
    let heights = path.split { "ML ".contains($0) }.compactMap { Double($0) }.enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    #expect(heights == heights.sorted(by: >) && heights.count == 4)
  }
}
