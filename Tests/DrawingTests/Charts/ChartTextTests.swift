import Testing

@testable import Drawing

/// No text covers another or leaves the drawing, whatever the data is like (`pages.md`, Plots).
struct ChartTextTests {
  @Test(arguments: ChartCase.all)
  func lines(_ data: ChartCase) throws {
    for isSmooth in [false, true] {
      try TextBox.expectRoom(
        in: LineChart(
          title: data.label(0), x: ChartAxis(title: data.label(1)), yTitle: data.label(2),
          series: data.lines, isSmooth: isSmooth))
    }
    try TextBox.expectRoom(
      in: LineChart(
        title: "", x: ChartAxis(title: data.label(1), categories: data.names),
        yTitle: data.label(2), series: data.lines))
  }

  @Test(arguments: ChartCase.all)
  func scatter(_ data: ChartCase) throws {
    try TextBox.expectRoom(
      in: ScatterChart(
        title: data.label(0), x: ChartAxis(title: data.label(1)),
        y: ChartAxis(title: data.label(2)), series: data.lines, isJittered: true))
    try TextBox.expectRoom(
      in: ScatterChart(
        title: data.label(0), x: ChartAxis(title: data.label(1)),
        y: ChartAxis(title: data.label(2), categories: data.names), series: data.named))
  }

  @Test(arguments: ChartCase.all)
  func bars(_ data: ChartCase) throws {
    try TextBox.expectRoom(
      in: BarChart(
        title: data.label(0), xTitle: data.label(1),
        y: ChartAxis(title: data.label(2), categories: data.names), series: data.named,
        isSorted: data.series.isMultiple(of: 2)))
  }

  @Test(arguments: ChartCase.all)
  func confusion(_ data: ChartCase) throws {
    let classes = data.points == 0 ? 0 : data.series * 3
    let pairs = (0..<(classes * 40)).map { index in
      (data.label(index % classes) + "\(index % classes)", data.label(index * 7 % classes))
    }
    for isNormalized in [false, true] {
      try TextBox.expectRoom(
        in: ConfusionMatrix(
          title: data.label(0), actualTitle: data.label(1), predictedTitle: data.label(2),
          pairs: pairs, isNormalized: isNormalized))
    }
  }

  @Test(arguments: ChartCase.all)
  func trends(_ data: ChartCase) throws {
    let points = (0..<data.points).map {
      TrendChart.Point(
        label: data.label($0), value: data.value(0, $0), text: ShortNumber.text(data.value(0, $0)))
    }
    try TextBox.expectRoom(
      in: TrendChart(
        title: "", summary: "", axisTitle: data.label(1), points: points,
        marks: (0..<data.series).map {
          TrendChart.Mark(at: $0 * 3 % max(data.points, 1), label: data.label($0), classes: "")
        }))
  }
}

extension ChartTextTests {
  @Test(arguments: ChartCase.all)
  func parallel(_ data: ChartCase) throws {
    let columns = (0..<max(1, data.points % 9)).map { column in
      let isNominal = column % 3 == 2
      return ParallelChart.Column(
        axis: ChartAxis(
          title: data.label(column), categories: isNominal ? (0..<3).map(data.label) : nil),
        values: (0..<data.series).map {
          isNominal ? Double($0 % 3) : data.value($0, column)
        })
    }
    try TextBox.expectRoom(
      in: ParallelChart(title: "", lines: data.lines.map(\.name), columns: columns))
  }

  @Test(arguments: ChartCase.all)
  func pareto(_ data: ChartCase) throws {
    try TextBox.expectRoom(
      in: ParetoChart(
        title: "", x: .init(title: data.label(1), isHigherBetter: true),
        y: .init(title: data.label(2), isHigherBetter: data.series.isMultiple(of: 2)),
        items: (0..<data.points).map {
          .init(
            name: data.label($0), point: ChartPoint(x: data.value(0, $0), y: data.value(1, $0 * 3)))
        }))
  }
}
