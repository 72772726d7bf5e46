import Records

extension PlotKind {
  /// The kind as a caption names it.
  var words: String {
    switch self {
    case .linear, .simple: "Line"
    case .smooth: "Smoothed line"
    case .scatter: "Scatter"
    case .scatterJitter: "Scatter with jitter"
    case .confusion: "Confusion matrix"
    case .confusionNormalized: "Confusion matrix, shares first"
    case .barHorizontal: "Bars"
    case .barHorizontalSorted: "Bars, sorted"
    case .image: "Images"
    }
  }
}
