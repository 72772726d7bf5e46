/// The names of series above a plane, where marks have no ends to stand beside: each after the shape
/// of its points, in as many rows as they need.
struct LegendRow {
  private struct Key {
    let text: String
    let style: SeriesStyle
    let x: Double
    let row: Int
    let width: Double
  }

  private let keys: [Key]

  /// The room that it takes.
  let height: Double

  /// The longest name, and what lies before and after it.
  private static let (textRoom, keyWidth, gap) = (200.0, 16.0, 18.0)

  /// - Parameter names: Those of the series in their order; what is one alone needs no key.
  init(names: [String], width: Double) {
    var keys: [Key] = []
    var (x, row) = (0.0, 0)
    for (text, style) in Self.shown(names) {
      let length = min(ChartCanvas.width(text, isBold: true), Self.textRoom)
      if x > 0, x + Self.keyWidth + length > width { (x, row) = (0, row + 1) }
      keys.append(Key(text: text, style: style, x: x, row: row, width: length))
      x += Self.keyWidth + length + Self.gap
    }
    self.keys = keys
    height = keys.isEmpty ? 0 : Double(row + 1) * 18 + 4
  }

  private static func shown(_ names: [String]) -> [(String, SeriesStyle)] {
    guard names.count > 1 else { return [] }
    let named = names.prefix(SeriesStyle.count).enumerated().map { ($1, SeriesStyle($0)) }
    let rest = names.count - named.count
    return named + (rest > 0 ? [("\(rest) more", .muted)] : [])
  }

  /// Draws the names, the first row at a height.
  func draw(on canvas: inout ChartCanvas, top: Double) {
    for key in keys {
      let middle = top + Double(key.row) * 18 + 8
      canvas.group(classes: key.style.name) { canvas in
        canvas.path(
          key.style.shape.path(at: PlotPlace(key.x + 5, middle)), classes: "plot-point")
        canvas.text(
          key.text, at: PlotPlace(key.x + Self.keyWidth, middle + 4), room: key.width,
          isBold: true, classes: "plot-label")
      }
    }
  }
}
