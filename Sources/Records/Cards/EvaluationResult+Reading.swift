import Formats

extension EvaluationResult {
  /// Whether anything is known of the dataset.
  var hasDataset: Bool { datasetType != nil || datasetName != nil }

  /// Takes `{type, name}` of a task, which are often confused, or the type alone.
  mutating func takeTask(_ task: DataValue) {
    guard task.members != nil else {
      taskType = task.resultText
      return
    }
    taskType = task["type"]?.resultText
    taskName = task["name"]?.resultText
    guard let type = taskType, let name = taskName, !Self.isTask(type), Self.isTask(name) else {
      return
    }
    (taskType, taskName) = (name, type)
  }

  /// Whether a text has the form of a task's id: small letters, digits and dashes.
  private static func isTask(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
  }

  /// Takes a dataset, or its id alone.
  mutating func takeDataset(_ dataset: DataValue) {
    guard dataset.members != nil else {
      datasetType = dataset.resultText
      return
    }
    datasetType = dataset["type"]?.resultText
    datasetName = dataset["name"]?.resultText
    datasetConfig = dataset["config"]?.resultText
    datasetSplit = dataset["split"]?.resultText
    datasetRevision = dataset["revision"]?.resultText
  }

  /// Takes `{name, url}`, or one of them alone.
  mutating func takeSource(_ source: DataValue) {
    guard source.members == nil else {
      sourceName = source["name"]?.resultText
      sourceAddress = source["url"]?.resultAddress
      return
    }
    guard let text = source.resultText else { return }
    if text.hasPrefix("https://") || text.hasPrefix("http://") {
      sourceAddress = source.resultAddress
    } else {
      sourceName = text
    }
  }

  /// The result with a metric of its own; nothing where that has no name or no value.
  func with(
    metric: DataValue, at place: String, _ found: inout EvaluationProblems
  ) -> EvaluationResult? {
    var result = self
    result.metricType = metric["type"]?.resultText
    result.metricName = metric["name"]?.resultText
    guard result.metricType != nil || result.metricName != nil else {
      found.note(.noMetric, at: place)
      return nil
    }
    guard let value = metric["value"]?.resultValue else {
      found.note(.noValue, at: place)
      return nil
    }
    result.value = value
    result.isVerified = metric["verified"] == .bool(true)
    return result
  }
}
