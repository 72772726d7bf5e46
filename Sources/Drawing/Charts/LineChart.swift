/// Draws series as lines over a common axis (`records.md` §6.4: `linear`, `simple`, `smooth`).
package struct LineChart: Chart {
  package let title: String
  package let notes: [String]
  private let x: ChartAxis
  private let yTitle: String
  private let series: [ChartSeries]

  /// The points as they are drawn.
  private let lines: [[ChartPoint]]

  /// The smoothed lines; none where nothing is smoothed.
  private let smooth: [[ChartPoint]]

  /// Makes a chart; the first series are those that matter most.
  package init(
    title: String, x: ChartAxis, yTitle: String, series: [ChartSeries], isSmooth: Bool = false
  ) {
    (self.title, self.x, self.yTitle, self.series) = (title, x, yTitle, series)
    lines = series.map { Thinning.line($0.points) }
    smooth = isSmooth ? series.map { Loess.line($0.points) } : []
    let total = series.reduce(0) { $0 + $1.points.count }
    let shown = lines.reduce(0) { $0 + $1.count }
    notes =
      (shown < total
        ? ["Drawn from \(shown) of \(total) points: the ends, and the extremes between them."] : [])
      + (isSmooth
        ? ["Smoothed (LOESS over 30 % of the points); the values lie behind, paler."] : [])
  }

  package var summary: String { SeriesWords.summary(of: series, along: x) }

  package func draw(on canvas: inout ChartCanvas) {
    let points = lines.joined()
    let isPlottable = points.contains(where: \.isPlottable)
    let plane = PlotPlane(
      x: x.categories.map(AxisScale.init(categories:))
        ?? AxisScale(
          numbers: points.lazy.filter { !$0.y.isNaN }.map(\.x), ends: .tight, mayBeLog: false),
      y: AxisScale(numbers: points.lazy.filter { $0.x.isFinite }.map(\.y), ends: .round),
      xTitle: x.title, yTitle: yTitle, size: size, margin: EndLabels.margin(for: labelTexts))
    plane.draw(on: &canvas)
    if !isPlottable { NoValues.draw(on: &canvas, in: plane) }
    for index in series.indices.reversed() { drawLine(index, on: &canvas, in: plane) }
    EndLabels.draw(
      labels(in: plane), on: &canvas, rightOf: plane.right, within: plane.top...plane.bottom)
  }

  private func drawLine(_ index: Int, on canvas: inout ChartCanvas, in plane: PlotPlane) {
    let style = SeriesStyle(index)
    canvas.group(classes: style.name) { canvas in
      guard smooth.indices.contains(index) else {
        LineMark(points: lines[index], style: style)
          .draw(on: &canvas, in: plane, isOneOfSeveral: series.count > 1)
        return
      }
      let raw = lines[index].map { $0.isPlottable ? plane.place(of: $0) : nil }
      canvas.path(LinePath.through(raw), classes: "plot-line plot-behind")
      LineMark.drawBeyond(lines[index], on: &canvas, in: plane)
      let places = smooth[index].map { plane.place(of: $0) }
      canvas.path(LinePath.through(places), classes: "plot-line", style.attributes)
    }
  }

  /// What stands at the lines' ends: the names, or the last value of a line alone.
  private var labelTexts: [String] {
    if series.count == 1 {
      return lines[0].last(where: \.isPlottable).map { [ShortNumber.text($0.y)] } ?? []
    }
    let named = series.prefix(SeriesStyle.count).map(\.name)
    return named + (series.count > named.count ? ["\(series.count - named.count) more"] : [])
  }

  private func labels(in plane: PlotPlane) -> [EndLabels.Label] {
    zip(labelTexts, series.indices).compactMap { text, index in
      let line = smooth.indices.contains(index) ? smooth[index] : lines[index]
      return line.last(where: \.isPlottable).map {
        EndLabels.Label(text: text, style: SeriesStyle(index), end: plane.place(of: $0))
      }
    }
  }
}
