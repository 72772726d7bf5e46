import Mustache

/// A row of a comparison on a page.
struct ComparisonRow: TemplateModel {
  let name: MetricsName

  /// A cell for each version; of rows without a difference only one.
  let cells: [ComparisonCell]

  init(
    _ row: ComparedRow, _ kind: ComparedSection.Kind, baseline: Int, name: String,
    hasChanges: Bool, isEqual: Bool
  ) {
    var text = MetricsName(row.title)
    text.title = row.title == row.label ? nil : row.label
    (text.direction, text.words) = (row.traits?.direction, row.traits?.directionWords)
    self.name = text
    let shown = isEqual ? Array(row.cells[baseline...baseline]) : row.cells
    cells = shown.enumerated().map { index, cell in
      ComparisonCell(
        cell, in: row, kind, baseline: name, hasChanges: hasChanges && index != baseline)
    }
  }

  static let fields: [TemplateField<Self>] = [
    .record("name") { $0.name },
    .list("cells") { $0.cells },
  ]
}

/// What a version has in a row, and how that differs from the baseline.
struct ComparisonCell: TemplateModel {
  let value: MetricsCell?
  let hash: HashText?
  let isBest: Bool

  /// Whether the difference has a column of its own beside the value.
  let hasChanges: Bool
  let change: ComparisonWords?
  let title: String?

  init(
    _ cell: ComparedCell, in row: ComparedRow, _ kind: ComparedSection.Kind, baseline: String,
    hasChanges: Bool
  ) {
    hash = cell.hash.map(HashText.init)
    if hash != nil {
      value = nil
    } else if let value = cell.value {
      self.value =
        kind == .metrics
        ? MetricsCell(
          value, format: row.format ?? NumberFormat(of: []), unit: row.traits?.unit)
        : MetricsCell(asWritten: value)
    } else {
      value = MetricsCell(absent: cell.absence?.words(kind) ?? "")
    }
    isBest = cell.isBest
    self.hasChanges = hasChanges
    change = hasChanges ? ComparisonWords(cell.change, in: row, baseline: baseline) : nil
    title = change?.verdict == nil ? nil : row.traits?.directionWords
  }

  static let fields: [TemplateField<Self>] = [
    .record("value") { $0.value },
    .record("hash") { $0.hash },
    .flag("best") { $0.isBest },
    .flag("changes") { $0.hasChanges },
    .text("sign") { $0.change?.sign },
    .text("verdict") { $0.change?.verdict },
    .text("spoken") { $0.change?.spoken },
    .text("title") { $0.title },
  ]
}
