import Mustache
import Records

/// The params of a version, those first that differ from the version before.
struct ParamsSection: TemplateModel {
  let table: MetricsTable?
  let unavailable: [UnavailableFile]

  /// What stayed the same, rows beyond those that a page shows at once, and those of other pipelines.
  let folds: [MetricsFold]

  /// What stands in place of rows where nothing differs.
  let note: String?
  let left: Int

  /// So many unchanged params need no fold.
  private static let unfoldedLimit = 10

  /// Nothing where neither this version nor the one before has any.
  init?(at index: Int, in scope: ModelScope, link: SiteLinker) {
    let baselines = MetricsBaselines(at: index, in: scope, link: link)
    let book = scope.records.params
    let sheet = book.sheets[index]
    let comparison = RecordComparison(
      index, with: baselines.all.map(\.place), earlier: baselines.earlier, in: book)
    guard !comparison.groups.isEmpty || !sheet.unavailable.isEmpty else { return nil }
    let own = comparison.groups.filter(\.isOwn)
    let same = own.map { $0.keeping { !$0.hasChanged } }
    let isFolded =
      same.reduce(0) { $0 + $1.rows.count } > Self.unfoldedLimit
      && !baselines.all.isEmpty
    let changed = own.map { $0.keeping(\.hasChanged) }
    let builder = Builder(index: index, book: book, baselines: baselines.all)
    // Changed ones come first in any case.
    var first = builder.table(baselines.all.isEmpty ? own : changed, caption: "Params as a table")
    if !baselines.all.isEmpty, !isFolded {
      first.groups += builder.table(same, caption: "").groups.map { $0.unchanged }
    }
    let parts = RecordFolds(
      first,
      builder.table(
        comparison.groups.filter { !$0.isOwn }, caption: "Other params of this commit"),
      otherFiles: sheet.unavailable.filter { !$0.isOwn }, noun: "param",
      limit: MetricsSection.limit)
    let unchanged = builder.table(isFolded ? same : [], caption: "Unchanged params")
    let room = max(0, MetricsSection.limit - (parts.table?.count ?? 0))
    let fold = MetricsFold(
      summary: CountText.of(unchanged.count, "unchanged param"),
      table: MetricsTable(
        caption: unchanged.caption, noun: unchanged.noun, isOfNumbers: false,
        baselines: unchanged.baselines,
        groups: unchanged.split(at: room).first), unavailable: [])
    table = parts.table
    unavailable = sheet.unavailable.filter(\.isOwn).map(UnavailableFile.init)
    folds = (isFolded ? [fold] : []) + parts.folds
    note =
      isFolded && parts.table == nil
      ? "No param differs from \(baselines.all.map(\.name).joined(separator: " or "))." : nil
    left = parts.left + max(0, unchanged.count - room)
  }

  /// Whether two values are one, written alike or not: 0.10 is 0.1, but a text is no number.
  static func isSame(_ one: LoggedValue, _ other: LoggedValue) -> Bool {
    if let left = one.number, let right = other.number, left.isText != right.isText {
      return false
    }
    return ValueChange(from: one, to: other) == .unchanged
  }

  static let fields: [TemplateField<Self>] = [
    .record("table") { $0.table },
    .flag("has_unavailable") { !$0.unavailable.isEmpty },
    .list("unavailable") { $0.unavailable },
    .list("folds") { $0.folds },
    .text("note") { $0.note },
    .text("left") { $0.left > 0 ? CountText.of($0.left, "more param") : nil },
  ]

  /// Makes rows.
  private struct Builder {
    let index: Int
    let book: RecordBook
    let baselines: [MetricsBaselines.Baseline]

    func table(_ groups: [RecordComparison.Group], caption: String) -> MetricsTable {
      let identities = book.identities
      return MetricsTable(
        caption: caption, noun: "Param", isOfNumbers: false, baselines: baselines,
        groups: groups.filter { !$0.rows.isEmpty }.map { group in
          MetricsTable.Group(
            file: SiteText.singleLine(identities.files[group.file]), isPresent: group.isPresent,
            span: baselines.count + 2, rows: group.rows.map { row($0, of: group) })
        })
    }

    private func row(
      _ row: RecordComparison.Row, of group: RecordComparison.Group
    ) -> MetricsTable.Row {
      let identities = book.identities
      let sides = book.sides(
        of: row, in: group, at: index, since: baselines.map(\.place))
      return MetricsTable.Row(
        name: MetricsName(identities.labels[row.number]),
        value: row.value.map(MetricsCell.init(asWritten:))
          ?? MetricsCell(missingParam: sides.value.reason),
        changes: zip(baselines, sides.baselines).map { baseline, old in
          MetricsChange(param: sides.value, since: old, in: baseline.name)
        })
    }
  }
}

extension RecordComparison.Group {
  /// The same file with only some of its rows.
  fileprivate func keeping(_ isKept: (RecordComparison.Row) -> Bool) -> Self {
    var group = self
    group.rows = rows.filter(isKept)
    return group
  }
}

extension RecordComparison.Row {
  /// Whether it differs from the first version that it is compared with.
  fileprivate var hasChanged: Bool {
    guard let first = baselines.first else { return false }
    guard let before = first, let value else { return true }
    return !ParamsSection.isSame(before, value)
  }
}
