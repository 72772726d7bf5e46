import TestSupport
import Testing

@testable import Drawing

struct ConfusionMatrixTests {
  private static func texts(_ matrix: ConfusionMatrix) -> [String] {
    DrawnElement.all(in: matrix.svg(id: "t")).filter { $0.name == "text" }.map(\.text)
  }

  @Test("Each cell has its count and its share of the row")
  func cells() {
    let pairs = [("cat", "cat"), ("cat", "dog"), ("cat", "cat"), ("dog", "dog")]
    let matrix = ConfusionMatrix(
      title: "", actualTitle: "truth", predictedTitle: "guess",
      pairs: pairs.map { (actual: $0, predicted: $1) })
    #expect(
      Self.texts(matrix) == [
        "Predicted: guess", "Actual: truth", "cat", "cat", "2", "67%", "1", "33%", "dog", "dog",
        "0", "0%", "1", "100%",
      ])
    #expect(matrix.summary.hasPrefix("4 pairs of 2 classes, 3 of them the same (75%)."))
  }

  @Test("Classes that are numbers stand in their order")
  func numbers() {
    let pairs = [("10", "9"), ("9", "10"), ("-1", "9")].map { (actual: $0, predicted: $1) }
    #expect(ConfusionCounts(pairs).classes == ["-1", "9", "10"])
  }

  @Test("The rarest of very many classes are taken together, and none is lost")
  func folding() {
    let pairs = (0..<100).flatMap { number in
      (0...number).map { _ in (actual: "\(number)", predicted: "\((number + 1) % 100)") }
    }
    let folded = ConfusionCounts(pairs).folded(to: 24)
    #expect(folded.classes.count == 24 && folded.classes.last == "others")
    #expect(folded.total == pairs.count)
    let matrix = ConfusionMatrix(title: "", actualTitle: "", predictedTitle: "", pairs: pairs)
    #expect(matrix.notes == ["The 77 rarest classes are taken together as others."])
  }
}

struct BarChartTests {
  @Test("Bars start at zero, and their lengths are as their numbers")
  func lengths() throws {
    let chart = BarChart(
      title: "", xTitle: "gain", y: ChartAxis(title: "feature", categories: ["a", "b", "c"]),
      series: [
        ChartSeries(
          name: "v1",
          points: [(1.0, 0.0), (4, 1), (-2, 2)].map { ChartPoint(x: $0.0, y: $0.1) })
      ], isSorted: true)
    let elements = DrawnElement.all(in: chart.svg(id: "t"))
    let bars = elements.filter { $0.name == "rect" }
    let widths = bars.compactMap { $0.number("width") }
    try #require(widths.count == 3)
    #expect(abs(widths[0] - 4 * widths[1]) < 0.5 && abs(widths[2] - 2 * widths[1]) < 0.5)
    let zero = try #require(
      elements.first { $0.attributes["class"] == "plot-axis" }?.number("x1"))
    #expect(bars[0].number("x") == zero && bars[1].number("x") == zero)
    #expect(abs((bars[2].number("x") ?? 0) + widths[2] - zero) < 0.2)
    let names = elements.filter { ["a", "b", "c"].contains($0.text) }.map(\.text)
    #expect(names == ["b", "a", "c"])
  }
}

struct ParetoChartTests {
  @Test("The front has what no other one beats in both, by each one's direction")
  func front() {
    func chart(_ xHigher: Bool, _ yHigher: Bool) -> ParetoChart {
      let places = [(0.0, 0.0), (1, 3), (2, 2), (3, 1), (1, 1), (3, 1)]
      return ParetoChart(
        title: "", x: .init(title: "x", isHigherBetter: xHigher),
        y: .init(title: "y", isHigherBetter: yHigher),
        items: places.enumerated().map {
          .init(name: "v\($0)", point: ChartPoint(x: $1.0, y: $1.1))
        })
    }
    #expect(chart(true, true).front == [1, 2, 3, 5])
    #expect(chart(false, true).front == [0, 1])
    #expect(chart(false, false).front == [0])
  }
}

struct ScatterChartTests {
  @Test("Points are moved alike every time, and stay in the plane")
  func jitter() {
    let points = (0..<200).map { ChartPoint(x: Double($0 % 2), y: Double($0 % 3)) }
    func svg() -> [UInt8] {
      ScatterChart(
        title: "", x: ChartAxis(title: "x", categories: ["no", "yes"]), y: ChartAxis(title: "y"),
        series: [ChartSeries(name: "s", points: points)], isJittered: true
      ).svg(id: "t")
    }
    let cloud = DrawnElement.all(in: svg()).first { $0.attributes["class"] == "plot-cloud" }
    let starts = Set(
      cloud?.attributes["d"]?.split(separator: "M").compactMap { $0.split(separator: "a").first }
        ?? [])
    #expect(svg() == svg() && starts.count > 180)
  }

  @Test("No more than 2000 points of all series are drawn")
  func thinning() {
    let series = (0..<4).map { number in
      ChartSeries(
        name: "\(number)",
        points: (0..<3000).map { ChartPoint(x: Double($0), y: Double($0 * 7 % 101)) })
    }
    let chart = ScatterChart(
      title: "", x: ChartAxis(title: "x"), y: ChartAxis(title: "y"), series: series)
    #expect(
      chart.notes == ["Drawn from 2000 of 12000 points: the lowest and highest along the x axis."])
  }
}
