import Drawing
import Formats
import Records

/// The rows of a plot's runs as the values of its axes: numbers, or names where no value is one.
struct PlotValues {
  /// One run with its name in the drawing.
  struct Run {
    let name: String
    let rows: PlotRows
  }

  let x: ChartAxis
  let y: ChartAxis

  /// By run.
  let series: [ChartSeries]

  /// What a caption has to say of what the values are like.
  private(set) var notes: [String] = []

  /// Which axes may have names.
  enum Names { case x, y, either, never }

  /// Reads runs as they stand in their files.
  ///
  /// - Parameter names: Which axes may have names; the values of the others are numbers.
  init(_ runs: [Run], xTitle: String, yTitle: String, names: Names) {
    let xValues = AxisValues(runs.map(\.rows.x), mayBeNominal: names == .x || names == .either)
    // Bars have their names along y, whatever these look like.
    let yValues =
      names == .y
      ? AxisValues(namesIn: runs.map(\.rows.y))
      : AxisValues(runs.map(\.rows.y), mayBeNominal: names == .either)
    x = ChartAxis(title: xTitle, categories: xValues.categories)
    y = ChartAxis(title: yTitle, categories: yValues.categories)
    series = runs.indices.map { run in
      ChartSeries(
        name: runs[run].name,
        points: zip(xValues.runs[run], yValues.runs[run]).map { ChartPoint(x: $0, y: $1) })
    }
    let unreadable = xValues.unreadable + yValues.unreadable
    if unreadable > 0 {
      notes.append("\(CountText.of(unreadable, "value")) of the file not a number, left out.")
    }
  }

  /// The series in the order in which lines go through them: along x, as rows with the same x stand in
  /// the file; of rows with the same whole step the last one counts (`bad-input.md`, C006).
  func ordered() -> (series: [ChartSeries], notes: [String]) {
    var (isUnsorted, repeated) = (false, 0)
    let series = self.series.map { series in
      var points = series.points.filter { $0.x.isFinite }
      if zip(points, points.dropFirst()).contains(where: { $0.x > $1.x }) {
        // What runs backwards is turned around, so that steps at one x keep their sides.
        if zip(points, points.dropFirst()).allSatisfy({ $0.x >= $1.x }) {
          points.reverse()
        } else {
          isUnsorted = true
          points =
            points.enumerated().sorted { ($0.element.x, $0.offset) < ($1.element.x, $1.offset) }
            .map(\.element)
        }
      }
      if x.categories == nil, points.allSatisfy({ $0.x == $0.x.rounded() }) {
        let last = points.indices.filter {
          $0 + 1 == points.count || points[$0 + 1].x != points[$0].x
        }
        repeated += points.count - last.count
        points = last.map { points[$0] }
      }
      return ChartSeries(name: series.name, points: points)
    }
    let sorting = isUnsorted ? ["Rows are not in the order of x; the line is."] : []
    let repeating =
      repeated > 0 ? ["\(CountText.of(repeated, "row")) of a repeated step left out."] : []
    return (series, sorting + repeating)
  }
}

/// The values along one axis.
private struct AxisValues {
  /// In the order of their appearance; nothing for numbers.
  let categories: [String]?

  /// By run: numbers, or the places of names; not a number where there is none.
  let runs: [[Double]]

  /// How many texts should have been numbers.
  let unreadable: Int

  /// An axis of names where that may be and no text is a number.
  init(_ columns: [[String?]], mayBeNominal: Bool) {
    let numbers = columns.map { column in column.map { $0.flatMap(Self.number) } }
    let isNominal =
      mayBeNominal && !numbers.contains { $0.contains { $0 != nil } }
      && columns.contains { $0.contains { $0?.isEmpty == false } }
    if isNominal {
      self.init(namesIn: columns)
      return
    }
    let unreadable = zip(columns, numbers).reduce(0) { sum, column in
      sum
        + zip(column.0, column.1).count { text, number in number == nil && text?.isEmpty == false }
    }
    self.init(
      categories: nil, runs: numbers.map { $0.map { $0 ?? .nan } }, unreadable: unreadable)
  }

  private init(categories: [String]?, runs: [[Double]], unreadable: Int) {
    (self.categories, self.runs, self.unreadable) = (categories, runs, unreadable)
  }

  /// An axis of names.
  init(namesIn columns: [[String?]]) {
    var places: [String: Int] = [:]
    var categories: [String] = []
    for case .some(let text) in columns.joined() where places[text] == nil {
      places[text] = categories.count
      categories.append(SiteText.singleLine(text, limit: 200))
    }
    let runs = columns.map { column in
      column.map { text in text.flatMap { places[$0] }.map(Double.init) ?? .nan }
    }
    self.init(categories: categories, runs: runs, unreadable: 0)
  }

  /// The number of a text, also `NaN` and `Infinity`; none is written in hexadecimal.
  static func number(_ text: String) -> Double? {
    guard !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
    let isBlank = { (byte: UInt8?) in byte == 0x20 || byte == 0x09 }
    guard isBlank(text.utf8.first) || isBlank(text.utf8.last) else { return Double(short: text) }
    let bytes = text.utf8.drop(while: isBlank)
    let end = bytes.lastIndex { !isBlank($0) }
    return end.flatMap { Double(Substring(bytes[...$0])) }
  }
}
