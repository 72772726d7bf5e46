import Site

/// A comparison as lines of a terminal.
struct ComparisonLines {
  let comparison: PlainComparison
  let isColored: Bool

  var lines: [String] {
    [TerminalText.safe(comparison.headline)] + comparison.sections.flatMap(lines)
  }

  private func lines(of section: PlainComparison.Section) -> [String] {
    var lines = ["", styled(TerminalText.safe(section.title), "1")]
    let rows = section.rows.map { row in row.map { TerminalText.safe($0.text) } }
    let count = rows.map(\.count).max() ?? 0
    // A row of one cell names a file, and may be wider than the column below it.
    let widths = (0..<count).map { column in
      rows.lazy.filter { $0.count > 1 }.map { $0[column].count }.max() ?? 0
    }
    for (cells, texts) in zip(section.rows, rows) {
      var parts: [String] = []
      for (index, (cell, text)) in zip(cells, texts).enumerated() {
        let isLast = index == cells.count - 1
        let blanks = String(
          repeating: " ", count: cells.count == 1 ? 0 : max(0, widths[index] - text.count))
        let shown = styled(text, Self.codes[cell.tone])
        parts.append(cell.isNumber ? blanks + shown : isLast ? shown : shown + blanks)
      }
      var line = "  " + parts.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      lines.append(line)
    }
    if let note = section.note { lines.append("  " + styled(TerminalText.safe(note), "2")) }
    return lines
  }

  private static let codes: [PlainComparison.Tone: String] = [
    .better: "32", .worse: "31", .muted: "2",
  ]

  private func styled(_ text: String, _ code: String?) -> String {
    guard isColored, let code, !text.isEmpty else { return text }
    return "\u{1b}[\(code)m\(text)\u{1b}[0m"
  }
}
