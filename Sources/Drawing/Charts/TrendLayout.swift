/// Where the parts of a trend lie.
struct TrendLayout {
  /// A place of the line that has a value.
  struct Dot {
    let x: Double
    let y: Double
    let text: String
  }

  /// A label below the axis.
  struct AxisLabel {
    let x: Double
    let anchor: String
    let text: String
  }

  /// A mark with its label.
  struct PlacedMark {
    let x: Double
    let y: Double
    let middle: Double
    let text: String
    let classes: String
  }

  /// A value that is infinite.
  struct Beyond {
    let x: Double
    let isAbove: Bool
  }

  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  /// The line that the marks' labels stand on.
  let markLine = 36.0
  let ticks: [(text: String, y: Double)]
  let dots: [Dot]
  let labels: [AxisLabel]
  let marks: [PlacedMark]
  let beyond: [Beyond]

  /// The line through the dots, broken at gaps.
  let line: String

  /// The last value, beside its place.
  let end: Dot?

  private static let size = TrendChart.fontSize

  /// The longest label of a mark.
  private static let markWidth = 110.0

  init(_ chart: TrendChart) {
    let finite = chart.points.compactMap(\.value).filter(\.isFinite)
    let steps = TickSteps(from: finite.min() ?? 0, to: finite.max() ?? 1)
    let tickWidth = steps.ticks.map { TextWidth.estimate($0.text, size: Self.size) }.max() ?? 0
    let lastText = chart.points.last { $0.value?.isFinite ?? false }?.text ?? ""
    let endText = TextWidth.fitted(lastText, to: 100, size: Self.size, isBold: true)
    let left = tickWidth + 14
    let right = TrendChart.width - TextWidth.estimate(endText, size: Self.size, isBold: true) - 20
    let (top, bottom) = (chart.marks.isEmpty ? 34.0 : 60, TrendChart.height - 32)
    (self.left, self.right, self.top, self.bottom) = (left, right, top, bottom)
    let vertical = LinearScale(steps.range, from: bottom, to: top)
    ticks = steps.ticks.map { ($0.text, vertical.position(of: $0.value)) }
    let last = max(chart.points.count - 1, 1)
    let horizontal = LinearScale(0...Double(last), from: left + 8, to: right - 8)
    let places = chart.points.indices.map { index in
      chart.points.count == 1 ? (left + right) / 2 : horizontal.position(of: Double(index))
    }
    let placed = zip(chart.points, places).map { point, x -> Dot? in
      guard let value = point.value, value.isFinite else { return nil }
      return Dot(x: x, y: vertical.position(of: value), text: "\(point.label): \(point.text)")
    }
    let all = placed.compactMap(\.self)
    // Dots that would touch make no more of the line.
    dots = all.count <= 80 ? all : []
    line = Self.line(placed)
    beyond = zip(chart.points, places).compactMap { point, x in
      point.value.flatMap { $0.isInfinite ? Beyond(x: x, isAbove: $0 > 0) : nil }
    }
    end = all.last.map { Dot(x: max($0.x, right - 8), y: $0.y, text: endText) }
    labels = Self.labels(chart.points.map(\.label), places)
    marks = Self.marks(chart.marks, placed)
  }

  /// A line through points.
  static func path(_ points: [(x: Double, y: Double)]) -> String {
    points.enumerated().map { index, point in
      (index == 0 ? "M" : "L") + SVGAttribute.coordinate(point.x) + " "
        + SVGAttribute.coordinate(point.y)
    }.joined()
  }

  private static func line(_ points: [Dot?]) -> String {
    points.split { $0 == nil }.map { run in
      let run = run.compactMap(\.self)
      // One value between gaps: its round ends make it a dot.
      return path(run.map { ($0.x, $0.y) }) + (run.count == 1 ? "h0" : "")
    }.joined()
  }

  /// As many labels as fit: always the first and the last, and others between them at equal steps.
  private static func labels(_ texts: [String], _ places: [Double]) -> [AxisLabel] {
    guard texts.count > 1 else {
      return texts.indices.map { index in
        label(texts[index], places[index], "plot-middle", room: TrendChart.width / 2)
      }
    }
    let spacing = places[1] - places[0]
    let widest = texts.map { TextWidth.estimate($0, size: size) }.max() ?? 0
    let room = min(widest, 130)
    // The labels at the ends stand beside their places, not around them.
    let step = max(1, Int(((1.5 * room + 14) / spacing).rounded(.up)))
    let ends = texts.count - 1
    return texts.indices.filter { index in
      index == ends || (index % step == 0 && ends - index >= step)
    }.map { index in
      let anchor = index == ends ? "plot-last" : index == 0 ? "plot-first" : "plot-middle"
      return label(texts[index], places[index], anchor, room: room)
    }
  }

  private static func label(
    _ text: String, _ x: Double, _ anchor: String, room: Double
  ) -> AxisLabel {
    // The first begins and the last ends at its place, so that both stay in the drawing.
    let shift = anchor == "plot-first" ? -8.0 : anchor == "plot-last" ? 8.0 : 0
    return AxisLabel(
      x: x + shift, anchor: anchor, text: TextWidth.fitted(text, to: room, size: size))
  }

  private static func marks(_ marks: [TrendChart.Mark], _ dots: [Dot?]) -> [PlacedMark] {
    let shown = marks.compactMap { mark -> (mark: TrendChart.Mark, dot: Dot, text: String)? in
      guard let dot = dots[mark.place] else { return nil }
      return (
        mark, dot, TextWidth.fitted(mark.label, to: markWidth, size: size, isBold: true)
      )
    }
    let wanted = shown.map { item in
      LabelSpacing.Label(
        middle: item.dot.x,
        length: TextWidth.estimate(item.text, size: size, isBold: true) + 10)
    }
    var count = 0
    var length = 0.0
    for label in wanted where length + label.length <= TrendChart.width {
      length += label.length
      count += 1
    }
    let middles = LabelSpacing.middles(
      of: Array(wanted.prefix(count)), in: 0...TrendChart.width)
    return zip(shown, middles).map { item, middle in
      PlacedMark(
        x: item.dot.x, y: item.dot.y, middle: middle, text: item.text, classes: item.mark.classes)
    }
  }
}
