/// Leaves points out that nobody could tell apart (`pages.md`, Plots).
package enum Thinning {
  /// The most points of a line, and of a cloud of points.
  package static let (lineLimit, cloudLimit) = (800, 2000)

  /// At most so many points of a line: its ends, and the lowest and the highest of each bucket of
  /// neighbours; a bucket without any is a gap.
  package static func line(_ points: [ChartPoint], limit: Int = lineLimit) -> [ChartPoint] {
    guard points.count > limit, let first = points.first, let last = points.last else {
      return points
    }
    let inner = points[1..<(points.count - 1)]
    return [first] + extremes(of: inner, buckets: (limit - 2) / 2) + [last]
  }

  /// At most so many points of a cloud: from each bucket, by the order along x, the lowest and the
  /// highest.
  static func cloud(_ points: [ChartPoint], limit: Int = cloudLimit) -> [ChartPoint] {
    guard points.count > limit else { return points }
    let order = points.indices.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
    let sorted = order.map { points[$0] }
    return extremes(of: sorted[...], buckets: limit / 2)
  }

  private static func extremes(of points: ArraySlice<ChartPoint>, buckets: Int) -> [ChartPoint] {
    var kept: [ChartPoint] = []
    for bucket in 0..<buckets {
      let start = points.startIndex + bucket * points.count / buckets
      let end = points.startIndex + (bucket + 1) * points.count / buckets
      kept += extremes(of: points[start..<end])
    }
    return kept
  }

  private static func extremes(of bucket: ArraySlice<ChartPoint>) -> [ChartPoint] {
    guard let gap = bucket.first else { return [] }
    // Infinite values are the lowest and the highest.
    let known = bucket.indices.filter { bucket[$0].x.isFinite && !bucket[$0].y.isNaN }
    guard
      let low = known.min(by: { bucket[$0].y < bucket[$1].y }),
      let high = known.max(by: { bucket[$0].y < bucket[$1].y })
    else { return [ChartPoint(x: gap.x, y: .nan)] }
    if low == high { return [bucket[low]] }
    return [bucket[min(low, high)], bucket[max(low, high)]]
  }
}
