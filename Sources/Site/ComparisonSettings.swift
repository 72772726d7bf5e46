/// What a team says of comparisons (`cli.md`, `compare`).
package struct ComparisonSettings: Sendable {
  /// How many of a model's greatest versions have a page beside the one before; all without a number.
  package var pairLimit: Int?

  /// The metrics by which models are ranked, a page for each.
  package var leaderboards: [Leaderboard] = []

  /// Makes the settings that hold where nothing is configured.
  package init() {}

  /// A metric that models share.
  package struct Leaderboard: Sendable {
    /// The full key, as pages show it: `test.auc`.
    package var metric: String

    /// The path of the file relative to the repository's root; any file without it.
    package var file: String?

    /// What people read over the ranking.
    package var title: String?

    /// Makes a ranking by a metric.
    package init(metric: String = "", file: String? = nil, title: String? = nil) {
      self.metric = metric
      self.file = file
      self.title = title
    }
  }
}
