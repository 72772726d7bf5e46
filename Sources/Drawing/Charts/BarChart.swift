/// Draws numbers as bars that start at zero: a group of bars for each name, a bar for each series
/// (`records.md` §6.4: `bar_horizontal`, `bar_horizontal_sorted`).
package struct BarChart: Chart {
  package let title: String
  package let notes: [String]
  private let xTitle: String
  private let yTitle: String

  /// The names of the series.
  private let series: [String]

  /// From top to bottom.
  private let rows: [Row]
  private let legend: LegendRow

  /// The bars of a name.
  private struct Row {
    let name: String

    /// By series; nothing where one has none.
    let values: [Double?]
  }

  /// How many bars one drawing holds.
  private static let barLimit = 60

  private static let (barHeight, groupGap) = (14.0, 8.0)

  /// Makes a chart of series whose points have the number along x and, along y, the place of a name.
  package init(
    title: String, xTitle: String, y: ChartAxis, series: [ChartSeries], isSorted: Bool = false
  ) {
    (self.title, self.xTitle, yTitle) = (title, xTitle, y.title)
    self.series = series.map(\.name)
    let all = Self.rows(y.categories ?? [], series, isSorted: isSorted)
    let count = max(1, Self.barLimit / max(1, series.count))
    rows = Array(all.prefix(count))
    legend = LegendRow(names: self.series, width: ChartSize.standard.width)
    notes = all.count > count ? ["\(all.count - count) more bars are in the table."] : []
  }

  private static func rows(
    _ names: [String], _ series: [ChartSeries], isSorted: Bool
  ) -> [Row] {
    var values: [[Double?]] = Array(
      repeating: Array(repeating: nil, count: series.count), count: names.count)
    for (index, series) in series.enumerated() {
      for point in series.points where point.x.isFinite {
        if let place = Int(exactly: point.y), names.indices.contains(place) {
          values[place][index] = point.x
        }
      }
    }
    let rows = zip(names, values).map { Row(name: $0, values: $1) }
    guard isSorted else { return rows }
    // By the first series that has a value.
    let keys = rows.map { $0.values.lazy.compactMap(\.self).first ?? -.infinity }
    return rows.indices.sorted { (keys[$1], $0) < (keys[$0], $1) }.map { rows[$0] }
  }

  package var size: ChartSize {
    let group = Double(max(series.count, 1)) * Self.barHeight + Self.groupGap
    let height = 30 + legend.height + max(group * Double(rows.count), 40) + 44
    return ChartSize(width: ChartSize.standard.width, height: height)
  }

  package var summary: String {
    let told = series.indices.prefix(12).map { index -> String in
      let known = rows.compactMap { row in row.values[index].map { (row.name, $0) } }
      guard let low = known.min(by: { $0.1 < $1.1 }), let high = known.max(by: { $0.1 < $1.1 })
      else { return "\(series[index]): no plottable values." }
      let first = known[0]
      return "\(series[index]): \(known.count) bars, first \(first.0) "
        + "\(ShortNumber.text(first.1)), lowest \(low.0) \(ShortNumber.text(low.1)), "
        + "highest \(high.0) \(ShortNumber.text(high.1))."
    }
    return told.joined(separator: " ")
  }

  package func draw(on canvas: inout ChartCanvas) {
    let values = rows.flatMap(\.values).compactMap(\.self)
    let texts = ShortNumber.texts(values)
    let room = (texts.map { ChartCanvas.width($0) }.max() ?? 0) + 8
    let scale = AxisScale(numbers: values, ends: .zero)
    let plane = BarPlane(
      names: rows.map(\.name), size: size, top: 30 + legend.height,
      room: room, hasNegative: values.contains { $0 < 0 }, scale: scale)
    canvas.text(yTitle, at: PlotPlace(0, 12), room: size.width, isBold: true)
    legend.draw(on: &canvas, top: 20)
    plane.drawAxis(title: xTitle, on: &canvas)
    var rest = texts[...]
    for (index, row) in rows.enumerated() {
      let own = row.values.map { $0 == nil ? nil : rest.popFirst() }
      draw(row, own, at: index, on: &canvas, in: plane)
    }
    if values.isEmpty {
      canvas.text(
        "no plottable values", at: PlotPlace(size.width / 2, plane.top + 24), anchor: .middle,
        room: size.width, classes: "plot-muted")
    }
  }

  private func draw(
    _ row: Row, _ texts: [String?], at index: Int, on canvas: inout ChartCanvas, in plane: BarPlane
  ) {
    let group = Double(series.count) * Self.barHeight + Self.groupGap
    let top = plane.top + Double(index) * group + Self.groupGap / 2
    let middle = top + Double(series.count) * Self.barHeight / 2
    canvas.text(
      row.name, at: PlotPlace(plane.nameEdge, middle + 4), anchor: .end, room: plane.nameRoom,
      classes: "plot-muted")
    for (place, value) in row.values.enumerated() {
      guard let value else { continue }
      let y = top + Double(place) * Self.barHeight
      let (zero, end) = (plane.x(of: 0), plane.x(of: value))
      canvas.group(classes: SeriesStyle(place).name) { canvas in
        canvas.rectangle(
          x: min(zero, end), y: y + 1, width: max(abs(end - zero), 0.5),
          height: Self.barHeight - 2, classes: "plot-point")
      }
      canvas.text(
        texts[place] ?? "", at: PlotPlace(end + (value < 0 ? -5 : 5), y + 11.5),
        anchor: value < 0 ? .end : .start, room: plane.room)
    }
  }
}

/// Where bars lie, and the axis below them.
private struct BarPlane {
  let nameEdge: Double
  let nameRoom: Double
  let top: Double

  /// The room for a bar's number.
  let room: Double
  private let left: Double
  private let right: Double
  private let bottom: Double
  private let scale: AxisScale

  init(
    names: [String], size: ChartSize, top: Double, room: Double, hasNegative: Bool,
    scale: AxisScale
  ) {
    nameRoom = min(names.map { ChartCanvas.width($0) }.max() ?? 0, 170)
    nameEdge = nameRoom + 2
    (self.top, self.room, self.scale) = (top, room, scale)
    left = nameEdge + 8 + (hasNegative ? room : 0)
    right = size.width - room - 4
    bottom = size.height - 40
  }

  func x(of value: Double) -> Double { left + scale.share(of: value) * (right - left) }

  func drawAxis(title: String, on canvas: inout ChartCanvas) {
    var edge = -Double.infinity
    for tick in scale.ticks {
      let x = left + tick.share * (right - left)
      canvas.line(from: PlotPlace(x, top), to: PlotPlace(x, bottom), classes: "plot-grid")
      let half = ChartCanvas.width(tick.text) / 2
      let middle = min(max(x, half), right + room - half)
      // Those that would touch the one before are left out.
      guard middle - half >= edge + 8 else { continue }
      edge = middle + half
      canvas.text(
        tick.text, at: PlotPlace(middle, bottom + 16), anchor: .middle, room: 2 * half + 1,
        classes: "plot-muted")
    }
    canvas.line(
      from: PlotPlace(x(of: 0), top), to: PlotPlace(x(of: 0), bottom), classes: "plot-axis")
    canvas.text(
      title, at: PlotPlace(right, bottom + 34), anchor: .end, room: right, classes: "plot-muted")
  }
}
