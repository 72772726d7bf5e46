/// Draws series as clouds of points (`records.md` §6.4: `scatter`, `scatter_jitter`).
package struct ScatterChart: Chart {
  package let title: String
  package let notes: [String]
  private let x: ChartAxis
  private let y: ChartAxis
  private let series: [ChartSeries]

  /// The points as they are drawn.
  private let clouds: [[ChartPoint]]
  private let isJittered: Bool

  /// How far points are moved at most, of a band or of the plane.
  private static let (bandJitter, planeJitter) = (0.35, 0.012)

  /// Makes a chart; with `isJittered`, points are moved a little, so that equal ones show.
  package init(
    title: String, x: ChartAxis, y: ChartAxis, series: [ChartSeries], isJittered: Bool = false
  ) {
    (self.title, self.x, self.y, self.series) = (title, x, y, series)
    self.isJittered = isJittered
    let total = series.reduce(0) { $0 + $1.points.count }
    // All series share what a drawing holds.
    clouds = series.map { series in
      total <= Thinning.cloudLimit
        ? series.points
        : Thinning.cloud(
          series.points, limit: max(2, Thinning.cloudLimit * series.points.count / total))
    }
    let shown = clouds.reduce(0) { $0 + $1.count }
    notes =
      (shown < total
        ? ["Drawn from \(shown) of \(total) points: the lowest and highest along the x axis."] : [])
      + (isJittered ? ["Points are moved a little at random, so that equal ones show."] : [])
  }

  package var summary: String {
    series.prefix(12).map { series in
      let known = series.points.filter(\.isPlottable)
      guard let across = Extent(known.lazy.map(\.x)), let up = Extent(known.lazy.map(\.y)) else {
        return "\(series.name): no plottable values."
      }
      return "\(series.name): \(known.count) points, "
        + "\(Self.words(across, along: x)), \(Self.words(up, along: y))."
    }.joined(separator: " ")
  }

  private static func words(_ extent: Extent, along axis: ChartAxis) -> String {
    if let categories = axis.categories { return "\(axis.title) of \(categories.count) kinds" }
    return "\(axis.title) from \(ShortNumber.text(extent.low)) to \(ShortNumber.text(extent.high))"
  }

  package func draw(on canvas: inout ChartCanvas) {
    let points = clouds.joined()
    let legend = LegendRow(names: series.map(\.name), width: size.width)
    let plane = PlotPlane(
      x: Self.scale(of: x, points.lazy.filter { !$0.y.isNaN }.map(\.x)),
      y: Self.scale(of: y, points.lazy.filter { $0.x.isFinite }.map(\.y)),
      xTitle: x.title, yTitle: y.title, size: size, header: legend.height)
    plane.draw(on: &canvas)
    legend.draw(on: &canvas, top: 20)
    if !points.contains(where: \.isPlottable) { NoValues.draw(on: &canvas, in: plane) }
    for index in series.indices.reversed() { drawCloud(index, on: &canvas, in: plane) }
  }

  private static func scale(of axis: ChartAxis, _ values: some Sequence<Double>) -> AxisScale {
    axis.categories.map(AxisScale.init(categories:)) ?? AxisScale(numbers: values, ends: .round)
  }

  private func drawCloud(_ index: Int, on canvas: inout ChartCanvas, in plane: PlotPlane) {
    let style = SeriesStyle(index)
    let known = clouds[index].filter(\.isPlottable)
    let radius = known.count > 400 ? 2.0 : known.count > 100 ? 2.5 : 3.5
    var random = JitterSequence(seed: index)
    let shapes = known.map { point -> String in
      var place = plane.place(of: point)
      if isJittered {
        place.x = moved(place.x, by: random.next(), x, in: plane.left...plane.right)
        place.y = moved(place.y, by: random.next(), y, in: plane.top...plane.bottom)
      }
      return style.shape.path(at: place, radius: radius)
    }
    canvas.group(classes: style.name) { canvas in
      canvas.path(shapes.joined(), classes: "plot-cloud")
      LineMark.drawBeyond(clouds[index], on: &canvas, in: plane)
    }
  }

  /// A place moved by a share from -1 to 1 of what its axis allows.
  private func moved(
    _ place: Double, by share: Double, _ axis: ChartAxis, in range: ClosedRange<Double>
  ) -> Double {
    let length = range.upperBound - range.lowerBound
    let reach =
      axis.categories.map { length / Double(max($0.count, 1)) * Self.bandJitter }
      ?? length * Self.planeJitter
    return min(max(place + share * reach, range.lowerBound), range.upperBound)
  }
}

/// Numbers from -1 to 1 that look like chance and are the same ones every time (SplitMix64).
struct JitterSequence {
  private var state: UInt64

  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Double(bits >> 11) / Double(1 << 52) - 1
  }
}
