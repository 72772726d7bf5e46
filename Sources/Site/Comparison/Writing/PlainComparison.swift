/// A comparison as tables of plain text, for terminals.
package struct PlainComparison: Sendable {
  /// What a piece of text is, so that a terminal may colour it.
  package enum Tone: Sendable { case plain, better, worse, muted }

  /// A piece of text in a table.
  package struct Cell: Sendable {
    package let text: String
    package let tone: Tone

    /// Whether it stands at the right edge of its column.
    package let isNumber: Bool

    fileprivate init(_ text: String, _ tone: Tone = .plain, isNumber: Bool = false) {
      (self.text, self.tone, self.isNumber) = (text, tone, isNumber)
    }
  }

  /// The rows of one kind.
  package struct Section: Sendable {
    package let title: String

    /// The head and the rows, each with the same number of cells; a row of one cell names a file.
    package fileprivate(set) var rows: [[Cell]] = []

    /// What there is to say besides.
    package let note: String?
  }

  /// What is compared, and what that comes to.
  package let headline: String
  package let sections: [Section]

  /// Lays out a comparison; rows without a difference only where they are asked for.
  package init(_ comparison: VersionComparison, showsEqual: Bool) {
    let labels = comparison.columns.map(\.label)
    headline =
      "\(labels.joined(separator: ", ")) compared with \(labels[comparison.baseline]). "
      + ComparisonCounts.words(comparison)
    sections = comparison.sections.map {
      Self.section($0, comparison, labels, showsEqual: showsEqual)
    }
  }

  private static func section(
    _ section: ComparedSection, _ comparison: VersionComparison, _ labels: [String],
    showsEqual: Bool
  ) -> Section {
    let counts = section.counts
    let same = counts.all - counts.different
    let note =
      showsEqual || same == 0
      ? nil : "\(CountText.of(same, section.noun)) without a difference"
    var made = Section(title: section.title, note: note)
    let hasChanges = section.kind == .metrics || section.kind == .params
    for group in section.groups {
      let rows = group.rows.filter { showsEqual || $0.isDifferent }
      guard !rows.isEmpty else { continue }
      if made.rows.isEmpty {
        made.rows.append(head(section, labels, baseline: comparison.baseline, hasChanges))
      }
      if let file = group.file { made.rows.append([Cell(file, .muted)]) }
      made.rows += rows.map {
        row(
          $0, section.kind, labels[comparison.baseline], baseline: comparison.baseline, hasChanges)
      }
    }
    return made
  }

  private static func head(
    _ section: ComparedSection, _ labels: [String], baseline: Int, _ hasChanges: Bool
  ) -> [Cell] {
    let isNumber = section.kind == .metrics
    return [Cell(section.noun, .muted)]
      + labels.enumerated().flatMap { index, label in
        [Cell(label, .muted, isNumber: isNumber)]
          + (hasChanges && index != baseline ? [Cell("")] : [])
      }
  }

  private static func row(
    _ row: ComparedRow, _ kind: ComparedSection.Kind, _ name: String, baseline: Int,
    _ hasChanges: Bool
  ) -> [Cell] {
    let arrow = row.traits?.direction.map { $0 == .higher ? " ↑" : " ↓" } ?? ""
    let cells = row.cells.enumerated().flatMap { index, cell -> [Cell] in
      let text = cell.text(in: row, limit: 60).map { SiteText.singleLine($0) }
      let value = Cell(
        (text ?? "– \(cell.absence?.words(kind) ?? "no value")") + (cell.isBest ? " ★" : ""),
        text == nil ? .muted : .plain, isNumber: kind == .metrics)
      guard hasChanges, index != baseline else { return [value] }
      return [value, change(cell, in: row, name)]
    }
    return [Cell(SiteText.singleLine(row.title, limit: 100) + arrow)] + cells
  }

  private static func change(_ cell: ComparedCell, in row: ComparedRow, _ name: String) -> Cell {
    guard let words = ComparisonWords(cell.change, in: row, baseline: name) else {
      return Cell("")
    }
    let tone: Tone = words.verdict.map { $0 == "better" ? .better : .worse } ?? .muted
    return Cell(words.sign + (words.verdict.map { " \($0)" } ?? ""), tone)
  }
}
