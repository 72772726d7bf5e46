/// Draws how often each class was taken for each: rows are the actual classes, columns the predicted
/// ones, every cell has its number and its share of the row (`pages.md`, Plots).
package struct ConfusionMatrix: Chart {
  package let title: String
  package let notes: [String]
  private let counts: ConfusionCounts
  private let actualTitle: String
  private let predictedTitle: String

  /// Whether shares stand first and give the colours.
  private let isNormalized: Bool
  private let layout: ConfusionLayout

  /// Makes a chart of pairs of an actual and a predicted class.
  package init(
    title: String, actualTitle: String, predictedTitle: String,
    pairs: [(actual: String, predicted: String)], isNormalized: Bool = false
  ) {
    (self.title, self.isNormalized) = (title, isNormalized)
    (self.actualTitle, self.predictedTitle) = (actualTitle, predictedTitle)
    let all = ConfusionCounts(pairs)
    counts = all.folded(to: ConfusionLayout.classLimit)
    layout = ConfusionLayout(counts, rowsTitle: Self.axisTitle("Actual", actualTitle))
    let fold = all.classes.count - counts.classes.count + 1
    notes =
      (fold > 1 ? ["The \(fold) rarest classes are taken together as others."] : [])
      + (isNormalized ? ["Shares are those of the row: of what a class actually was."] : [])
  }

  package var size: ChartSize { layout.size }

  package var summary: String {
    guard counts.total > 0 else { return "No pairs of classes." }
    let right = counts.classes.indices.reduce(0) { $0 + counts.cells[$1][$1] }
    let share = ConfusionLayout.percent(right, of: counts.total)
    let rows = counts.classes.indices.prefix(12).map { row in
      "\(counts.classes[row]): \(counts.cells[row][row]) of \(counts.rowTotals[row]) right"
    }
    return "\(counts.total) pairs of \(counts.classes.count) classes, \(right) of them the same "
      + "(\(share)). " + rows.joined(separator: ", ") + "."
  }

  /// What an axis shows, and the column that it is read from where its name says more.
  private static func axisTitle(_ word: String, _ column: String) -> String {
    column.isEmpty || column.lowercased() == word.lowercased() ? word : "\(word): \(column)"
  }

  package func draw(on canvas: inout ChartCanvas) {
    let classes = counts.classes
    guard !classes.isEmpty else {
      return canvas.text(
        "no plottable values", at: PlotPlace(size.width / 2, 60), anchor: .middle,
        room: size.width, classes: "plot-muted")
    }
    canvas.text(
      Self.axisTitle("Predicted", predictedTitle), at: PlotPlace(layout.left, 12),
      room: size.width - layout.left, isBold: true)
    canvas.text(
      Self.axisTitle("Actual", actualTitle), at: PlotPlace(0, layout.top - 10),
      room: layout.left - 8,
      isBold: true)
    for (index, name) in classes.enumerated() {
      canvas.text(
        layout.columnName(index),
        at: PlotPlace(layout.x(index) + layout.cell.width / 2, layout.top - 10),
        anchor: .middle, room: layout.cell.width - 4, classes: "plot-muted")
      canvas.text(
        layout.rowName(name, index),
        at: PlotPlace(layout.left - 8, layout.y(index) + layout.cell.height / 2 + 4), anchor: .end,
        room: layout.left - 10, classes: "plot-muted")
      for column in classes.indices { drawCell(index, column, on: &canvas) }
    }
  }

  private func drawCell(_ row: Int, _ column: Int, on canvas: inout ChartCanvas) {
    let count = counts.cells[row][column]
    let share = Double(count) / Double(max(counts.rowTotals[row], 1))
    let heat = HeatRamp(
      isNormalized ? share : Double(count) / Double(max(counts.highest, 1)))
    let (x, y) = (layout.x(column), layout.y(row))
    let (width, height) = layout.cell
    if count > 0 {
      canvas.rectangle(
        x: x, y: y, width: width, height: height, classes: "plot-heat", heat.attribute)
    }
    canvas.rectangle(x: x, y: y, width: width, height: height, classes: "plot-cell")
    let number = String(count)
    let part = ConfusionLayout.percent(count, of: counts.rowTotals[row])
    let lines = isNormalized ? [part, number] : [number, part]
    for (index, line) in lines.enumerated() {
      canvas.text(
        line,
        at: PlotPlace(
          x + width / 2, y + height / 2 - 3 + Double(index) * 15),
        anchor: .middle, room: width - 2, isBold: index == 0 && count > 0,
        classes: heat.isStrong ? "plot-on-heat" : count > 0 ? nil : "plot-muted")
    }
  }
}

/// How strongly a cell is filled: from the page's own colour to the deepest, over the one step at
/// which no text could be read and at which its colour flips.
struct HeatRamp: Hashable {
  let opacity: Double

  /// Whether text on it has the page's colour.
  let isStrong: Bool

  /// The opacities between which neither colour of text is readable in one of the schemes.
  static let (weakest, weak, strong) = (0.03, 0.42, 0.7)

