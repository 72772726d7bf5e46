/// Draws a series as a line: gaps where values are missing, short markers on the frame where they are
/// infinite, and points where they are few.
struct LineMark {
  let points: [ChartPoint]
  let style: SeriesStyle

  /// How many points of a line are marked, all of them or some at equal steps.
  private static let (allMarked, someMarked) = (30, 8)

  /// Draws the line, with its points in shapes of their own if it is one of `several`.
  func draw(on canvas: inout ChartCanvas, in plane: PlotPlane, isOneOfSeveral: Bool) {
    let shown = points.map { $0.isPlottable ? plane.place(of: $0) : nil }
    canvas.path(LinePath.through(shown), classes: "plot-line", style.attributes)
    if !style.isMuted {
      canvas.path(
        Self.marked(shown, isOneOfSeveral: isOneOfSeveral).map { style.shape.path(at: $0) }
          .joined(), classes: "plot-point")
    }
    Self.drawBeyond(points, on: &canvas, in: plane)
  }

  private static func marked(_ places: [PlotPlace?], isOneOfSeveral: Bool) -> [PlotPlace] {
    let known = places.compactMap(\.self)
    if known.count <= (isOneOfSeveral ? someMarked * 2 : allMarked) { return known }
    guard isOneOfSeveral else { return [] }
    return (0..<someMarked).map { known[$0 * known.count / someMarked] }
  }

  /// Marks where values are infinite, once for a pixel.
  static func drawBeyond(
    _ points: [ChartPoint], on canvas: inout ChartCanvas, in plane: PlotPlane
  ) {
    var path = ""
    var last: (x: Double, isAbove: Bool)?
    for point in points where point.isBeyond {
      let isAbove = point.y > 0
      let x = plane.place(of: ChartPoint(x: point.x, y: 0)).x
      if let last, last.isAbove == isAbove, abs(last.x - x) < 1 { continue }
      last = (x, isAbove)
      let tip = isAbove ? plane.top : plane.bottom
      let base = tip + (isAbove ? 8 : -8)
      path +=
        "M\(PlotPlace(x, tip).text)L\(PlotPlace(x - 5, base).text)H"
        + SVGAttribute.coordinate(x + 5) + "z"
    }
    canvas.path(path, classes: "plot-point plot-beyond")
  }
}

/// Lines in SVG's own notation.
package enum LinePath {
  /// The line through places, broken at gaps; one place between gaps is a dot by its round ends.
  package static func through(_ places: [PlotPlace?]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(places.count * 12)
    var length = 0
    for place in places {
      if let place {
        bytes.append(length == 0 ? UInt8(ascii: "M") : UInt8(ascii: "L"))
        place.append(to: &bytes)
        length += 1
      } else {
        if length == 1 { bytes += "h0".utf8 }
        length = 0
      }
    }
    if length == 1 { bytes += "h0".utf8 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
