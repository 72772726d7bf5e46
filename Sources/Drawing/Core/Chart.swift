/// A drawing of data (`pages.md`, Plots).
///
/// A kind of chart is one type: it says what it is called and draws itself on a canvas, with scales
/// of `Scales`, axes of `Axes`, marks of `Marks` and labels of `Labels`.
package protocol Chart: Sendable {
  /// What the drawing is called, for those who don't see it.
  var title: String { get }

  /// What it shows, in words.
  var summary: String { get }

  /// What a caption has to say of how it is drawn, such as that points are left out.
  var notes: [String] { get }

  /// How large it is.
  var size: ChartSize { get }

  /// Draws everything.
  func draw(on canvas: inout ChartCanvas)
}

/// The size of a drawing, in its own units, which are pixels at 100 %.
package struct ChartSize: Hashable, Sendable {
  package let width: Double
  package let height: Double

  /// Makes a size.
  package init(width: Double, height: Double) { (self.width, self.height) = (width, height) }

  /// That of every chart which has no reason for another one.
  package static let standard = ChartSize(width: 640, height: 360)

  /// That of charts which stand beside each other.
  package static let small = ChartSize(width: 440, height: 260)

  /// The class that lets a page show it about as large as it is.
  var classes: String {
    width > Self.standard.width ? "plot plot-wide" : width < 560 ? "plot plot-small" : "plot"
  }
}

extension Chart {
  package var notes: [String] { [] }

  package var size: ChartSize { .standard }

  /// Writes the drawing to stand within a page, whose style sheet gives it its colours; ids in it
  /// start with `id`, which the page has only once.
  package func svg(id: String) -> [UInt8] {
    var svg = SVGWriter()
    svg.drawing(
      id: id, title: title, summary: summary, size: size, fontSize: ChartCanvas.fontSize,
      attributes: [.classes(size.classes), .width(size.width), .height(size.height)]
    ) { draw(into: &$0) }
    return svg.bytes
  }

  /// Writes the drawing as a file that stands alone, with the colours of both schemes.
  package func file() -> [UInt8] {
    var svg = SVGWriter()
    svg.add(markup: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    svg.drawing(
      id: "plot", title: title, summary: summary, size: size, fontSize: ChartCanvas.fontSize,
      attributes: [
        .init("xmlns", "http://www.w3.org/2000/svg"), .classes("plot"), .width(size.width),
        .height(size.height), .init("font-family", PlotPalette.fontFamily),
      ]
    ) { svg in
      svg.element("style", text: PlotStyleSheet.standAlone)
      svg.element(
        "rect", .classes("plot-page"), .width(size.width), .height(size.height))
      draw(into: &svg)
    }
    svg.add(markup: "\n")
    return svg.bytes
  }

  private func draw(into svg: inout SVGWriter) {
    var canvas = ChartCanvas(size: size)
    draw(on: &canvas)
    svg.add(canvas.svg)
  }
}
