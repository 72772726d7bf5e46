/// Places numbers along an axis.
package struct LinearScale: Hashable, Sendable {
  private let domain: ClosedRange<Double>
  private let (start, end): (Double, Double)

  /// Makes a scale that puts the lowest number at `start` and the highest at `end`.
  package init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
    self.domain = domain
    self.start = start
    self.end = end
  }

  /// Where a number lies; numbers beyond the ends lie on them, and those of an empty axis in its
  /// middle.
  package func position(of value: Double) -> Double {
    // Halves first, so that even the widest range is a number.
    let range = domain.upperBound / 2 - domain.lowerBound / 2
    let share = range > 0 ? (value / 2 - domain.lowerBound / 2) / range : 0.5
    return start + (end - start) * min(max(share.isNaN ? 0.5 : share, 0), 1)
  }
}
