/// Draws things as lines over several axes, one for each of their values (parallel coordinates).
package struct ParallelChart: Chart {
  /// One of the axes with the value of each line on it.
  package struct Column: Hashable, Sendable {
    package let axis: ChartAxis

    /// By line; not a number where it has none.
    package let values: [Double]

    /// Makes a column.
    package init(axis: ChartAxis, values: [Double]) { (self.axis, self.values) = (axis, values) }
  }

  package let title: String
  package let notes: [String]

  /// The names of the lines; the first are those that matter most.
  private let lines: [String]
  private let columns: [Column]

  /// How many axes stand beside each other so that their titles can be read.
  private static let columnLimit = 8

  /// Makes a chart.
  package init(title: String, lines: [String], columns: [Column]) {
    (self.title, self.lines) = (title, lines)
    self.columns = Array(columns.prefix(Self.columnLimit))
    notes =
      columns.count > Self.columnLimit
      ? ["\(columns.count - Self.columnLimit) more columns are in the table."] : []
  }

  package var summary: String {
    let ranges = columns.map { column -> String in
      if let names = column.axis.categories {
        return "\(column.axis.title) of \(names.count) kinds"
      }
      guard let extent = Extent(column.values) else { return "\(column.axis.title) without values" }
      return "\(column.axis.title) from \(ShortNumber.text(extent.low)) to "
        + ShortNumber.text(extent.high)
    }
    return "\(lines.count) lines over \(columns.count) axes: \(ranges.joined(separator: ", "))."
  }

  private static let (top, left) = (56.0, 64.0)
  private var bottom: Double { size.height - 28 }
  private var labels: [String] {
    let named = Array(lines.prefix(SeriesStyle.count))
    return named + (lines.count > named.count ? ["\(lines.count - named.count) more"] : [])
  }
  private var right: Double { size.width - EndLabels.margin(for: labels) - 6 }

  private func x(of column: Int) -> Double {
    guard columns.count > 1 else { return Self.left }
    return Self.left + Double(column) * (right - Self.left) / Double(columns.count - 1)
  }

  package func draw(on canvas: inout ChartCanvas) {
    let scales = columns.map { column in
      column.axis.categories.map(AxisScale.init(categories:))
        ?? AxisScale(numbers: column.values, ends: .tight, mayBeLog: false)
    }
    for index in columns.indices { drawAxis(index, scales[index], on: &canvas) }
    let routes = lines.indices.map { line in
      columns.indices.map { column -> PlotPlace? in
        let values = columns[column].values
        guard values.indices.contains(line), values[line].isFinite else { return nil }
        let share = scales[column].share(of: values[line])
        return PlotPlace(x(of: column), bottom - share * (bottom - Self.top))
      }
    }
    for line in lines.indices.reversed() {
      let style = SeriesStyle(line)
      canvas.group(classes: style.name) { canvas in
        canvas.path(
          LinePath.through(routes[line]), classes: "plot-line", style.attributes)
        guard !style.isMuted else { return }
        let points = routes[line].compactMap { $0.map { style.shape.path(at: $0) } }
        canvas.path(points.joined(), classes: "plot-point")
      }
    }
    let ends = zip(labels, routes.indices).compactMap { text, index in
      routes[index].compactMap(\.self).last.map {
        EndLabels.Label(text: text, style: SeriesStyle(index), end: $0)
      }
    }
    EndLabels.draw(ends, on: &canvas, rightOf: right, within: Self.top...bottom)
  }

  private func drawAxis(_ index: Int, _ scale: AxisScale, on canvas: inout ChartCanvas) {
    let (axis, x) = (columns[index].axis, x(of: index))
    canvas.line(from: PlotPlace(x, Self.top), to: PlotPlace(x, bottom), classes: "plot-axis")
    // Titles at even and odd places stand in lines of their own, each twice as wide.
    let spacing = (right - Self.left) / Double(max(columns.count - 1, 1))
    let isUpper = index.isMultiple(of: 2)
    write(
      axis.title, around: x, y: isUpper ? 12 : 28, room: min(2 * spacing - 10, 200), isBold: true,
      on: &canvas)
    guard axis.categories == nil, let extent = Extent(columns[index].values) else {
      let names = axis.categories ?? []
      for (name, y) in [(names.last, Self.top - 7), (names.first, bottom + 16)] {
        write(name ?? "", around: x, y: y, room: spacing - 8, on: &canvas)
      }
      return
    }
    for (value, y) in [(extent.high, Self.top - 7), (extent.low, bottom + 16)] {
      write(ShortNumber.text(value), around: x, y: y, room: spacing - 8, on: &canvas)
    }
  }

  /// Writes a text with its middle at a place, or as near to it as the drawing's left edge allows.
  private func write(
    _ text: String, around x: Double, y: Double, room: Double, isBold: Bool = false,
    on canvas: inout ChartCanvas
  ) {
    // As wide on both sides, so that neighbours keep apart; the first may only be as wide as there
    // is room to its left.
    let text = ChartCanvas.fitted(
      text, to: min(room, 2 * x, 2 * (size.width - x)), isBold: isBold)
    canvas.text(
      text, at: PlotPlace(x, y), anchor: .middle, room: room, isBold: isBold,
      classes: isBold ? nil : "plot-muted")
  }
}
