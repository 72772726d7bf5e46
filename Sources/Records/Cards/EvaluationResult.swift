package import Formats

/// A result that somebody reports of a model, in a card's `model-index` (`records.md` §12.3) or in
/// `.eval_results/*.yaml` (§12.4).
package struct EvaluationResult: Hashable, Sendable {
  /// The model's name where one index tells of several models.
  package var modelName: String?

  /// The task's type, and its name where it has one.
  package var taskType: String?
  package var taskName: String?

  /// The dataset's id, and its name where it has one; nothing where a card does not say it.
  package var datasetType: String?
  package var datasetName: String?
  package var datasetConfig: String?
  package var datasetSplit: String?
  package var datasetRevision: String?
  package var metricType: String?
  package var metricName: String?

  /// A number, a text such as `87.5 ± 1.2`, or a map of several.
  package var value: DataValue

  /// Whether the card says that the Hub verified it.
  package var isVerified = false
  package var sourceName: String?

  /// As written: it may be of any scheme, or none.
  package var sourceAddress: String?

  /// As written.
  package var date: String?
  package var notes: String?

  /// Makes a result of which only the value is known.
  package init(value: DataValue) {
    self.value = value
  }
}
