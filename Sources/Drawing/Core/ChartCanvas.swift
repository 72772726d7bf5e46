/// Takes what a chart draws: every text on it fits its room, and every mark gets its colours by class.
package struct ChartCanvas {
  /// What was drawn so far.
  private(set) var svg = SVGWriter()

  package let size: ChartSize

  /// The size of all text, in pixels.
  package static let fontSize = 12.0

  /// Makes an empty one.
  package init(size: ChartSize) { self.size = size }

  /// Writes a text on its line, as much of it as its room holds.
  package mutating func text(
    _ text: String, at place: PlotPlace, anchor: TextAnchor = .start, room: Double,
    isBold: Bool = false, classes: String? = nil
  ) {
    let shown = Self.fitted(text, to: room, isBold: isBold)
    guard !shown.isEmpty else { return }
    var attributes: [SVGAttribute] = []
    if let classes { attributes.append(.classes(classes)) }
    attributes += [.x(place.x), .y(place.y)]
    if anchor != .start { attributes.append(.init("text-anchor", anchor.rawValue)) }
    if isBold { attributes.append(.init("font-weight", "600")) }
    svg.element("text", attributes: attributes, text: shown)
  }

  /// Draws a straight line.
  package mutating func line(from start: PlotPlace, to end: PlotPlace, classes: String) {
    svg.element(
      "line", .classes(classes), .init("x1", start.x), .init("y1", start.y), .init("x2", end.x),
      .init("y2", end.y))
  }

  /// Draws a path in SVG's own notation; nothing for an empty one.
  package mutating func path(
    _ data: String, classes: String, _ attributes: [SVGAttribute] = []
  ) {
    guard !data.isEmpty else { return }
    svg.element("path", attributes: [.classes(classes), .init("d", data)] + attributes)
  }

  /// Draws a rectangle.
  package mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, classes: String,
    _ attributes: SVGAttribute...
  ) {
    svg.element(
      "rect",
      attributes: [.classes(classes), .x(x), .y(y), .width(width), .height(height)] + attributes)
  }

  /// Draws a circle, with a text for those who point at it.
  package mutating func circle(
    at place: PlotPlace, radius: Double, classes: String? = nil, title: String? = nil
  ) {
    let place: [SVGAttribute] = [.init("cx", place.x), .init("cy", place.y), .init("r", radius)]
    let attributes = (classes.map { [.classes($0)] } ?? []) + place
    guard let title else { return svg.element("circle", attributes: attributes) }
    svg.element("circle", attributes: attributes) { $0.element("title", text: title) }
  }

  /// Draws what belongs together.
  package mutating func group(classes: String, _ body: (inout ChartCanvas) -> Void) {
    svg.open("g", [.classes(classes)])
    body(&self)
    svg.close("g")
  }

  /// The text as it is drawn in a room: cut with an ellipsis where it is too long, and with no more
  /// marks over a letter than a line has room for; nothing where not even a letter fits.
  package static func fitted(_ text: String, to room: Double, isBold: Bool = false) -> String {
    let fitted = TextWidth.fitted(text.withFewMarks, to: room, size: fontSize, isBold: isBold)
    return fitted == "…" || width(fitted, isBold: isBold) > room ? "" : fitted
  }

  /// The width of a text in pixels.
  package static func width(_ text: String, isBold: Bool = false) -> Double {
    TextWidth.estimate(text.withFewMarks, size: fontSize, isBold: isBold)
  }
}

/// Which end of a text stands at its place.
package enum TextAnchor: String, Hashable, Sendable { case start, middle, end }

/// A place in a drawing.
package struct PlotPlace: Hashable, Sendable {
  package var x: Double
  package var y: Double

  /// Makes a place.
  package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }

  /// As a path names it.
  package var text: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func append(to bytes: inout [UInt8]) {
    SVGAttribute.append(x, to: &bytes)
    bytes.append(UInt8(ascii: " "))
    SVGAttribute.append(y, to: &bytes)
  }
}

extension String {
  /// How many marks a letter may carry.
  private static var markLimit: Int { 2 }

  /// The text without the marks that would pile up over the lines above and below.
  fileprivate var withFewMarks: String {
    guard !utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    var text = String.UnicodeScalarView()
    var marks = 0
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: marks += 1
      default: marks = 0
      }
      if marks <= Self.markLimit { text.append(scalar) }
    }
    return String(text)
  }
}
