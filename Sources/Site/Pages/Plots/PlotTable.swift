import Mustache
import Records

/// The data of a plot as a table: what stands in the files, value by value.
struct PlotTable: TemplateModel {
  let columns: [String]

  /// Nothing where a file has no value.
  let rows: [[String?]]

  /// The rows that a page shows.
  static let rowLimit = 200

  /// How often a class was taken for a class, in one run.
  struct Counts {
    let name: String
    let pairs: [(actual: String, predicted: String)]
  }

  /// A column for each run where all have the same values along x, else the runs below each other.
  init(_ runs: [PlotValues.Run], xTitle: String, yTitle: String) {
    if let first = runs.first, runs.allSatisfy({ $0.rows.x == first.rows.x }) {
      columns = [xTitle] + (runs.count == 1 ? [yTitle] : runs.map(\.name))
      rows = first.rows.x.indices.map { row in
        [first.rows.x[row]] + runs.map { $0.rows.y[row] }
      }
    } else {
      columns = ["Series", xTitle, yTitle]
      rows = runs.flatMap { run in zip(run.rows.x, run.rows.y).map { [run.name, $0, $1] } }
    }
  }

  /// How often each pair is there, the most frequent first.
  init(_ counts: [Counts], actualTitle: String, predictedTitle: String) {
    let isOne = counts.count == 1
    columns = (isOne ? [] : ["Series"]) + [actualTitle, predictedTitle, "Count"]
    rows = counts.flatMap { counts in
      let groups = Dictionary(grouping: counts.pairs) { [$0.actual, $0.predicted] }
      let sorted = groups.sorted { one, other in
        one.value.count != other.value.count
          ? one.value.count > other.value.count
          : one.key.lexicographicallyPrecedes(other.key)
      }
      return sorted.map { (isOne ? [] : [counts.name]) + $0.key + [String($0.value.count)] }
    }
  }

  /// All rows as they are, separated by commas (RFC 4180).
  var csv: [UInt8] {
    var bytes: [UInt8] = []
    for row in [columns.map { $0 as String? }] + rows {
      for (index, cell) in row.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.append(cell ?? "", to: &bytes)
      }
      bytes += [0x0D, 0x0A]
    }
    return bytes
  }

  private static func append(_ cell: String, to bytes: inout [UInt8]) {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else {
      bytes += cell.utf8
      return
    }
    bytes.append(0x22)
    for byte in cell.utf8 {
      if byte == 0x22 { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  static let fields: [TemplateField<Self>] = [
    .texts("columns") { $0.columns },
    .list("rows") { $0.rows.prefix(rowLimit).map(PlotTableRow.init) },
  ]
}

/// A row of a plot's table.
struct PlotTableRow: TemplateModel {
  let cells: [String?]

  static let fields: [TemplateField<Self>] = [
    .texts("cells") { $0.cells.map { $0.map { SiteText.singleLine($0, limit: 200) } ?? "–" } }
  ]
}
