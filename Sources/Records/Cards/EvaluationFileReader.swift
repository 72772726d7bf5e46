import Formats

/// Reads a file of `.eval_results` (`records.md` §12.4).
///
/// Such results name no task and no metric: their dataset has a single one for each `task_id`, which
/// is taken for the dataset's configuration. Only the Hub can check a `verifyToken`, so that none of
/// them counts as verified.
struct EvaluationFileReader {
  private(set) var results: [EvaluationResult] = []
  private var found = EvaluationProblems()
  private let file: String

  /// Reads the document of `file`.
  init(_ document: DataValue, file: String) {
    self.file = file
    guard !document.isNothing else { return }
    guard let items = document.items else {
      found.note(document.members == nil ? .unreadable : .shape, at: "the file")
      if document.members != nil { read(document, at: "the file") }
      return
    }
    for (number, item) in items.enumerated() {
      guard results.count < CardLimits.results else {
        found.note(.cut, at: "[\(number)]")
        return
      }
      read(item, at: "[\(number)]")
    }
  }

  var problems: [RecordProblem] { found.problems(file: file) }

  private mutating func read(_ entry: DataValue, at place: String) {
    guard entry.members != nil else {
      found.note(.unreadable, at: place)
      return
    }
    guard let value = entry["value"]?.resultValue else {
      found.note(.noValue, at: place)
      return
    }
    var result = EvaluationResult(value: value)
    result.takeBenchmark(entry["dataset"] ?? .null)
    result.takeSource(entry["source"] ?? .null)
    result.sourceName = result.sourceName ?? Self.author(entry["source"])
    result.date = entry["date"]?.resultText
    result.notes = entry["notes"]?.resultText
    if !result.hasDataset { found.note(.noDataset, at: place) }
    results.append(result)
  }

  /// Who reported a result.
  private static func author(_ source: DataValue?) -> String? {
    (source?["user"] ?? source?["org"])?.resultText
  }
}

extension EvaluationResult {
  /// Takes `{id, task_id, revision}`, or the id alone.
  fileprivate mutating func takeBenchmark(_ dataset: DataValue) {
    datasetType = (dataset.members == nil ? dataset : dataset["id"] ?? .null).resultText
    datasetConfig = dataset["task_id"]?.resultText
    datasetRevision = dataset["revision"]?.resultText
  }
}
