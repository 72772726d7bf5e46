/// How a plot is drawn (`records.md` §6.4).
package enum PlotKind: String, Hashable, Sendable, CaseIterable {
  case linear, simple, smooth, scatter
  case scatterJitter = "scatter_jitter"
  case confusion
  case confusionNormalized = "confusion_normalized"
  case barHorizontal = "bar_horizontal"
  case barHorizontalSorted = "bar_horizontal_sorted"

  /// Pictures that somebody drew.
  case image
}
