/// What a team says of a metric (`cli.md`, `metrics`).
package struct MetricSettings: Sendable {
  /// Which way a metric gets better.
  package enum Direction: String, Sendable, CaseIterable {
    case higher, lower
    /// Neither: no change of it is called better or worse, and nothing is assumed by its name.
    case none
  }

  /// How its numbers are shown.
  package enum Format: String, Sendable, CaseIterable { case number, percent }

  /// The metric's name or last key, or a pattern of it with `*` and `?`.
  package var pattern: String
  package var better: Direction?
  package var unit: String?
  package var format: Format?

  /// What people read instead of the name.
  package var title: String?

  /// Whether it is among the first that a model is judged by.
  package var isPrimary = false
  package var isHidden = false

  /// Makes the settings of metrics that fit `pattern`, with nothing said of them yet.
  package init(pattern: String) { self.pattern = pattern }
}
