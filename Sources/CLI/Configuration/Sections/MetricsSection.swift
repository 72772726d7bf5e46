import Formats
import Site

/// `metrics`: by a metric's name or a pattern of it, what is known of the metric.
extension ConfigurationReader {
  private static let metricKeys: [ConfigurationKey<MetricSettings>] = [
    ConfigurationKey("better", \.better, Self.direction),
    ConfigurationKey("unit", \.unit, Self.text),
    ConfigurationKey("format", \.format, Self.numberFormat),
    ConfigurationKey("title", \.title, Self.text),
    ConfigurationKey("primary", \.isPrimary, Self.flag),
    ConfigurationKey("hide", \.isHidden, Self.flag),
  ]

  /// In the file's order, since the first entry that fits a metric speaks for it.
  func metrics(_ node: YAMLNode) throws(ConfigurationError) -> [MetricSettings] {
    var metrics: [MetricSettings] = []
    for entry in try entries(of: node) {
      guard !entry.key.isEmpty else {
        throw failure("F007", entry.line, entry.column, "the name of a metric is empty", help: nil)
      }
      var metric = MetricSettings(pattern: entry.key)
      try fill(&metric, from: entry.value, Self.metricKeys)
      try require(
        entry.value, !metric.isPrimary || !metric.isHidden,
        "a metric cannot be both primary and hidden")
      metrics.append(metric)
    }
    return metrics
  }

  private func direction(
    _ node: YAMLNode
  ) throws(ConfigurationError) -> MetricSettings.Direction { try choice(node) }

  private func numberFormat(
    _ node: YAMLNode
  ) throws(ConfigurationError) -> MetricSettings.Format { try choice(node) }
}
