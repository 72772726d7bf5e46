import Drawing

/// Draws how a number went, as small as a word; the numbers themselves stand beside it
/// (`pages.md`, sparkline).
enum Sparkline {
  private static let (width, height) = (96.0, 24.0)

  /// How far the line stays from the edges, so that stroke and dot lie within.
  private static let margin = 3.0

  /// Draws values from the earliest on; a gap where one is missing. Nothing without any value, a dot
  /// for a single one.
  static func svg(_ values: [Double?]) -> [UInt8] {
    let points = thinned(positioned(values))
    guard let last = points.last(where: { $0 != nil }), let last else { return [] }
    let line = path(points)
    var svg = SVGWriter()
    svg.element(
      "svg", .classes("sparkline"), .viewBox(width: width, height: height), .width(width),
      .height(height), .init("aria-hidden", "true")
    ) { svg in
      if let line { svg.element("path", .init("d", line)) }
      svg.element("circle", .init("cx", last.x), .init("cy", last.y), .init("r", 2.5))
    }
    return svg.bytes
  }

  private struct Point {
    let x: Double
    let y: Double
  }

  /// The place of each value in the drawing.
  private static func positioned(_ values: [Double?]) -> [Point?] {
    let finite = values.compactMap { $0 }.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return [] }
    let step = (width - 2 * margin) / Double(max(values.count - 1, 1))
    return values.enumerated().map { index, value in
      guard let value, value.isFinite else { return nil }
      // Halves first, so that even the widest range is a number.
      let range = high / 2 - low / 2
      let share = range > 0 ? (value / 2 - low / 2) / range : 0.5
      let x = finite.count == 1 ? width / 2 : margin + Double(index) * step
      return Point(x: x, y: height - margin - share * (height - 2 * margin))
    }
  }

  /// Leaves the lowest and the highest of what would share a column of pixels; a gap stays where a
  /// whole column has no value.
  private static func thinned(_ points: [Point?]) -> [Point?] {
    let columns = Int(width)
    guard points.count > 2 * columns else { return points }
    var thinned: [Point?] = []
    for column in 0..<columns {
      let share = points[
        (column * points.count / columns)..<((column + 1) * points.count / columns)]
      let present = share.compactMap(\.self)
      guard let low = present.max(by: { $0.y < $1.y }), let high = present.min(by: { $0.y < $1.y })
      else {
        thinned.append(nil)
        continue
      }
      thinned += low.x <= high.x ? [low, high] : [high, low]
    }
    if let last = points.last { thinned.append(last) }
    return thinned
  }

  /// The line through all points; nothing where there is only one.
  private static func path(_ points: [Point?]) -> String? {
    guard points.lazy.compactMap(\.self).count > 1 else { return nil }
    var path = ""
    var isNew = true
    for (index, point) in points.enumerated() {
      guard let point else {
        isNew = true
        continue
      }
      let place = "\(SVGAttribute.coordinate(point.x)) \(SVGAttribute.coordinate(point.y))"
      path += (isNew ? "M" : "L") + place
      let isAlone = isNew && (index + 1 >= points.count || points[index + 1] == nil)
      // A point between gaps: its round ends make it a dot.
      if isAlone { path += "h0" }
      isNew = false
    }
    return path
  }
}
