/// The names of lines beside their ends, pushed apart where they would cover each other, each with
/// the shape of its points.
struct EndLabels {
  /// A name with where its line ends.
  struct Label {
    let text: String
    let style: SeriesStyle
    let end: PlotPlace
  }

  /// The longest name, and what lies before it: a line to it and its shape.
  private static let (textRoom, keyWidth) = (150.0, 30.0)

  /// The room at the right of a plane for these names.
  static func margin(for texts: [String]) -> Double {
    let widest = texts.map { ChartCanvas.width($0, isBold: true) }.max() ?? 0
    return texts.isEmpty ? 16 : min(widest, textRoom) + keyWidth
  }

  /// Draws the names right of a place, within a range of heights; one alone needs no shape.
  static func draw(
    _ labels: [Label], on canvas: inout ChartCanvas, rightOf edge: Double,
    within range: ClosedRange<Double>
  ) {
    let middles = LabelSpacing.middles(
      of: labels.map { LabelSpacing.Label(middle: $0.end.y, length: PlotPlane.lineHeight) },
      in: (range.lowerBound - 6)...(range.upperBound + 6))
    for (label, middle) in zip(labels, middles) {
      let key = PlotPlace(edge + 18, middle)
      canvas.group(classes: label.style.name) { canvas in
        if abs(label.end.y - middle) > 1 || label.end.x < edge - 12 {
          let bend = PlotPlace(max(label.end.x, edge), label.end.y)
          canvas.path(
            "M\(label.end.text)L\(bend.text)L\(PlotPlace(key.x - 5, middle).text)",
            classes: "plot-leader")
        }
        let isKeyed = labels.count > 1
        if isKeyed, !label.style.isMuted {
          canvas.path(label.style.shape.path(at: key), classes: "plot-point")
        }
        canvas.text(
          label.text, at: PlotPlace(edge + (isKeyed ? keyWidth - 3 : 12), middle + 4),
          room: textRoom,
          isBold: true, classes: label.style.isMuted ? "plot-muted" : "plot-label")
      }
    }
  }
}
