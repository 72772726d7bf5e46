/// Draws how a number went over an ordered list of places, such as the versions of a model, with who
/// holds what marked on the line (`pages.md`, Plots).
package struct TrendChart: Chart {
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

  package let title: String
  package let summary: String

  /// What stands above the axis.
  private let axisTitle: String
  private let points: [Point]
  private let marks: [Mark]
  package let size: ChartSize

  /// Makes a chart.
  package init(
    title: String, summary: String, axisTitle: String, points: [Point], marks: [Mark] = [],
    size: ChartSize = .standard
  ) {
    self.size = size
    self.title = title
    self.summary = summary
    self.axisTitle = axisTitle
    self.points = points
    self.marks = marks.filter { points.indices.contains($0.place) }
  }

  /// The same chart, to stand beside others.
  package var small: TrendChart {
    TrendChart(
      title: title, summary: summary, axisTitle: axisTitle, points: points, marks: marks,
      size: .small)
  }

  /// The room for the marks' labels, and the longest of them.
  private static let (markHeader, markRoom) = (26.0, 110.0)

  /// The longest value at the end of the line.
  private static let endRoom = 100.0

  /// Dots that would touch make no more of the line.
  private static let dotLimit = 80

  package func draw(on canvas: inout ChartCanvas) {
    let end = points.last { $0.value?.isFinite ?? false }?.text ?? ""
    let plane = PlotPlane(
      x: AxisScale(categories: points.map(\.label)),
      y: AxisScale(numbers: points.lazy.compactMap(\.value), ends: .round),
      xTitle: "", yTitle: axisTitle, size: size, header: marks.isEmpty ? 4 : Self.markHeader,
      margin: min(ChartCanvas.width(end, isBold: true), Self.endRoom) + 16)
    plane.draw(on: &canvas)
    let line = points.enumerated().map {
      ChartPoint(x: Double($0.offset), y: $0.element.value ?? .nan)
    }
    let places = line.map { $0.isPlottable ? plane.place(of: $0) : nil }
    draw(marks: places, on: &canvas, in: plane)
    canvas.group(classes: SeriesStyle(0).name) { canvas in
      canvas.path(LinePath.through(places), classes: "plot-line")
      LineMark.drawBeyond(line, on: &canvas, in: plane)
      drawDots(places, on: &canvas)
    }
    if let last = places.last(where: { $0 != nil }), let last {
      canvas.text(
        end, at: PlotPlace(max(last.x + 10, plane.right + 6), last.y + 4),
        room: Self.endRoom, isBold: true)
    }
    if !places.contains(where: { $0 != nil }) { NoValues.draw(on: &canvas, in: plane) }
  }

  private func drawDots(_ places: [PlotPlace?], on canvas: inout ChartCanvas) {
    let dots = zip(places, points).compactMap { place, point in place.map { ($0, point) } }
    guard dots.count <= Self.dotLimit else { return }
    for (place, point) in dots {
      canvas.circle(
        at: place, radius: 3, classes: "plot-point", title: "\(point.label): \(point.text)")
    }
  }

  private func draw(marks places: [PlotPlace?], on canvas: inout ChartCanvas, in plane: PlotPlane) {
    let shown = marks.compactMap { mark in
      places[mark.place].map {
        (
          mark: mark, place: $0,
          text: ChartCanvas.fitted(mark.label, to: Self.markRoom, isBold: true)
        )
      }
    }
    let wanted = shown.map { item in
      LabelSpacing.Label(
        middle: item.place.x, length: ChartCanvas.width(item.text, isBold: true) + 10)
    }
    // As many as fit beside each other.
    var length = 0.0
    let fitting = wanted.prefix { label in
      length += label.length
      return length <= size.width
    }
    let middles = LabelSpacing.middles(of: Array(fitting), in: 0...size.width)
    let line = plane.top - 20
    for (item, middle) in zip(shown, middles) {
      canvas.group(classes: "plot-mark \(item.mark.classes)") { canvas in
        let corners = [
          PlotPlace(middle, line + 6), PlotPlace(item.place.x, plane.top), item.place,
        ]
        canvas.path(LinePath.through(corners), classes: "plot-stem")
        canvas.circle(at: item.place, radius: 7)
        canvas.text(
          item.text, at: PlotPlace(middle, line), anchor: .middle, room: Self.markRoom + 1,
          isBold: true)
      }
    }
  }
}
