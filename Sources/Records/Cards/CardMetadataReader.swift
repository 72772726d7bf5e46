package import Formats

/// Reads what the metadata of a card says (`records.md` §12.2 and §12.3).
package struct CardMetadataReader {
  /// The fields that are understood.
  package private(set) var facts = CardFacts()
  package private(set) var evaluations: [EvaluationResult] = []

  /// What is wrong in the others, one per field.
  package private(set) var problems: [RecordProblem] = []

  /// Reads a front matter, the map `metadata` of the card in `file`.
  package init(_ metadata: DataValue, file: String) {}

  /// Reads a file of `.eval_results` (`records.md` §12.4).
  package init(evaluations document: DataValue, file: String) {}
}
