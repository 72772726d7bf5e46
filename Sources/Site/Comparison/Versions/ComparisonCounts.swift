/// What a comparison comes to, in a few words.
enum ComparisonCounts {
  /// `auc better, loss worse; 2 params and 1 input differ`: of the versions beside the baseline taken
  /// together.
  static func words(_ comparison: VersionComparison) -> String {
    var parts: [String] = []
    for section in comparison.sections where section.kind != .facts {
      let counts = section.counts
      guard counts.all > 0 else { continue }
      parts.append(
        counts.different == 0
          ? "no \(section.noun) differs"
          : "\(counts.different) of \(CountText.of(counts.all, section.noun)) "
            + (counts.different == 1 ? "differs" : "differ"))
    }
    guard let first = parts.first else { return "Nothing was logged to compare." }
    return first.prefix(1).uppercased() + first.dropFirst()
      + parts.dropFirst().map { ", \($0)" }.joined() + "."
  }

  /// How many metrics of a version are better and worse than the baseline's.
  static func verdict(
    of column: Int, in comparison: VersionComparison
  ) -> (
    better: Int, worse: Int
  ) {
    var counts = (better: 0, worse: 0)
    for section in comparison.sections where section.kind == .metrics {
      for row in section.rows {
        if case .difference(_, let isBetter?) = row.cells[column].change {
          if isBetter { counts.better += 1 } else { counts.worse += 1 }
        }
      }
    }
    return counts
  }
}
