import Registry

/// A comparison as Markdown, such as for a pull request: tables of what differs, and how much doesn't.
package enum ComparisonMarkdown {
  /// GitHub's Markdown. Whatever comes from repositories stands as code, so that it can neither mention
  /// anybody nor become markup.
  package static func text(of comparison: VersionComparison) -> String {
    let labels = comparison.columns.map(\.label)
    var lines = ["# " + title(of: comparison), ""]
    lines.append(
      "Compared with \(code(labels[comparison.baseline])). \(ComparisonCounts.words(comparison))")
    for section in comparison.sections {
      lines.append("")
      lines.append("## \(section.title)")
      lines.append("")
      lines += table(of: section, comparison, labels)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func title(of comparison: VersionComparison) -> String {
    let columns = comparison.columns
    let models = Set(columns.map { [$0.repository.id, $0.artifact.name] })
    let names = columns.map { code($0.label) }.joined(separator: ", ")
    guard models.count == 1, let first = columns.first else { return names }
    return "\(code(first.artifact.name)): \(names)"
  }

  private static func table(
    of section: ComparedSection, _ comparison: VersionComparison, _ labels: [String]
  ) -> [String] {
    let counts = section.counts
    let same = counts.all - counts.different
    let rest =
      same == 0 ? [] : ["\(CountText.of(same, section.noun)) \(same == 1 ? "is" : "are") equal."]
    guard counts.different > 0 else {
      return rest.isEmpty ? ["Nothing to compare."] : rest
    }
    let isNumeric = section.kind == .metrics
    let hasFiles = section.groups.contains { $0.file != nil }
    var lines = [
      line((hasFiles ? ["File"] : []) + [capitalized(section.noun)] + labels.map(code)),
      line((hasFiles ? ["---"] : []) + ["---"] + labels.map { _ in isNumeric ? "---:" : "---" }),
    ]
    for group in section.groups {
      for row in group.rows where row.isDifferent {
        let name = code(row.title) + (row.traits?.direction.map(arrow) ?? "")
        let cells = row.cells.map { cell in
          text(of: cell, row, section.kind, labels[comparison.baseline])
        }
        lines.append(line((hasFiles ? [code(group.file ?? "")] : []) + [name] + cells))
      }
    }
    return lines + (rest.isEmpty ? [] : [""] + rest)
  }

  private static func text(
    of cell: ComparedCell, _ row: ComparedRow, _ kind: ComparedSection.Kind, _ baseline: String
  ) -> String {
    let isNumber = cell.value?.number != nil && row.traits != nil
    var text =
      cell.text(in: row).map { isNumber ? $0 : code($0) }
      ?? "– (\(cell.absence?.words(kind) ?? "no value"))"
    if cell.isBest { text = "**\(text)** ★" }
    if cell.value != nil, let words = ComparisonWords(cell.change, in: row, baseline: baseline),
      cell.change != .other
    {
      text += " (\(words.sign)\(words.verdict.map { ", \($0)" } ?? ""))"
    }
    return text
  }

  private static func arrow(_ direction: BetterDirection) -> String {
    direction == .higher ? " ↑" : " ↓"
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  /// Text as code of one line, whatever it holds, fit for a cell of a table.
  static func code(_ text: String) -> String {
    let line = SiteText.singleLine(text, limit: 500)
    guard !line.isEmpty else { return "" }
    var (longest, run) = (0, 0)
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    guard line.utf8.contains(UInt8(ascii: "|")) else { return fence + pad + line + pad + fence }
    var escaped = ""
    for character in line { escaped += character == "|" ? "\\|" : String(character) }
    return fence + pad + escaped + pad + fence
  }
}
