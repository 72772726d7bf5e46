/// Says in words what a series shows, for those who don't see the drawing.
enum SeriesWords {
  /// How many series are told one by one.
  private static let limit = 12

  /// The first, the last, the lowest and the highest value of each series.
  static func summary(of series: [ChartSeries], along axis: ChartAxis) -> String {
    let told = series.prefix(limit).map { summary(of: $0, along: axis) }
    let rest = series.count - told.count
    return (told + (rest > 0 ? ["\(rest) more series are in the table."] : []))
      .joined(separator: " ")
  }

  private static func summary(of series: ChartSeries, along axis: ChartAxis) -> String {
    let known = series.points.filter(\.isPlottable)
    guard let first = known.first, let last = known.last,
      let low = known.min(by: { $0.y < $1.y }), let high = known.max(by: { $0.y < $1.y })
    else { return "\(series.name): no plottable values." }
    func words(_ point: ChartPoint) -> String {
      "\(ShortNumber.text(point.y)) at \(place(point.x, along: axis))"
    }
    if known.count == 1 { return "\(series.name): one value, \(words(first))." }
    return "\(series.name): \(known.count) values, first \(words(first)), last \(words(last)), "
      + "lowest \(words(low)), highest \(words(high))."
  }

  private static func place(_ x: Double, along axis: ChartAxis) -> String {
    guard let categories = axis.categories else { return ShortNumber.text(x) }
    return Int(exactly: x).flatMap { categories.indices.contains($0) ? categories[$0] : nil } ?? ""
  }
}
