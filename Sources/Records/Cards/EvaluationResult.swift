package import Formats

/// A result that somebody reports of a model, in a card's `model-index` (`records.md` §12.3) or in
/// `.eval_results/*.yaml` (§12.4).
package struct EvaluationResult: Hashable, Sendable {
  /// The task's type, and its name where it has one.
  package var taskType: String?
  package var taskName: String?

  /// The dataset's id, and its name where it has one.
  package var datasetType: String?
  package var datasetName: String?
  package var datasetConfig: String?
  package var datasetSplit: String?
  package var datasetRevision: String?
  package var metricType: String?
  package var metricName: String?

  /// A number, a text such as `87.5 ± 1.2`, or a map of several.
  package var value: DataValue

  package var isVerified = false
  package var sourceName: String?
  package var sourceAddress: String?
  package var date: String?
  package var notes: String?

  /// Makes a result of which only the value is known.
  package init(value: DataValue) {
    self.value = value
  }
}
