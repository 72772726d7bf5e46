import Cards
import Drawing
import Formats
import Records
import Registry

/// A plot as the page for any choice of versions draws it: lines over each other; images, and drawings
/// of other kinds, side by side.
struct VersionPlotData {
  /// A run of numbers; a gap is nothing.
  private struct Line {
    let name: String
    let points: [ChartPoint]
  }

  private let plot: VersionPlot
  private var lines: [Line] = []
  private var images: [(name: String, path: String, width: Int, height: Int)] = []

  /// Markup of drawings that are made here.
  private var drawings: [[UInt8]] = []

  /// A line has no more points, an image series no more images: the version's page has them all.
  /// Drawings of more bytes are on that page alone.
  private static let (pointLimit, imageLimit, drawingLimit) = (200, 24, 24_000)

  /// What the ids in a drawing begin with until it stands on the page.
  private static let drawingID = "vitrine-drawing"

  /// The plots of a version that can be shown beside those of others.
  static func all(
    of version: Version, in scope: ModelScope
  ) throws(SpoolError) -> [VersionPlotData] {
    var all: [VersionPlotData] = []
    for plot in version.plots {
      if let data = try VersionPlotData(plot, in: scope) { all.append(data) }
    }
    return all
  }

  private init?(_ plot: VersionPlot, in scope: ModelScope) throws(SpoolError) {
    self.plot = plot
    switch plot.content {
    case .unavailable: return nil
    case .images(let pictures):
      images = pictures.prefix(Self.imageLimit).map { picture in
        let image = picture.image
        return (
          SiteText.singleLine(picture.path, limit: 300), scope.addresses.plotImage(image).encoded,
          image.width, image.height
        )
      }
    case .series(let series):
      guard Self.isLine(plot.kind) else {
        drawings = try Self.drawings(of: plot, series, in: scope)
        break
      }
      for run in series {
        guard let rows = try scope.context.rows(of: run) else { continue }
        let line = Line(
          name: SiteText.singleLine(run.field, limit: 200),
          points: Thinning.line(Self.points(of: rows), limit: Self.pointLimit))
        if line.points.contains(where: { $0.y.isFinite }) { lines.append(line) }
      }
    }
    guard !lines.isEmpty || !images.isEmpty || !drawings.isEmpty else { return nil }
  }

  private static func drawings(
    of plot: VersionPlot, _ series: [PlotSeries], in scope: ModelScope
  ) throws(SpoolError) -> [[UInt8]] {
    var runs: [PlotValues.Run] = []
    for run in series {
      guard let rows = try scope.context.rows(of: run) else { continue }
      runs.append(
        PlotValues.Run(name: SiteText.singleLine(run.field, limit: 200), rows: rows))
    }
    guard !runs.isEmpty else { return [] }
    return PlotDrawing(plot, runs: runs).charts
      .map { $0.svg(id: drawingID) }.filter { $0.count <= drawingLimit }
  }

  private static func isLine(_ kind: PlotKind) -> Bool {
    switch kind {
    case .linear, .simple, .smooth: true
    default: false
    }
  }

  /// Along x where that is numbers, else by the number of the row.
  private static func points(of rows: PlotRows) -> [ChartPoint] {
    let number = { (text: String?) in text.flatMap(Double.init(short:)) ?? .nan }
    return zip(rows.x, rows.y).enumerated().map { index, row in
      ChartPoint(x: row.0.flatMap(Double.init(short:)) ?? Double(index), y: number(row.1))
    }
  }

  /// The id, the title, the titles of both axes, the lines, the images, and the drawings.
  func write(to json: inout JSONWriter) {
    json.array([0, 1, 2, 3, 4, 5, 6]) { json, part in
      switch part {
      case 0: json.string(SiteText.singleLine(plot.id, limit: 300))
      case 1: json.string(SiteText.singleLine(plot.title ?? "", limit: 200))
      case 2: json.string(SiteText.singleLine(plot.xTitle, limit: 200))
      case 3: json.string(SiteText.singleLine(plot.yTitle, limit: 200))
      case 4: json.array(lines) { Self.write($1, to: &$0) }
      case 6: json.array(drawings) { $0.string(String(decoding: $1, as: UTF8.self)) }
      default:
        json.array(images) { json, image in
          json.array([image.name, image.path, String(image.width), String(image.height)]) {
            $0.string($1)
          }
        }
      }
    }
  }

  /// A name and two columns of numbers.
  private static func write(_ line: Line, to json: inout JSONWriter) {
    json.array([0, 1, 2]) { json, part in
      switch part {
      case 0: json.string(line.name)
      case 1: json.array(line.points) { Self.write($1.x, to: &$0) }
      default: json.array(line.points) { Self.write($1.y, to: &$0) }
      }
    }
  }

  /// As many digits as a drawing can show.
  private static func write(_ value: Double, to json: inout JSONWriter) {
    let short = Float(value)
    guard short.isFinite else { return json.null() }
    json.number("\(short)")
  }
}
