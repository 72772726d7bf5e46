package import Formats

/// Reads what the metadata of a card says (`records.md` §12.2 and §12.3).
package struct CardMetadataReader {
  /// The fields that are understood.
  package private(set) var facts = CardFacts()

  /// In the order of the file, at most 1,000.
  package private(set) var evaluations: [EvaluationResult] = []

  /// What is wrong in the others, one per field (M020), and per kind of mistake in results (M019).
  package private(set) var problems: [RecordProblem] = []

  /// Reads a front matter, the map `metadata` of the card in `file`.
  package init(_ metadata: DataValue, file: String) {
    guard metadata.members != nil else {
      problems = [Self.noMap(metadata, file)]
      return
    }
    var fields = CardFieldReader(metadata, file: file)
    var emissions = CardFieldReader(.null, file: file)
    facts = CardFacts(&fields)
    facts.emissions = CardEmissions(&fields, &emissions, file: file)
    let index = ModelIndexReader(metadata["model-index"] ?? .null, file: file)
    facts.modelName = facts.modelName ?? index.onlyName
    evaluations = index.results
    problems = fields.problems + emissions.problems + index.problems
  }

  /// Reads a file of `.eval_results` (`records.md` §12.4).
  package init(evaluations document: DataValue, file: String) {
    let reader = EvaluationFileReader(document, file: file)
    evaluations = reader.results
    problems = reader.problems
  }

  private static func noMap(_ metadata: DataValue, _ file: String) -> RecordProblem {
    RecordProblem(
      "M002", .warning, file: file, problem: "the card's metadata is \(metadata.kind), no mapping",
      consequence: "the card's text is shown without it",
      help: "write “key: value” lines between the two “---”")
  }
}

extension CardFacts {
  /// Reads all but the emissions.
  fileprivate init(_ fields: inout CardFieldReader) {
    modelName = fields.text("model_name")
    license = fields.license()
    licenseLink = fields.address("license_link")
    languages = fields.texts("language")
    tags = fields.texts("tags")
    datasets = fields.texts("datasets")
    baseModels = fields.texts("base_model")
    baseModelRelation = fields.relation()
    library = fields.text("library_name", help: "write one id, such as transformers")
    task = fields.text("pipeline_tag", help: "write one id, such as text-classification")
    metrics = fields.texts("metrics")
    newVersion = fields.text("new_version")
  }
}

extension CardEmissions {
  /// Reads `co2_eq_emissions`, a number of grams or a map; nothing where nothing is known.
  fileprivate init?(
    _ card: inout CardFieldReader, _ fields: inout CardFieldReader, file: String
  ) {
    let key = "co2_eq_emissions"
    guard let value = card[key] else { return nil }
    guard value.members != nil else {
      guard let number = card.number(key) else { return nil }
      grams = number
      return
    }
    fields = CardFieldReader(value, file: file, prefix: "\(key).")
    grams = fields.number("emissions")
    source = fields.text("source")
    trainingType = fields.text("training_type")
    location = fields.text("geographical_location")
    hardware = fields.text("hardware_used")
    if self == CardEmissions() { return nil }
  }
}

extension CardFieldReader {
  private static let relations = ["adapter", "merge", "quantized", "finetune"]

  /// The license's id, or its name where the id only says that it is another one. Several licenses
  /// stand beside each other.
  fileprivate mutating func license() -> String? {
    let name = text("license_name")
    if (self["license"]?.items?.count ?? 0) > 1 {
      return joined(texts("license"))
    }
    let id = text("license", help: "write one id, such as apache-2.0")
    return id == nil || id?.lowercased() == "other" ? name ?? id : id
  }

  private func joined(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: ", ")
  }

  fileprivate mutating func relation() -> String? {
    guard let word = text("base_model_relation")?.lowercased() else { return nil }
    if Self.relations.contains(word) { return word }
    note(
      "base_model_relation", "“base_model_relation” is none of its words", "the field is left out",
      help: "one of \(Self.relations.joined(separator: ", "))")
    return nil
  }
}
