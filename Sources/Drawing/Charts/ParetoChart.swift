/// Draws things by two numbers, with those marked that no other one beats in both (Pareto front).
package struct ParetoChart: Chart {
  /// One thing by its two numbers.
  package struct Item: Hashable, Sendable {
    package let name: String
    package let point: ChartPoint

    /// Makes an item.
    package init(name: String, point: ChartPoint) { (self.name, self.point) = (name, point) }
  }

  /// An axis, and whether higher numbers along it are better.
  package struct Axis: Hashable, Sendable {
    package let title: String
    package let isHigherBetter: Bool

    /// Makes an axis.
    package init(title: String, isHigherBetter: Bool) {
      (self.title, self.isHigherBetter) = (title, isHigherBetter)
    }

    fileprivate func isBetter(_ one: Double, than other: Double) -> Bool {
      isHigherBetter ? one > other : one < other
    }
  }

  package let title: String
  private let x: Axis
  private let y: Axis

  /// Those that have both numbers; the first are named first where there is no room for all.
  private let items: [Item]

  /// The places of the items that no other one beats, from left to right.
  package let front: [Int]

  /// Makes a chart.
  package init(title: String, x: Axis, y: Axis, items: [Item]) {
    (self.title, self.x, self.y) = (title, x, y)
    let known = items.filter(\.point.isPlottable)
    self.items = known
    front = Self.front(of: known.map(\.point), x, y)
  }

  /// The best along x first, each next one only if it is better along y than all before.
  private static func front(of points: [ChartPoint], _ x: Axis, _ y: Axis) -> [Int] {
    let order = points.indices.sorted { one, other in
      let (left, right) = (points[one], points[other])
      if left.x != right.x { return x.isBetter(left.x, than: right.x) }
      if left.y != right.y { return y.isBetter(left.y, than: right.y) }
      return one < other
    }
    var front: [Int] = []
    for index in order {
      // What equals one of the front belongs to it as well.
      if let last = front.last, points[last] != points[index],
        !y.isBetter(points[index].y, than: points[last].y)
      {
        continue
      }
      front.append(index)
    }
    return front.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
  }

  package var notes: [String] {
    ["The line leads through those that no other one beats in both."]
  }

  package var summary: String {
    guard !items.isEmpty else { return "No plottable values." }
    let named = front.prefix(12).map { index in
      let item = items[index]
      return "\(item.name) (\(ShortNumber.text(item.point.x)), \(ShortNumber.text(item.point.y)))"
    }
    return "\(items.count) by \(x.title) and \(y.title). None is better in both than "
      + "\(named.joined(separator: ", "))."
  }

  package func draw(on canvas: inout ChartCanvas) {
    let plane = PlotPlane(
      x: AxisScale(numbers: items.lazy.map(\.point.x), ends: .round),
      y: AxisScale(numbers: items.lazy.map(\.point.y), ends: .round),
      xTitle: x.title, yTitle: y.title, size: size, margin: 24)
    plane.draw(on: &canvas)
    guard !items.isEmpty else { return NoValues.draw(on: &canvas, in: plane) }
    let places = items.map { plane.place(of: $0.point) }
    let best = Set(front)
    let others = items.indices.filter { !best.contains($0) }
    canvas.group(classes: SeriesStyle.muted.name) { canvas in
      canvas.path(
        others.map { PointShape.circle.path(at: places[$0]) }.joined(), classes: "plot-point")
    }
    canvas.group(classes: SeriesStyle(0).name) { canvas in
      canvas.path(
        LinePath.through(front.map { places[$0] }), classes: "plot-line plot-behind")
      canvas.path(
        front.map { PointShape.diamond.path(at: places[$0], radius: 5) }.joined(),
        classes: "plot-point")
    }
    var labels = PointLabels(plane, avoiding: places)
    for index in front {
      labels.draw(items[index].name, at: places[index], on: &canvas, isBold: true)
    }
    for index in others { labels.draw(items[index].name, at: places[index], on: &canvas) }
  }
}
