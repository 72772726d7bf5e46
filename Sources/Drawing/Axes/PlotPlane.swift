/// The part of a drawing that values have their places in, with its two axes: hairlines at the ticks
/// of y, their texts beside them, and titles that read from left to right (`pages.md`, Plots).
struct PlotPlane {
  let x: AxisScale
  let y: AxisScale
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  private let xTitle: String
  private let yTitle: String
  private let size: ChartSize

  /// The longest name beside or below an axis.
  private static let (sideRoom, belowRoom) = (150.0, 110.0)

  /// The height of a line of text.
  static let lineHeight = 16.0

  /// - Parameters:
  ///   - header: The room above the plane, below the title of y.
  ///   - margin: The room at the right of it.
  init(
    x: AxisScale, y: AxisScale, xTitle: String, yTitle: String, size: ChartSize,
    header: Double = 0, margin: Double = 16
  ) {
    (self.x, self.y, self.xTitle, self.yTitle, self.size) = (x, y, xTitle, yTitle, size)
    let widest = y.ticks.map { ChartCanvas.width($0.text) }.max() ?? 0
    left = min(widest, Self.sideRoom) + 14
    right = size.width - margin
    top = (yTitle.isEmpty ? 12 : 30) + header
    bottom = size.height - (xTitle.isEmpty ? 28 : 44)
  }

  /// Where a point lies.
  func place(of point: ChartPoint) -> PlotPlace {
    PlotPlace(place(x: x.share(of: point.x)), place(y: y.share(of: point.y)))
  }

  /// How wide the band of a name is.
  var band: Double { (right - left) / Double(max(x.ticks.count, 1)) }

  private func place(x share: Double) -> Double { left + share * (right - left) }
  private func place(y share: Double) -> Double { bottom - share * (bottom - top) }

  /// Draws axes, ticks and titles.
  func draw(on canvas: inout ChartCanvas) {
    canvas.text(
      title(yTitle, of: y), at: PlotPlace(0, 12), room: size.width, isBold: true)
    drawSide(on: &canvas)
    drawBelow(on: &canvas)
    canvas.text(
      title(xTitle, of: x), at: PlotPlace(right, size.height - 6), anchor: .end,
      room: right, classes: "plot-muted")
  }

  /// The title, with a word on what equal distances mean.
  private func title(_ text: String, of scale: AxisScale) -> String {
    guard scale.isLog else { return text }
    let room = size.width - ChartCanvas.width(", log", isBold: true)
    return ChartCanvas.fitted(text, to: room, isBold: true) + ", log"
  }

  private func drawSide(on canvas: inout ChartCanvas) {
    // Names that stand too close leave some out.
    let spacing = (bottom - top) / Double(max(y.ticks.count, 1))
    let step = y.isNominal ? max(1, Int((14 / spacing).rounded(.up))) : 1
    for (index, tick) in y.ticks.enumerated() where index.isMultiple(of: step) {
      let height = place(y: tick.share)
      canvas.line(
        from: PlotPlace(left, height), to: PlotPlace(right, height), classes: "plot-grid")
      canvas.text(
        tick.text, at: PlotPlace(left - 8, height + 4), anchor: .end, room: Self.sideRoom,
        classes: "plot-muted")
    }
  }

  private func drawBelow(on canvas: inout ChartCanvas) {
    for label in labelsBelow() {
      canvas.text(
        label.text, at: PlotPlace(label.middle, bottom + 18), anchor: .middle, room: label.room,
        classes: "plot-muted")
    }
  }

  private typealias LabelBelow = (middle: Double, text: String, room: Double)

  /// As many labels at equal steps as fit beside each other.
  private func labelsBelow() -> [LabelBelow] {
    let widest = x.ticks.map { ChartCanvas.width($0.text) }.max() ?? 0
    let full = x.isNominal ? min(widest, Self.belowRoom) : widest
    // Whole names of every second or third are better than beginnings of all.
    if x.isNominal {
      for step in 1...max(1, x.ticks.count / 3) where band * Double(step) - 10 >= full {
        let labels = labels(every: step, room: full)
        if zip(labels, labels.dropFirst()).allSatisfy({ Self.areApart($0, $1) }) { return labels }
      }
    }
    var step = 1
    while step < x.ticks.count {
      let room = x.isNominal ? min(full, max(band * Double(step) - 10, 0)) : full
      let labels = labels(every: step, room: room)
      let isRoomy = !x.isNominal || room >= min(full, 40)
      if isRoomy, zip(labels, labels.dropFirst()).allSatisfy({ Self.areApart($0, $1) }) {
        return labels
      }
      step += 1
    }
    return Array(labels(every: step, room: min(full, size.width)).prefix(1))
  }

  private func labels(every step: Int, room: Double) -> [LabelBelow] {
    x.ticks.enumerated().filter { $0.offset.isMultiple(of: step) }.map { _, tick in
      let text = ChartCanvas.fitted(tick.text, to: room)
      let half = ChartCanvas.width(text) / 2
      // Those at the ends stay in the drawing.
      let middle = min(max(place(x: tick.share), half), size.width - half)
      return (middle, text, room)
    }
  }

  private static func areApart(_ one: LabelBelow, _ next: LabelBelow) -> Bool {
    next.middle - one.middle >= (ChartCanvas.width(one.text) + ChartCanvas.width(next.text)) / 2 + 8
  }
}
