/// A comparison for spreadsheets: a line for each row, with all digits.
package enum ComparisonCSV {
  /// UTF-8 with CRLF line ends, as RFC 4180 wants it.
  ///
  /// A cell that a spreadsheet would calculate begins with an apostrophe (`bad-input.md`, C010);
  /// numbers don't, negative ones among them.
  package static func bytes(of comparison: VersionComparison) -> [UInt8] {
    var csv: [UInt8] = []
    append(head(of: comparison), to: &csv)
    for section in comparison.sections {
      for group in section.groups {
        for row in group.rows { append(cells(of: row, group, section.kind, comparison), to: &csv) }
      }
    }
    return csv
  }

  private static func head(of comparison: VersionComparison) -> [String] {
    let labels = comparison.columns.map(\.label)
    let others = labels.indices.filter { $0 != comparison.baseline }
    return ["section", "file", "key", "differs", "better"] + labels
      + others.flatMap { ["\(labels[$0]) change", "\(labels[$0]) verdict"] } + ["best"]
  }

  private static func cells(
    of row: ComparedRow, _ group: ComparedSection.Group, _ kind: ComparedSection.Kind,
    _ comparison: VersionComparison
  ) -> [String] {
    let direction = row.traits?.direction.map { $0 == .higher ? "higher" : "lower" } ?? ""
    let values = row.cells.map { cell in
      cell.raw ?? "(\(cell.absence?.words(kind) ?? "no value"))"
    }
    let others = row.cells.indices.filter { $0 != comparison.baseline }
    let changes = others.flatMap { index in
      [row.cells[index].difference ?? "", row.cells[index].changeWord ?? ""]
    }
    let best = row.cells.indices.filter { row.cells[$0].isBest }
      .map { comparison.columns[$0].label }.joined(separator: " ")
    return [kind.rawValue, group.file ?? "", row.label, row.isDifferent ? "yes" : "no", direction]
      + values + changes + [best]
  }

  private static func append(_ cells: [String], to csv: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { csv.append(UInt8(ascii: ",")) }
      append(guarded(cell), to: &csv)
    }
    csv += "\r\n".utf8
  }

  private static func guarded(_ cell: String) -> String {
    guard let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first),
      DecimalNumber(cell) == nil, cell != "-Infinity"
    else { return cell }
    return "'" + cell
  }

  private static func append(_ cell: String, to csv: inout [UInt8]) {
    guard cell.utf8.contains(where: { ",\"\r\n".utf8.contains($0) }) else {
      csv += cell.utf8
      return
    }
    csv.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { csv.append(byte) }
      csv.append(byte)
    }
    csv.append(UInt8(ascii: "\""))
  }
}
