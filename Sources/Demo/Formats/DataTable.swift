/// A table of text cells, as CSV or TSV.
struct DataTable {
  let columns: [String]
  var rows: [[String]] = []

  /// Comma-separated lines under a header.
  var csv: String { lines(separator: ",") }

  /// Tab-separated lines under a header.
  var tsv: String { lines(separator: "\t") }

  private func lines(separator: String) -> String {
    ([columns] + rows).map { $0.joined(separator: separator) }.joined(separator: "\n")
  }
}

extension DataTable {
  /// Actual and predicted classes of single items, from how often each pair occurs.
  ///
  /// The items are dealt out as a shuffled set would be, by a step that has no factor in common
  /// with their number.
  static func pairs(
    _ counts: [(actual: String, predicted: String, count: Int)]
  ) -> [(actual: String, predicted: String)] {
    let sorted = counts.flatMap { pair in
      repeatElement((actual: pair.actual, predicted: pair.predicted), count: max(pair.count, 0))
    }
    let step = [83, 89, 97].first { sorted.count % $0 != 0 } ?? 1
    return sorted.indices.map { sorted[$0 * step % sorted.count] }
  }
}