  /// - Parameter share: From 0 to 1.
  init(_ share: Double) {
    isStrong = share > 0.5
    opacity =
      isStrong
      ? Self.strong + (share - 0.5) * 2 * (1 - Self.strong)
      : Self.weakest + share * 2 * (Self.weak - Self.weakest)
  }

  var attribute: SVGAttribute {
    let hundredths = Int((opacity * 100).rounded())
    return SVGAttribute(
      "fill-opacity",
      hundredths >= 100 ? "1" : hundredths < 10 ? ".0\(hundredths)" : ".\(hundredths)")
  }
}

/// How often each class was taken for each.
struct ConfusionCounts {
  /// In ascending order; numbers by their size.
  let classes: [String]

  /// By actual, then by predicted class.
  let cells: [[Int]]
  let rowTotals: [Int]

  var total: Int { rowTotals.reduce(0, +) }
  var highest: Int { cells.lazy.flatMap(\.self).max() ?? 0 }

  init(_ pairs: [(actual: String, predicted: String)]) {
    let names = Set(pairs.flatMap { [$0.actual, $0.predicted] })
    let classes = Self.sorted(names)
    let places = Dictionary(
      classes.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    var cells = Array(repeating: Array(repeating: 0, count: classes.count), count: classes.count)
    for pair in pairs {
      if let row = places[pair.actual], let column = places[pair.predicted] {
        cells[row][column] += 1
      }
    }
    self.init(classes: classes, cells: cells)
  }

  private init(classes: [String], cells: [[Int]]) {
    (self.classes, self.cells) = (classes, cells)
    rowTotals = cells.map { $0.reduce(0, +) }
  }

  /// Numbers by their size, then words.
  private static func sorted(_ names: Set<String>) -> [String] {
    let keyed = names.map { ($0, Double($0).flatMap { $0.isNaN ? nil : $0 } ?? .infinity) }
    return keyed.sorted { one, other in
      one.1 != other.1 ? one.1 < other.1 : one.0.utf8.lexicographicallyPrecedes(other.0.utf8)
    }.map(\.0)
  }

  /// At most so many classes: the rarest become one, which stands last.
  func folded(to limit: Int) -> ConfusionCounts {
    guard classes.count > limit else { return self }
    let weights = classes.indices.map { row in
      rowTotals[row] + cells.reduce(0) { $0 + $1[row] }
    }
    let kept = classes.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
      .prefix(limit - 1).sorted()
    let target = Dictionary(
      kept.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
    var folded = Array(repeating: Array(repeating: 0, count: limit), count: limit)
    for row in classes.indices {
      for column in classes.indices {
        folded[target[row] ?? limit - 1][target[column] ?? limit - 1] += cells[row][column]
      }
    }
    return ConfusionCounts(classes: kept.map { classes[$0] } + ["others"], cells: folded)
  }
}

/// Where the cells of a confusion matrix lie, and what its classes are called there.
struct ConfusionLayout {
  /// More classes than this are taken together.
  static let classLimit = 24

  let left: Double
  let top = 48.0
  let cell: (width: Double, height: Double)
  let size: ChartSize
  private let names: [String]

  /// Whether columns are numbered, since their names are too long for them.
  private let isNumbered: Bool

  /// - Parameter rowsTitle: What stands above the names of the rows.
  init(_ counts: ConfusionCounts, rowsTitle: String) {
    names = counts.classes
    let longest = String(counts.highest)
    let needed = max(44, ChartCanvas.width(longest, isBold: true) + 10)
    let widest = names.map { ChartCanvas.width($0) }.max() ?? 0
    let count = Double(max(names.count, 1))
    isNumbered = widest + 8 > 110 || max(widest + 8, needed) * count > 640
    let side = widest + (isNumbered ? ChartCanvas.width("24  ") : 0) + 14
    left = min(max(side, ChartCanvas.width(rowsTitle, isBold: true) + 14, 60), 190)
    let width = isNumbered ? needed : max(needed, widest + 8)
    // Few cells are large, so that the drawing has the size of others.
    let roomy = min(max(width, (460 - left) / count), 110)
    cell = (max(width, roomy), min(max(36, 250 / count), 64))
    size = ChartSize(
      width: max(left + cell.width * count + 2, 320), height: top + cell.height * count + 2)
  }

  func x(_ column: Int) -> Double { left + Double(column) * cell.width }
  func y(_ row: Int) -> Double { top + Double(row) * cell.height }

  func columnName(_ index: Int) -> String { isNumbered ? "\(index + 1)" : names[index] }
  func rowName(_ name: String, _ index: Int) -> String {
    isNumbered ? "\(index + 1)  \(name)" : name
  }

  /// A share in whole percent, with a decimal where it is small.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard part > 0, whole > 0 else { return "0%" }
    let thousandths = (part * 1000 + whole / 2) / whole
    if thousandths == 0 { return "<0.1%" }
    if thousandths < 100 { return "\(thousandths / 10).\(thousandths % 10)%" }
    if thousandths >= 995, part < whole { return ">99%" }
    return "\((thousandths + 5) / 10)%"
  }
}
