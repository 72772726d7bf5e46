import Drawing
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
    let xReader = AxisReader(runs.map(\.rows.x), mayBeNominal: names == .x || names == .either)
    // Bars have their names along y, whatever these look like.
    let yReader =
      names == .y
      ? AxisReader(namesIn: runs.map(\.rows.y))
      : AxisReader(runs.map(\.rows.y), mayBeNominal: names == .either)
    x = ChartAxis(title: xTitle, categories: xReader.categories)
    y = ChartAxis(title: yTitle, categories: yReader.categories)
    series = runs.map { run in
      ChartSeries(
        name: run.name,
        points: zip(run.rows.x, run.rows.y).map {
          ChartPoint(x: xReader.value($0), y: yReader.value($1))
        })
    }
    let unreadable =
      runs.reduce(0) { $0 + xReader.unreadable(in: $1.rows.x) + yReader.unreadable(in: $1.rows.y) }
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

/// Reads the texts along one axis.
private struct AxisReader {
  /// In the order of their appearance; nothing for numbers.
  let categories: [String]?
  private let places: [String: Int]

  /// An axis of names where that may be and no text is a number.
  init(_ columns: [[String?]], mayBeNominal: Bool) {
    let isNominal =
      mayBeNominal && columns.contains { $0.contains { $0?.isEmpty == false } }
      && !columns.contains { $0.contains { $0.flatMap(Self.number) != nil } }
    self.init(namesIn: isNominal ? columns : nil)
  }

  /// An axis of names.
  init(namesIn columns: [[String?]]?) {
    var places: [String: Int] = [:]
    var categories: [String] = []
    for case .some(let text) in columns?.joined() ?? [[]].joined() where places[text] == nil {
      places[text] = categories.count
      categories.append(SiteText.singleLine(text, limit: 200))
    }
    self.places = places
    self.categories = columns == nil ? nil : categories
  }

  /// The number, or the place of the name; not a number where there is none.
  func value(_ text: String?) -> Double {
    guard let text else { return .nan }
    return categories == nil ? Self.number(text) ?? .nan : places[text].map(Double.init) ?? .nan
  }

  /// How many texts should have been numbers.
  func unreadable(in column: [String?]) -> Int {
    categories == nil
      ? column.count { $0.map { !$0.isEmpty && Self.number($0) == nil } ?? false } : 0
  }

  /// The number of a text, also `NaN` and `Infinity`; none is written in hexadecimal.
  static func number(_ text: String) -> Double? {
    guard !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else { return nil }
    let bytes = text.utf8.drop { $0 == 0x20 || $0 == 0x09 }
    guard bytes.last == 0x20 || bytes.last == 0x09 else { return Double(Substring(bytes)) }
    let end = bytes.lastIndex { $0 != 0x20 && $0 != 0x09 }
    return end.flatMap { Double(Substring(bytes[...$0])) }
  }
}
