import Formats
import Site

/// `compare`: which versions have a page beside others, and by which metrics models are ranked.
extension ConfigurationReader {
  private static let comparisonKeys: [ConfigurationKey<ComparisonSettings>] = [
    ConfigurationKey("pairs", \.pairLimit, Self.pairLimit),
    ConfigurationKey("leaderboards", \.leaderboards, Self.leaderboards),
  ]

  private static let leaderboardKeys: [ConfigurationKey<ComparisonSettings.Leaderboard>] = [
    ConfigurationKey("metric", \.metric, Self.text),
    ConfigurationKey("file", \.file, Self.text),
    ConfigurationKey("title", \.title, Self.text),
  ]

  func comparison(_ node: YAMLNode) throws(ConfigurationError) -> ComparisonSettings {
    var settings = ComparisonSettings()
    try fill(&settings, from: node, Self.comparisonKeys)
    return settings
  }

  private func pairLimit(_ node: YAMLNode) throws(ConfigurationError) -> Int {
    try count(node, in: 0...1_000_000)
  }

  private func leaderboards(
    _ node: YAMLNode
  ) throws(ConfigurationError) -> [ComparisonSettings.Leaderboard] { try list(node, leaderboard) }

  private func leaderboard(
    _ node: YAMLNode
  ) throws(ConfigurationError) -> ComparisonSettings.Leaderboard {
    var board = ComparisonSettings.Leaderboard()
    try fill(&board, from: node, Self.leaderboardKeys)
    try require(node, !board.metric.isEmpty, "a leaderboard needs a metric")
    return board
  }
}
