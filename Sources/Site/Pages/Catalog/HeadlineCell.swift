import Mustache
import Records
import Registry

/// The first metric of a model in a list of models: its value, how it changed, how it went.
struct HeadlineCell: TemplateModel {
  let name: MetricsName
  let value: MetricsCell
  let change: MetricsChange?
  let drawing: [UInt8]

  /// What the list sorts it by: the metric's name, then the value.
  var sorting = ""

  /// The value as a number, where it is one.
  let number: LoggedNumber?

  /// Nothing where no version of the model has metrics of its own.
  init?(of artifact: Artifact, settings: SiteSettings) {
    guard let anchor = ModelRecords.anchor(of: artifact),
      let metric = ModelMetrics.headline(
        of: artifact.versions[anchor].records, rules: MetricRule.all(settings.metrics)
      ).first
    else { return nil }
    let versions = artifact.versions
    let book = RecordBook(versions, of: .metrics, only: metric.keys)
    guard
      let entry = book.sheets[anchor].entries.first(where: { book.path(of: $0) == metric.file })
    else { return nil }
    let column = MetricColumn(
      entry, of: anchor, traits: metric.traits, isActive: versions.map(\.isActive), in: book)
    let latest = artifact.latestIndex ?? anchor
    let earlier = versions.indices.dropFirst(latest + 1).first { versions[$0].isActive }
    name = MetricsName(column)
    value = MetricsCell(of: latest, in: column)
    change = earlier.map { column.change(of: latest, since: $0, in: versions) }
    drawing = column.sparkline(of: versions)
    number = column.values[latest]?.finite
  }

  /// The cells of a table with what they are sorted by.
  static func ranked(_ cells: [HeadlineCell?]) -> [HeadlineCell?] {
    let order = cells.indices.filter { cells[$0]?.number != nil }.sorted { one, other in
      guard let left = cells[one]?.number, let right = cells[other]?.number else { return false }
      return left.precedes(right)
    }
    var ranked = cells
    for (rank, index) in order.enumerated() {
      let name = cells[index]?.name.text ?? ""
      ranked[index]?.sorting = "\(name) \(rank + 1)"
    }
    return ranked
  }

  static let fields: [TemplateField<Self>] = [
    .record("name") { $0.name },
    .record("value") { $0.value },
    .list("changes") { $0.change.map { [$0] } ?? [] },
    .markup("drawing") { $0.drawing },
    .text("sorting") { $0.sorting },
  ]
}
