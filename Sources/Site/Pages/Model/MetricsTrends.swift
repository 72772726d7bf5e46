import Drawing
import Mustache
import Registry

/// How a model's first metrics went from version to version.
struct MetricsTrends: TemplateModel {
  let rows: [Row]

  /// Each metric that there is something to see of, beside each other where there are several.
  let drawings: [TrendDrawing]

  /// Where the drawing of the first metric stands alone, for READMEs.
  let fileHref: String?

  /// Nothing where no version has metrics.
  init?(in scope: ModelScope, link: SiteLinker) {
    guard !scope.records.columns.isEmpty else { return nil }
    rows = scope.records.columns.map { Row($0, in: scope, link: link) }
    let charts = scope.records.columns.compactMap { $0.trendChart(in: scope) }
    drawings = charts.enumerated().map { index, chart in
      TrendDrawing(
        drawing: (charts.count > 1 ? chart.small : chart).svg(id: "trend-\(index + 1)"))
    }
    let file = scope.addresses.trendDrawing(of: scope.artifact, in: scope.repository)
    fileHref = Self.file(in: scope) == nil ? nil : link(file)
  }

  /// The first metric's drawing as a file that stands alone; nothing where there is nothing to see.
  static func file(in scope: ModelScope) -> OutputFile? {
    guard let chart = scope.records.columns.first?.trendChart(in: scope) else { return nil }
    let path = scope.addresses.trendDrawing(of: scope.artifact, in: scope.repository)
    return OutputFile(path: path.text, bytes: chart.file())
  }

  static let fields: [TemplateField<Self>] = [
    .flag("has_drawings") { !$0.drawings.isEmpty },
    .flag("several") { $0.drawings.count > 1 },
    .list("drawings") { $0.drawings },
    .text("file_href") { $0.fileHref },
    .list("rows") { $0.rows },
  ]

  /// One metric over versions.
  struct TrendDrawing: TemplateModel {
    let drawing: [UInt8]

    static let fields: [TemplateField<Self>] = [.markup("drawing") { $0.drawing }]
  }

  /// One metric.
  struct Row: TemplateModel {
    let name: MetricsName
    let drawing: [UInt8]
    let latest: MetricsCell
    let change: MetricsChange?
    let best: MetricsCell?
    let bestVersion: VersionLink?

    /// How many others are as good.
    let ties: Int

    init(_ column: MetricColumn, in scope: ModelScope, link: SiteLinker) {
      let versions = scope.artifact.versions
      name = MetricsName(column)
      drawing = column.sparkline(of: versions)
      let latest = scope.artifact.latestIndex
      self.latest =
        latest.map { MetricsCell(of: $0, in: column) } ?? MetricsCell(missing: .notLogged)
      change = latest.flatMap { latest in
        scope.previousPlace(of: latest).map { column.change(of: latest, since: $0, in: versions) }
      }
      // The newest of several that are as good.
      let winner = column.best.min()
      best = winner.map { MetricsCell(of: $0, in: column) }
      bestVersion = winner.map { VersionLink(versions[$0].name, in: scope, link: link) }
      ties = max(0, column.best.count - 1)
    }

    static let fields: [TemplateField<Self>] = [
      .record("name") { $0.name },
      .markup("drawing") { $0.drawing },
      .record("latest") { $0.latest },
      .list("changes") { $0.change.map { [$0] } ?? [] },
      .record("best") { $0.best },
      .record("version") { $0.bestVersion },
      .text("ties") { $0.ties > 0 ? CountText.of($0.ties, "other") : nil },
    ]
  }
}

extension MetricColumn {
  /// The metric over the active versions, the earliest first.
  func sparkline(of versions: [Version]) -> [UInt8] {
    Sparkline.svg(
      versions.indices.reversed().filter { versions[$0].isActive }.map {
        values[$0]?.finite?.double
      })
  }

  /// How a version's value differs from an earlier one's.
  func change(of version: Int, since earlier: Int, in versions: [Version]) -> MetricsChange {
    MetricsChange(
      side(version), since: side(earlier), in: SiteText.shown(versions[earlier].name),
      traits: traits, format: format)
  }

  private func side(_ version: Int) -> MetricsChange.Side {
    MetricsChange.Side(value: values[version], reason: reasons[version])
  }
}

/// The first metric of the version that holds a stage, on the stage's card.
struct MetricsHeadline: TemplateModel {
  let name: MetricsName
  let value: MetricsCell

  /// Nothing where the version isn't known or has no such metric.
  init?(of version: String, in scope: ModelScope) {
    guard let column = scope.records.columns.first,
      let place = scope.records.place(ofVersion: version), column.values[place] != nil
    else { return nil }
    name = MetricsName(column)
    value = MetricsCell(of: place, in: column)
  }

  static let fields: [TemplateField<Self>] = [
    .record("name") { $0.name },
    .record("value") { $0.value },
  ]
}
