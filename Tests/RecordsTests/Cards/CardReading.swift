import Formats

@testable import Records

extension CardMetadataReader {
  /// Reads the metadata of a card whose front matter has these lines.
  init(frontMatter: String) {
    let card = FrontMatter(Array("---\n\(frontMatter)\n---\n# Model\n".utf8))
    self.init(card.metadata ?? .null, file: "README.md")
  }

  /// Reads a card with a model index of these lines.
  init(index: String) {
    self.init(frontMatter: "model-index:\n\(index)")
  }

  /// Codes and texts of the problems.
  var problemTexts: [String] { problems.map { "\($0.code) \($0.problem)" } }
}

extension EvaluationResult {
  /// Task, dataset, metric and value, `?` for what is not known.
  var summary: String {
    let parts = [taskType ?? taskName, datasetType ?? datasetName, metricType ?? metricName]
    return parts.map { $0 ?? "?" }.joined(separator: " ") + " " + Self.text(of: value)
  }

  private static func text(of value: DataValue) -> String {
    switch value {
    case .number(let number): number.text
    case .string(let text): "“\(text)”"
    case .map(let members): members.map { "\($0.key)=\(text(of: $0.value))" }.joined(separator: ",")
    case .null, .bool, .date, .list: "unexpected"
    }
  }
}
