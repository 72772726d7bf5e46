import Formats

/// Reads `model-index` (`records.md` §12.3), of which people write many variants: whatever in it can
/// be understood is taken.
struct ModelIndexReader {
  private(set) var results: [EvaluationResult] = []

  /// The names of models, each once.
  private var names: [String] = []
  private var knownNames: Set<String> = []
  private var found = EvaluationProblems()
  private let file: String

  /// Reads the index of the card at `file`.
  init(_ index: DataValue, file: String) {
    self.file = file
    for (place, model) in Self.models(in: index, &found) {
      guard results.count < CardLimits.results else {
        found.note(.cut, at: place)
        break
      }
      read(model, at: place)
    }
    if names.count < 2 {
      for place in results.indices { results[place].modelName = nil }
    }
  }

  /// The name of the model, where the index has one and only one.
  var onlyName: String? { names.count == 1 ? names.first : nil }

  var problems: [RecordProblem] { found.problems(file: file) }

  /// The models with their places: of a list, of a map that is a model, or of a map by their names.
  private static func models(
    in index: DataValue, _ found: inout EvaluationProblems
  ) -> [(place: String, model: DataValue)] {
    let name = "model-index"
    if let items = index.items {
      return items.prefix(CardLimits.results + 1).enumerated().map { ("\(name)[\($0)]", $1) }
    }
    guard !index.isNothing else { return [] }
    guard let members = index.members else {
      found.note(.unreadable, at: name)
      return []
    }
    found.note(.shape, at: name)
    if index["results"] != nil || index["name"] != nil { return [(name, index)] }
    return members.prefix(CardLimits.results).map { member in
      (name, .map([DataMember("name", .string(member.key))] + (member.value.members ?? [])))
    }
  }

  private mutating func read(_ model: DataValue, at place: String) {
    guard model.members != nil else {
      if !model.isNothing { found.note(.unreadable, at: place) }
      return
    }
    let name = model["name"]?.resultText
    if let name, knownNames.insert(name).inserted { names.append(name) }
    let written = model["results"] ?? .null
    if written.members?.isEmpty == false { found.note(.shape, at: "\(place).results") }
    let items = written.items ?? (written.isNothing ? [] : [written])
    for (number, result) in items.enumerated() {
      let resultPlace = "\(place).results[\(number)]"
      guard results.count < CardLimits.results else {
        found.note(.cut, at: resultPlace)
        return
      }
      read(result, of: name, at: resultPlace)
    }
  }

  /// A result stands for one of ours per metric.
  private mutating func read(_ result: DataValue, of model: String?, at place: String) {
    guard result.members != nil else {
      found.note(.unreadable, at: place)
      return
    }
    var common = EvaluationResult(value: .null)
    common.modelName = model
    common.takeTask(result["task"] ?? .null)
    common.takeDataset(result["dataset"] ?? .null)
    common.takeSource(result["source"] ?? .null)
    let metrics = metrics(of: result, at: place)
    if metrics.isEmpty, result["metrics"]?.items == nil { found.note(.noMetric, at: place) }
    var isShown = false
    for metric in metrics {
      guard results.count < CardLimits.results else {
        found.note(.cut, at: place)
        break
      }
      guard let reading = common.with(metric: metric, at: place, &found) else { continue }
      results.append(reading)
      isShown = true
    }
    if isShown, !common.hasDataset { found.note(.noDataset, at: place) }
  }

  /// The metrics of a list, of a map that is one, or of a map of numbers by their names.
  private mutating func metrics(of result: DataValue, at place: String) -> [DataValue] {
    guard let written = result["metrics"], !written.isNothing else { return [] }
    guard let members = written.members else { return written.items ?? [] }
    found.note(.shape, at: "\(place).metrics")
    guard written["value"] == nil, written["type"] == nil else { return [written] }
    return members.prefix(CardLimits.results).map { member in
      .map([DataMember("type", .string(member.key)), DataMember("value", member.value)])
    }
  }
}
