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
    let places = places(of: values)
    guard let last = places.last(where: { $0 != nil }), let last else { return [] }
    let isLine = places.lazy.compactMap(\.self).count > 1
    var svg = SVGWriter()
    svg.element(
      "svg", .classes("sparkline"), .viewBox(width: width, height: height), .width(width),
      .height(height), .init("aria-hidden", "true")
    ) { svg in
      if isLine { svg.element("path", .init("d", LinePath.through(places))) }
      svg.element("circle", .init("cx", last.x), .init("cy", last.y), .init("r", 2.5))
    }
    return svg.bytes
  }

  /// Where the values lie; no more of them than can be told apart.
  private static func places(of values: [Double?]) -> [PlotPlace?] {
    let finite = values.compactMap { $0 }.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return [] }
    let points = values.enumerated().map { index, value in
      ChartPoint(x: Double(index), y: value.flatMap { $0.isFinite ? $0 : nil } ?? .nan)
    }
    let vertical = LinearScale(low...high, from: height - margin, to: margin)
    let horizontal = LinearScale(
      0...Double(max(values.count - 1, 1)), from: margin, to: width - margin)
    return Thinning.line(points, limit: 2 * Int(width)).map { point in
      guard !point.y.isNaN else { return nil }
      return PlotPlace(
        finite.count == 1 ? width / 2 : horizontal.position(of: point.x),
        vertical.position(of: point.y))
    }
  }
}
