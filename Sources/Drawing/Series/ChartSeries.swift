/// A run of points under one name.
package struct ChartSeries: Hashable, Sendable {
  package let name: String

  /// In the order in which a line goes through them.
  package let points: [ChartPoint]

  /// Makes a series.
  package init(name: String, points: [ChartPoint]) {
    self.name = name
    self.points = points
  }
}

/// A point by its values: numbers, or places among an axis's categories, counted from 0.
package struct ChartPoint: Hashable, Sendable {
  package let x: Double

  /// Not a number where there is a gap.
  package let y: Double

  /// Makes a point.
  package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }

  /// Whether it has a place on a plane.
  var isPlottable: Bool { x.isFinite && y.isFinite }

  /// Whether it lies beyond the upper or lower end.
  var isBeyond: Bool { x.isFinite && y.isInfinite }
}

/// What runs along an axis.
package struct ChartAxis: Hashable, Sendable {
  package let title: String

  /// The names that values are places among; nothing where values are numbers.
  package let categories: [String]?

  /// Makes an axis of numbers, or one of names.
  package init(title: String, categories: [String]? = nil) {
    self.title = title
    self.categories = categories
  }
}

/// The lowest and the highest of some numbers, those that are finite.
struct Extent: Hashable {
  private(set) var low: Double
  private(set) var high: Double
  private(set) var isWhole: Bool

  /// Nothing where no number is finite.
  init?(_ values: some Sequence<Double>) {
    var (low, high, isWhole, isEmpty) = (Double.infinity, -Double.infinity, true, true)
    for value in values where value.isFinite {
      isEmpty = false
      low = min(low, value)
      high = max(high, value)
      // Beyond this, floating-point numbers have no fractions to speak of.
      if isWhole { isWhole = value.magnitude < 1e12 && value == value.rounded() }
    }
    guard !isEmpty else { return nil }
    (self.low, self.high, self.isWhole) = (low, high, isWhole)
  }

  /// Reaches to a number as well.
  mutating func include(_ value: Double) { (low, high) = (min(low, value), max(high, value)) }
}
