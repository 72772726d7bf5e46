/// What is wrong with results, each kind of mistake once with the number of results that have it
/// (`bad-input.md`, M019).
struct EvaluationProblems {
  /// In the order in which they are told.
  enum Kind: CaseIterable {
    /// What holds the results is of another shape, but could be read.
    case shape
    case unreadable
    case noMetric
    case noValue
    case noDataset
    case cut
  }

  private var counts: [Kind: Int] = [:]

  /// Where the first one of each kind is, as `model-index[0].results[3]`.
  private var places: [Kind: String] = [:]

  /// Counts a mistake.
  mutating func note(_ kind: Kind, at place: String) {
    counts[kind, default: 0] += 1
    if places[kind] == nil { places[kind] = place }
  }

  /// The problems of a file.
  func problems(file: String) -> [RecordProblem] {
    Kind.allCases.compactMap { kind in
      guard let count = counts[kind], let place = places[kind] else { return nil }
      let others = count > 1 ? ", and so are \(count - 1) more" : ""
      return RecordProblem(
        "M019", .warning, file: file, problem: "\(place) \(kind.problem)\(others)",
        consequence: kind.consequence, help: kind.help)
    }
  }
}

extension EvaluationProblems.Kind {
  fileprivate var problem: String {
    switch self {
    case .shape: "is not in the list that it should be in"
    case .unreadable: "is no result"
    case .noMetric: "is without a metric"
    case .noValue: "is without a value that can be shown"
    case .noDataset: "is without a dataset"
    case .cut: "is beyond the first \(CardLimits.results) results"
    }
  }

  fileprivate var consequence: String {
    switch self {
    case .shape: "it is read all the same; other tools may refuse it"
    case .unreadable, .noMetric, .noValue: "it is left out; the other results are shown"
    case .noDataset: "it is shown with an unknown dataset; the Hugging Face Hub refuses the card"
    case .cut: "it is left out"
    }
  }

  fileprivate var help: String {
    switch self {
    case .shape: "begin each model, result and metric with “- ”"
    case .unreadable, .noMetric: "write task, dataset and metrics with type and value"
    case .noValue: "write a number, a text or a mapping of numbers as value"
    case .noDataset: "write dataset with type and name"
    case .cut: "keep results in files that metrics are read of"
    }
  }
}
