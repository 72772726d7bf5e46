import Mustache
import Records

/// The metrics of a version beside those of the version before and of the one in production.
struct MetricsSection: TemplateModel {
  let table: MetricsTable?
  let unavailable: [UnavailableFile]

  /// Rows beyond those that a page shows at once, and those of other pipelines.
  let folds: [MetricsFold]

  /// What there is to say of production.
  let note: String?

  /// How many metrics are hidden by the configuration, or are none.
  let hidden: Int

  /// How many rows are left to the version's document.
  let left: Int

  /// Rows that are seen at once, and rows that a page may have.
  static let (shownLimit, limit) = (200, 1000)

  init(at index: Int, in scope: ModelScope, link: SiteLinker) {
    let baselines = MetricsBaselines(at: index, in: scope, link: link)
    let records = scope.records
    let comparison = RecordComparison(
      index, with: baselines.all.map(\.place), earlier: baselines.earlier, in: records.metrics)
    let builder = Builder(
      index: index, records: records, baselines: baselines.all)
    let own = builder.table(comparison.groups.filter(\.isOwn), caption: "Metrics as a table")
    let others = builder.table(
      comparison.groups.filter { !$0.isOwn }, caption: "Other metrics of this commit")
    let missing = records.metrics.sheets[index].unavailable
    unavailable = missing.filter(\.isOwn).map(UnavailableFile.init)
    let parts = RecordFolds(
      own, others, otherFiles: missing.filter { !$0.isOwn }, noun: "metric", limit: Self.limit)
    (table, folds, left) = (parts.table, parts.folds, parts.left)
    hidden = comparison.groups.lazy.flatMap(\.rows).count {
      $0.value != nil && records.traits[$0.number].isHidden
    }
    note = table == nil ? nil : baselines.production
  }

  static let fields: [TemplateField<Self>] = [
    .record("table") { $0.table },
    .flag("has_unavailable") { !$0.unavailable.isEmpty },
    .list("unavailable") { $0.unavailable },
    .list("folds") { $0.folds },
    .text("note") { $0.note },
    .text("hidden") { $0.hidden > 0 ? CountText.of($0.hidden, "metric") : nil },
    .text("left") { $0.left > 0 ? CountText.of($0.left, "more metric") : nil },
    .flag("empty") { $0.table == nil && $0.unavailable.isEmpty && $0.folds.isEmpty },
  ]

  /// Makes rows.
  private struct Builder {
    let index: Int
    let records: ModelRecords
    let baselines: [MetricsBaselines.Baseline]

    func table(_ groups: [RecordComparison.Group], caption: String) -> MetricsTable {
      let identities = records.metrics.identities
      return MetricsTable(
        caption: caption, noun: "Metric", isOfNumbers: true, baselines: baselines,
        groups: groups.compactMap { group in
          let shown = group.rows.filter { !records.traits[$0.number].isHidden }
          guard !shown.isEmpty else { return nil }
          return MetricsTable.Group(
            file: SiteText.singleLine(identities.files[group.file]), isPresent: group.isPresent,
            span: baselines.count + 2, rows: rows(shown, of: group))
        })
    }

    private func rows(
      _ rows: [RecordComparison.Row], of group: RecordComparison.Group
    ) -> [MetricsTable.Row] {
      var formats = rows.map { row in
        NumberFormat(
          of: (row.baselines + [row.value]).compactMap { $0?.finite },
          isPercent: records.traits[row.number].isPercent)
      }
      NumberFormat.align(&formats)
      return zip(rows, formats).map { row($0, of: group, format: $1) }
    }

    private func row(
      _ row: RecordComparison.Row, of group: RecordComparison.Group, format: NumberFormat
    ) -> MetricsTable.Row {
      let (traits, identities) = (
        records.traits[row.number], records.metrics.identities
      )
      let label = identities.labels[row.number]
      var name = MetricsName(traits.title.map { SiteText.singleLine($0, limit: 200) } ?? label)
      name.title = traits.title == nil ? nil : label
      (name.direction, name.words) = (traits.direction, traits.directionWords)
      let sides = records.metrics.sides(
        of: row, in: group, at: index, since: baselines.map(\.place))
      return MetricsTable.Row(
        name: name,
        value: row.value.map { MetricsCell($0, format: format, unit: traits.unit) }
          ?? MetricsCell(missing: sides.value.reason),
        changes: zip(baselines, sides.baselines).map { baseline, old in
          MetricsChange(
            sides.value, since: old, in: baseline.name, traits: traits, format: format)
        })
    }
  }
}

/// Cuts rows into what is seen at once, what is folded, and what only the document has.
struct RecordFolds {
  let table: MetricsTable?
  let folds: [MetricsFold]
  let left: Int

  /// - Parameters:
  ///   - others: The rows of other pipelines of the same commit.
  ///   - otherFiles: Files of theirs that could not be had.
  ///   - noun: What a row is.
  ///   - limit: How many rows a page may have.
  init(
    _ own: MetricsTable, _ others: MetricsTable, otherFiles: [UnavailableRecord], noun: String,
    limit: Int
  ) {
    let (first, rest) = own.split(at: MetricsSection.shownLimit)
    table = first.isEmpty ? nil : own.with(first, caption: own.caption)
    let more = own.with(rest, caption: "More \(noun)s")
    let shownMore = more.with(
      more.split(at: limit - MetricsSection.shownLimit).first, caption: more.caption)
    let room = limit - min(own.count, limit)
    let shownOthers = others.with(others.split(at: room).first, caption: others.caption)
    var folds: [MetricsFold] = []
    if shownMore.count > 0 {
      folds.append(
        MetricsFold(
          summary: CountText.of(shownMore.count, "more \(noun)"), table: shownMore,
          unavailable: []))
    }
    if shownOthers.count > 0 || !otherFiles.isEmpty {
      folds.append(
        MetricsFold(
          summary: shownOthers.count > 0
            ? "\(CountText.of(others.count, "other \(noun)")) of this commit" : others.caption,
          table: shownOthers.count > 0 ? shownOthers : nil,
          unavailable: otherFiles.map(UnavailableFile.init)))
    }
    self.folds = folds
    left = max(0, own.count - limit) + others.count - shownOthers.count
  }
}

extension MetricsTable {
  /// The same table with other rows.
  fileprivate func with(_ groups: [Group], caption: String) -> MetricsTable {
    MetricsTable(
      caption: caption, noun: noun, isOfNumbers: isOfNumbers, baselines: baselines, groups: groups)
  }
}
