import Records
import Registry

/// The metrics and params of all versions of a model, laid out once for all its pages.
struct ModelRecords: Sendable {
  let metrics: RecordBook
  let params: RecordBook

  /// What is known of each metric, by its number among the identities.
  let traits: [MetricTraits]

  /// The metrics that the model's page shows of every version, the headline first; up to four.
  let columns: [MetricColumn]

  /// The places of versions by name.
  private let places: [String: Int]

  private static let columnLimit = 4

  init(_ artifact: Artifact, settings: SiteSettings) {
    let rules = MetricRule.all(settings.metrics)
    let metrics = RecordBook(artifact.versions, of: .metrics)
    let traits = MetricTraits.all(in: metrics, rules: rules)
    self.metrics = metrics
    self.traits = traits
    params = RecordBook(artifact.versions, of: .params)
    places = Dictionary(
      artifact.versions.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { one, _ in one })
    let isActive = artifact.versions.map(\.isActive)
    columns =
      Self.anchor(of: artifact).map { anchor in
        MetricColumn.distinct(
          Self.columns(
            ModelMetrics.headline(of: artifact.versions[anchor].records, rules: rules), of: anchor,
            in: metrics
          ).map {
            MetricColumn($0, of: anchor, traits: traits[$0.number], isActive: isActive, in: metrics)
          })
      } ?? []
  }

  /// A version by its name.
  func place(ofVersion name: String) -> Int? { places[name] }

  /// The latest version; where it has no metrics of its own, the greatest active one that has.
  static func anchor(of artifact: Artifact) -> Int? {
    let hasMetrics = { (version: Version) in version.records.metrics.contains(where: \.isOwn) }
    if let latest = artifact.latestIndex, hasMetrics(artifact.versions[latest]) { return latest }
    return artifact.versions.firstIndex { $0.isActive && hasMetrics($0) }
  }

  /// The entries of the headline metrics in a version's sheet.
  private static func columns(
    _ headline: [HeadlineMetric], of anchor: Int, in book: RecordBook
  ) -> [RecordSheet.Entry] {
    let entries = book.sheets[anchor].entries
    return headline.prefix(columnLimit).compactMap { metric in
      entries.first {
        book.identities.keys[$0.keys] == metric.keys && book.path(of: $0) == metric.file
      }
    }
  }
}
