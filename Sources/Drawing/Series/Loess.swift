/// Smooths a line by local linear regression (LOESS): near points count more, outliers less.
///
/// The line through many points is told at a few hundred places, each a mean of its neighbours.
enum Loess {
  /// The share of all points that a place of the line goes by.
  static let span = 0.3

  /// The most places; more cost time and can't be told apart.
  private static let placeLimit = 300

  /// How often outliers are found and counted less.
  private static let passes = 2

  /// The smoothed line; gaps and what is infinite are left out. Points are in the order of x.
  static func line(_ points: [ChartPoint], span: Double = span) -> [ChartPoint] {
    let known = means(of: points.filter(\.isPlottable))
    guard known.count > 2, let scale = Scale(known) else { return known }
    let (x, y) = (known.map { scale.x($0.x) }, known.map { scale.y($0.y) })
    let width = min(known.count, max(3, Int((span * Double(known.count)).rounded(.up))))
    var trust = Array(repeating: 1.0, count: known.count)
    var fitted = fit(x, y, width: width, trust: trust)
    for _ in 0..<passes {
      trust = weights(ofResiduals: zip(y, fitted).map { abs($0 - $1) })
      fitted = fit(x, y, width: width, trust: trust)
    }
    return zip(known, fitted).map { ChartPoint(x: $0.x, y: scale.value($1)) }
  }

  /// Both axes from 0 to 1, so that sums neither overflow nor lose their digits.
  private struct Scale {
    private let x: Extent
    private let y: Extent

    init?(_ points: [ChartPoint]) {
      guard let x = Extent(points.lazy.map(\.x)), let y = Extent(points.lazy.map(\.y)) else {
        return nil
      }
      (self.x, self.y) = (x, y)
    }

    func x(_ value: Double) -> Double { share(value, of: x) }
    func y(_ value: Double) -> Double { share(value, of: y) }

    func value(_ share: Double) -> Double {
      // No further out than the points themselves, as a straight line might be at the ends.
      let share = min(max(share, 0), 1)
      return y.low * (1 - share) + y.high * share
    }

    private func share(_ value: Double, of extent: Extent) -> Double {
      let range = extent.high / 2 - extent.low / 2
      return range > 0 ? (value / 2 - extent.low / 2) / range : 0
    }
  }

  /// Equal numbers of neighbours, each replaced by their means.
  private static func means(of points: [ChartPoint]) -> [ChartPoint] {
    guard points.count > placeLimit else { return points }
    return (0..<placeLimit).map { place in
      let share = points[
        (place * points.count / placeLimit)..<((place + 1) * points.count / placeLimit)]
      let count = Double(share.count)
      return ChartPoint(
        x: share.reduce(0) { $0 + $1.x / count }, y: share.reduce(0) { $0 + $1.y / count })
    }
  }

  private static func fit(
    _ x: [Double], _ y: [Double], width: Int, trust: [Double]
  ) -> [Double] {
    var start = 0
    return x.indices.map { place in
      // The window follows the place: it moves on while its next point is nearer than its first.
      while start + width < x.count, x[start + width] - x[place] < x[place] - x[start] {
        start += 1
      }
      let window = start..<(start + width)
      let reach = max(x[place] - x[window.lowerBound], x[window.upperBound - 1] - x[place])
      return value(at: x[place], x, y, window, reach: reach, trust: trust) ?? y[place]
    }
  }

  /// The height at one place of the straight line that fits its neighbours best.
  private static func value(
    at place: Double, _ x: [Double], _ y: [Double], _ window: Range<Int>, reach: Double,
    trust: [Double]
  ) -> Double? {
    var (sum, meanX, meanY) = (0.0, 0.0, 0.0)
    let weights = window.map { index -> Double in
      // Slightly more than the reach, so that the outermost point counts, too.
      let distance = reach > 0 ? abs(x[index] - place) / (reach * 1.000001) : 0
      let rest = 1 - distance * distance * distance
      return trust[index] * rest * rest * rest
    }
    for (index, weight) in zip(window, weights) {
      sum += weight
      meanX += weight * (x[index] - place)
      meanY += weight * y[index]
    }
    guard sum > 0 else { return nil }
    (meanX, meanY) = (meanX / sum, meanY / sum)
    var (spread, slope) = (0.0, 0.0)
    for (index, weight) in zip(window, weights) {
      let distance = x[index] - place - meanX
      spread += weight * distance * distance
      slope += weight * distance * (y[index] - meanY)
    }
    return spread > sum * reach * reach * 1e-12 ? meanY - slope / spread * meanX : meanY
  }

  /// How much each point is to be trusted, by how far it lies off the line (bisquare).
  private static func weights(ofResiduals residuals: [Double]) -> [Double] {
    let median = residuals.sorted()[residuals.count / 2]
    guard median > 1e-12 else { return residuals.map { $0 > 1e-9 ? 0 : 1 } }
    return residuals.map { residual in
      let share = residual / (6 * median)
      return share < 1 ? (1 - share * share) * (1 - share * share) : 0
    }
  }
}
