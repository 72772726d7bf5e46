/// Draws how a number went over an ordered list of places, such as the versions of a model, with who
/// holds what marked on the line (`pages.md`, Plots).
package struct TrendChart {
  /// One place along the line.
  package struct Point: Hashable, Sendable {
    /// What stands below the axis.
    package let label: String

    /// Nothing where there is a gap.
    package let value: Double?

    /// The value as people read it.
    package let text: String

    /// Makes a place of the line.
    package init(label: String, value: Double?, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }

  /// Something that a place is known for.
  package struct Mark: Hashable, Sendable {
    /// The index of the place.
    package let place: Int
    package let label: String

    /// The classes that give it its colours.
    package let classes: String

    /// Makes a mark.
    package init(at place: Int, label: String, classes: String) {
      self.place = place
      self.label = label
      self.classes = classes
    }
  }

  /// What the drawing is called, for those who don't see it.
  let title: String

  /// What it shows, in words.
  let summary: String

  /// What stands above the axis.
  let axisTitle: String
  let points: [Point]
  let marks: [Mark]

  /// Makes a chart.
  package init(
    title: String, summary: String, axisTitle: String, points: [Point], marks: [Mark] = []
  ) {
    self.title = title
    self.summary = summary
    self.axisTitle = axisTitle
    self.points = points
    self.marks = marks.filter { points.indices.contains($0.place) }
  }

  static let (width, height) = (640.0, 360.0)
  static let fontSize = 12.0

  /// Writes the drawing; ids in it start with `id`, which the page has only once.
  package func svg(id: String) -> [UInt8] {
    let layout = TrendLayout(self)
    var svg = SVGWriter()
    svg.element(
      "svg", .classes("plot"), .viewBox(width: Self.width, height: Self.height),
      .init("role", "img"), .init("aria-labelledby", "\(id)-title \(id)-text"),
      .init("font-size", Self.fontSize)
    ) { svg in
      svg.element("title", .id("\(id)-title"), text: title)
      svg.element("desc", .id("\(id)-text"), text: summary)
      draw(axes: layout, into: &svg)
      draw(marks: layout, into: &svg)
      draw(line: layout, into: &svg)
    }
    return svg.bytes
  }

  private func draw(axes layout: TrendLayout, into svg: inout SVGWriter) {
    svg.element(
      "text", .classes("plot-title"), .x(0), .y(Self.fontSize),
      text: TextWidth.fitted(axisTitle, to: Self.width, size: Self.fontSize, isBold: true))
    for (tick, y) in layout.ticks {
      svg.element(
        "line", .classes("plot-grid"), .init("x1", layout.left), .init("y1", y),
        .init("x2", layout.right), .init("y2", y))
      svg.element(
        "text", .classes("plot-tick plot-value"), .x(layout.left - 8), .y(y + 4), text: tick)
    }
    for label in layout.labels {
      svg.element(
        "text", .classes("plot-tick \(label.anchor)"), .x(label.x), .y(layout.bottom + 20),
        text: label.text)
    }
  }

  private func draw(marks layout: TrendLayout, into svg: inout SVGWriter) {
    for mark in layout.marks {
      svg.element("g", .classes("plot-mark \(mark.classes)")) { svg in
        svg.element(
          "path",
          .init(
            "d",
            TrendLayout.path([
              (mark.middle, layout.markLine + 6), (mark.x, layout.top), (mark.x, mark.y),
            ])))
        svg.element(
          "circle", .init("cx", mark.x), .init("cy", mark.y), .init("r", 7))
        svg.element("text", .x(mark.middle), .y(layout.markLine), text: mark.text)
      }
    }
  }

  private func draw(line layout: TrendLayout, into svg: inout SVGWriter) {
    let path = layout.line
    if !path.isEmpty { svg.element("path", .classes("plot-line"), .init("d", path)) }
    for point in layout.dots {
      svg.element(
        "circle", .classes("plot-dot"), .init("cx", point.x), .init("cy", point.y),
        .init("r", 3)
      ) { svg in svg.element("title", text: point.text) }
    }
    for beyond in layout.beyond {
      let tip = beyond.isAbove ? layout.top : layout.bottom
      let base = tip + (beyond.isAbove ? 8 : -8)
      svg.element(
        "path", .classes("plot-beyond"),
        .init(
          "d",
          TrendLayout.path([(beyond.x, tip), (beyond.x - 5, base), (beyond.x + 5, base)]) + "z"))
    }
    if let end = layout.end {
      svg.element("text", .classes("plot-end"), .x(end.x + 12), .y(end.y + 4), text: end.text)
    }
  }
}
