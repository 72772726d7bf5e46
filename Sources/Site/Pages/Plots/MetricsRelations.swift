import Drawing
import Mustache
import Registry

/// The versions of a model by several of their metrics and params at once.
struct MetricsRelations: TemplateModel {
  /// One drawing with its caption.
  struct Figure: TemplateModel {
    let id: String
    let title: String
    let notes: [String]
    let drawing: [UInt8]

    fileprivate init(_ chart: some Chart, id: String) {
      (self.id, title, notes) = (id, chart.title, chart.notes)
      drawing = chart.svg(id: "\(id)-drawing")
    }

    static let fields: [TemplateField<Self>] = [
      .text("id") { $0.id },
      .text("title") { $0.title },
      .texts("notes") { $0.notes },
      .markup("drawing") { $0.drawing },
    ]
  }

  let charts: [Figure]

  static let fields: [TemplateField<Self>] = [.list("charts") { $0.charts }]

  /// With less, tables and trends say it all.
  private static let leastVersions = 3

  /// How many versions a drawing shows: the greatest ones.
  private static let versionLimit = 40
  private static let paramLimit = 4

  /// Nothing where there are less than three versions with two metrics whose direction is known.
  init?(in scope: ModelScope) {
    let versions = scope.artifact.versions
    let known = scope.records.columns.filter { $0.traits.direction != nil }
    guard let first = known.first else { return nil }
    let pairs = known.dropFirst().map { second in
      (second: second, places: Self.places(of: [first, second], among: versions))
    }.filter { $0.places.count >= Self.leastVersions }
    // Metrics of which one version has the best of both show no trade-off.
    let pair =
      pairs.first { pair in
        Self.best(first, pair.places).isDisjoint(with: Self.best(pair.second, pair.places))
      } ?? pairs.first
    guard let pair else { return nil }
    let order = Self.mattering(pair.places, in: scope)
    let pareto = Self.pareto(pair.second, first, order, versions)
    let parallel = Self.parallel(order, in: scope)
    charts =
      [Figure(pareto, id: "pareto")] + (parallel.map { [Figure($0, id: "parallel")] } ?? [])
  }

  /// The greatest active versions that have all of some metrics.
  private static func places(of columns: [MetricColumn], among versions: [Version]) -> [Int] {
    let places = versions.indices.lazy.filter { version in
      versions[version].isActive && columns.allSatisfy { $0.values[version]?.finite != nil }
    }
    return Array(places.prefix(versionLimit))
  }

  /// The versions that are best by a metric.
  private static func best(_ column: MetricColumn, _ places: [Int]) -> Set<Int> {
    let values = places.map { column.values[$0]?.finite?.double ?? .nan }
    let best = column.traits.direction == .higher ? values.max() : values.min()
    return Set(zip(places, values).filter { $0.1 == best }.map(\.0))
  }

  /// Holders of stages first, those of production before others, then the latest ones.
  private static func mattering(_ places: [Int], in scope: ModelScope) -> [Int] {
    let versions = scope.artifact.versions
    func rank(_ place: Int) -> Int {
      let stages = versions[place].stages.map { scope.context.style(of: $0.stage) }
      return stages.contains(.prod) ? 0 : stages.isEmpty ? 2 : 1
    }
    return places.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  private static func pareto(
    _ x: MetricColumn, _ y: MetricColumn, _ places: [Int], _ versions: [Version]
  ) -> ParetoChart {
    func axis(_ column: MetricColumn) -> ParetoChart.Axis {
      ParetoChart.Axis(
        title: [column.label, column.traits.unit, column.traits.directionWords]
          .compactMap(\.self).joined(separator: ", "),
        isHigherBetter: column.traits.direction == .higher)
    }
    func value(_ column: MetricColumn, _ place: Int) -> Double {
      column.values[place]?.finite?.double ?? .nan
    }
    return ParetoChart(
      title: "\(y.label) against \(x.label)", x: axis(x), y: axis(y),
      items: places.map { place in
        ParetoChart.Item(
          name: SiteText.singleLine(versions[place].name, limit: 60),
          point: ChartPoint(x: value(x, place), y: value(y, place)))
      })
  }

  /// The metrics, and the params that differ; nothing where fewer than three columns do.
  private static func parallel(_ places: [Int], in scope: ModelScope) -> ParallelChart? {
    let params = RelationColumn.differingParams(of: places, in: scope).prefix(paramLimit)
    let metrics = scope.records.columns.map { column in
      RelationColumn(
        title: column.label, texts: places.map { column.values[$0]?.finite?.text })
    }.filter(\.isDiffering)
    let columns = params + metrics
    guard columns.count > 2 else { return nil }
    return ParallelChart(
      title: "What differs between versions",
      lines: places.map { SiteText.singleLine(scope.artifact.versions[$0].name, limit: 60) },
      columns: columns.map(\.drawn))
  }
}

/// A metric or param of several versions.
private struct RelationColumn {
  let title: String

  /// By version.
  let texts: [String?]

  var isDiffering: Bool { Set(texts.compactMap(\.self)).count > 1 }

  /// Numbers, or names where any value is none.
  var drawn: ParallelChart.Column {
    let numbers = texts.map { $0.flatMap(Double.init) }
    if zip(texts, numbers).allSatisfy({ $0 == nil || $1 != nil }) {
      return .init(axis: ChartAxis(title: title), values: numbers.map { $0 ?? .nan })
    }
    let names = Set(texts.compactMap(\.self)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    return .init(
      axis: ChartAxis(title: title, categories: names),
      values: texts.map { $0.flatMap(names.firstIndex(of:)).map(Double.init) ?? .nan })
  }

  /// The params that differ between versions, in the order of the first one's files.
  static func differingParams(of places: [Int], in scope: ModelScope) -> [RelationColumn] {
    let book = scope.records.params
    guard let first = places.first else { return [] }
    let sheet = book.sheets[first]
    return sheet.entries.lazy.filter { sheet.files[$0.file].isOwn }.compactMap { entry in
      let texts = places.map { place -> String? in
        let other = book.sheets[place]
        return sheet.place(of: entry, in: other, by: book.identities).map {
          ValueText.text(of: other.entries[$0].value, limit: 60)
        }
      }
      let column = RelationColumn(title: book.identities.labels[entry.number], texts: texts)
      return column.isDiffering ? column : nil
    }
  }
}
