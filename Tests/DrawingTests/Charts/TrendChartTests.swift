import TestSupport
import Testing

@testable import Drawing

struct TrendChartTests {
  private static func chart(
    _ values: [Double?], labels: Int = 6, marks: [(Int, String)] = []
  ) -> TrendChart {
    TrendChart(
      title: "auc over versions", summary: "First 1, last 2.", axisTitle: "auc",
      points: values.enumerated().map { index, value in
        let name = "v\(index).0.0"
        return TrendChart.Point(
          label: name + String(repeating: "x", count: max(0, labels - name.count)), value: value,
          text: value.map { "\($0)" } ?? "")
      }, marks: marks.map { TrendChart.Mark(at: $0, label: $1, classes: "badge-prod") })
  }

  @Test(
    "No text covers another or leaves the drawing",
    arguments: [2, 3, 7, 12, 40, 500], [1, 6, 25, 60])
  func texts(count: Int, labels: Int) throws {
    let values = (0..<count).map { Double(($0 * 7) % 11) * 123.456 }
    let marks = [(0, "dev"), (count - 1, "production-in-europe"), (count - 1, "staging")]
    try TextBox.expectRoom(in: Self.chart(values, labels: labels, marks: marks))
  }

  @Test(
    "The line stays within the axes at any magnitude",
    arguments: [1e-300, 1e-9, 1, 1e9, 1e300],
    [[0.0, 1], [1, 1, 1], [-1, 0, 1], [0.5, 0.5000001]])
  func line(magnitude: Double, values: [Double]) throws {
    let svg = Self.chart(values.map { $0 * magnitude }).svg(id: "t")
    let elements = DrawnElement.all(in: svg)
    let path = try #require(
      elements.first { $0.attributes["class"] == "plot-line" }?.attributes["d"])
    let numbers = path.split { "MLh ".contains($0) }.compactMap { Double($0) }
    #expect(numbers.count == 2 * values.count)
    for (place, number) in numbers.enumerated() {
      #expect(place.isMultiple(of: 2) ? 0...640 ~= number : 30...332 ~= number)
    }
  }

  @Test("Missing values are gaps, and infinite ones marks on the frame")
  func gaps() throws {
    let svg = Self.chart([1, nil, 2, 3, .infinity, 4, -.infinity]).svg(id: "t")
    let elements = DrawnElement.all(in: svg)
    let path = elements.first { $0.attributes["class"] == "plot-line" }?.attributes["d"] ?? ""
    #expect(path.filter { $0 == "M" }.count == 3)
    #expect(elements.filter { $0.attributes["class"] == "plot-point plot-beyond" }.count == 1)
    #expect(elements.filter { $0.name == "circle" }.count == 4)
  }

  @Test("Those who don't see it are told what it is and shows")
  func words() {
    let svg = String(decoding: Self.chart([1, 2]).svg(id: "t"), as: UTF8.self)
    #expect(svg.contains("role=\"img\" aria-labelledby=\"t-title t-text\""))
    #expect(svg.contains("<title id=\"t-title\">auc over versions</title>"))
    #expect(svg.contains("<desc id=\"t-text\">First 1, last 2.</desc>"))
  }
}
