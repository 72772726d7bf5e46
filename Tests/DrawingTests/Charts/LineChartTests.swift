import TestSupport
import Testing

@testable import Drawing

struct LineChartTests {
  private static func chart(
    _ values: [Double], x: ChartAxis = ChartAxis(title: "epoch"), isSmooth: Bool = false
  ) -> LineChart {
    let points = values.enumerated().map { ChartPoint(x: Double($0), y: $1) }
    return LineChart(
      title: "Loss", x: x, yTitle: "loss", series: [ChartSeries(name: "train", points: points)],
      isSmooth: isSmooth)
  }

  private static func elements(_ chart: some Chart) -> [DrawnElement] {
    DrawnElement.all(in: chart.svg(id: "t"))
  }

  /// The places that a line goes through.
  private static func places(
    _ elements: [DrawnElement], _ classes: String = "plot-line"
  )
    -> [PlotPlace]
  {
    let path = elements.first { $0.attributes["class"] == classes }?.attributes["d"] ?? ""
    let numbers = path.split { "MLh ".contains($0) }.compactMap { Double($0) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      PlotPlace(numbers[$0], numbers[$0 + 1])
    }
  }

  private static func ticks(_ elements: [DrawnElement], anchor: String) -> [(String, Double)] {
    elements.filter {
      $0.name == "text" && $0.attributes["text-anchor"] == anchor
        && $0.attributes["class"] == "plot-muted"
    }.map { ($0.text, $0.number(anchor == "end" ? "y" : "x") ?? 0) }
  }

  @Test("Values lie where the ticks beside and below them say")
  func places() throws {
    let elements = Self.elements(Self.chart([0.2, 1, 0.4, 0]))
    let places = Self.places(elements)
    try #require(places.count == 4)
    for (text, y) in Self.ticks(elements, anchor: "end") where text != "epoch" {
      let value = try #require(Double(text))
      // Two values whose places are known make the scale.
      let expected = places[3].y + value * (places[1].y - places[3].y)
      #expect(abs(y - 4 - expected) <= 0.2, "\(text)")
    }
    #expect(Self.ticks(elements, anchor: "middle").map(\.0) == ["0", "1", "2", "3"])
    for (text, x) in Self.ticks(elements, anchor: "middle") {
      let place = try #require(Int(text))
      #expect(abs(places[place].x - x) <= 0.2)
    }
  }

  @Test("More than three powers of ten make an axis of powers, which says so")
  func log() throws {
    let elements = Self.elements(Self.chart([1, 0.1, 0.01, 0.0001]))
    #expect(elements.contains { $0.text == "loss, log" })
    let places = Self.places(elements)
    try #require(places.count == 4)
    let step = places[1].y - places[0].y
    #expect(abs(places[2].y - places[1].y - step) < 0.2)
    #expect(abs(places[3].y - places[2].y - 2 * step) < 0.2)
  }

  @Test("Zero, negative values and three powers of ten keep an axis of equal steps")
  func linear() {
    for values in [[0.0, 1e6], [-1, 1e6], [1, 1000]] {
      #expect(!Self.elements(Self.chart(values)).contains { $0.text == "loss, log" })
    }
  }

  @Test(
    "No more than 800 points are drawn, with the ends and the extremes, and the caption says so")
  func thinning() throws {
    var values = (0..<5000).map { Double($0 % 10) }
    values[1234] = 99
    values[4321] = -50
    let chart = Self.chart(values)
    #expect(
      chart.notes == ["Drawn from 800 of 5000 points: the ends, and the extremes between them."])
    let points = Thinning.line(values.enumerated().map { ChartPoint(x: Double($0), y: $1) })
    #expect(points.count == 800 && points.first?.x == 0 && points.last?.x == 4999)
    #expect(points.contains { $0.y == 99 } && points.contains { $0.y == -50 })
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.x <= $1.x })
  }

  @Test("A smoothed line lies before the values")
  func smooth() {
    let elements = Self.elements(Self.chart((0..<50).map { Double($0 % 7) }, isSmooth: true))
    let lines = elements.filter { $0.attributes["class"]?.hasPrefix("plot-line") ?? false }
    #expect(lines.map { $0.attributes["class"] } == ["plot-line plot-behind", "plot-line"])
  }

  @Test("Beyond six series, the rest is grey and counted")
  func many() {
    let series = (0..<9).map { number in
      ChartSeries(
        name: "v\(number)", points: [ChartPoint(x: 0, y: 1), ChartPoint(x: 1, y: Double(number))])
    }
    let chart = LineChart(
      title: "", x: ChartAxis(title: "step"), yTitle: "loss", series: series)
    let elements = Self.elements(chart)
    let names = elements.filter { $0.attributes["font-weight"] == "600" }.map(\.text)
    #expect(names == ["loss", "v0", "v1", "v2", "v3", "v4", "v5", "3 more"])
    let dashes = Set(elements.compactMap { $0.attributes["stroke-dasharray"] })
    #expect(dashes.count == 5)
  }

  @Test("What can't be drawn is told", arguments: [[], [Double.nan, .nan]])
  func nothing(values: [Double]) {
    #expect(Self.elements(Self.chart(values)).contains { $0.text == "no plottable values" })
    #expect(Self.chart(values).summary == "train: no plottable values.")
  }

  @Test("The first, last, lowest and highest value are told in words")
  func words() {
    #expect(
      Self.chart([0.5, 0.123456, .nan, 2]).summary
        == "train: 3 values, first 0.5 at 0, last 2 at 3, lowest 0.1235 at 1, highest 2 at 3.")
  }

  @Test("A file stands alone, with the colours of both schemes")
  func file() {
    let text = String(decoding: Self.chart([1, 2]).file(), as: UTF8.self)
    #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns="))
    #expect(text.contains("@media (prefers-color-scheme:dark){"))
    #expect(!text.contains("style="))
  }
}
