/// The colours of drawings by what they are for, as the style sheet of the pages names them
/// (`pages.md`, Look).
package enum PlotPalette: String, CaseIterable, Sendable {
  case page, text, muted, control, softLine = "soft-line"
  case series1 = "series-1"
  case series2 = "series-2"
  case series3 = "series-3"
  case series4 = "series-4"
  case series5 = "series-5"
  case series6 = "series-6"
  case heat
  case prodText = "prod-text"
  case prodFill = "prod-fill"
  case prodEdge = "prod-edge"
  case stagingText = "staging-text"
  case stagingFill = "staging-fill"
  case stagingEdge = "staging-edge"
  case devText = "dev-text"
  case devFill = "dev-fill"
  case devEdge = "dev-edge"
  case otherText = "other-text"
  case otherFill = "other-fill"
  case otherEdge = "other-edge"
  case archivedText = "archived-text"
  case archivedFill = "archived-fill"
  case archivedEdge = "archived-edge"

  /// The face of text in a drawing that stands alone.
  package static let fontFamily = "system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"

  /// On a light page.
  package var light: String {
    switch self {
    case .page: "#ffffff"
    case .text: "#1f2328"
    case .muted: "#57606a"
    case .control: "#818b98"
    case .softLine: "#e4e8ec"
    case .series1: "#0072b2"
    case .series2: "#c04a00"
    case .series3: "#00795a"
    case .series4: "#a8437f"
    case .series5: "#8a6100"
    case .series6: "#3f5f8a"
    case .heat: "#003e6b"
    case .prodText: "#0b5d2a"
    case .prodFill: "#d9f2e0"
    case .prodEdge: "#1a7f37"
    case .stagingText: "#7a4100"
    case .stagingFill: "#fff0cc"
    case .stagingEdge: "#9a6700"
    case .devText: "#0a4a8f"
    case .devFill: "#dcecff"
    case .devEdge: "#0969da"
    case .otherText: "#6b2fa0"
    case .otherFill: "#f0e4fc"
    case .otherEdge: "#8250df"
    case .archivedText: "#4a525b"
    case .archivedFill: "#e9edf1"
    case .archivedEdge: "#6e7781"
    }
  }

  /// On a dark page.
  package var dark: String {
    switch self {
    case .page: "#0f1419"
    case .text: "#e6edf3"
    case .muted: "#9aa7b4"
    case .control: "#6e7a86"
    case .softLine: "#222932"
    case .series1: "#56b4e9"
    case .series2: "#f08a3c"
    case .series3: "#2cc79b"
    case .series4: "#e49bc4"
    case .series5: "#f0d442"
    case .series6: "#a9b8d6"
    case .heat: "#9ad6fb"
    case .prodText: "#8ddba0"
    case .prodFill: "#10331c"
    case .prodEdge: "#2ea043"
    case .stagingText: "#f2c265"
    case .stagingFill: "#3b2a05"
    case .stagingEdge: "#bb8009"
    case .devText: "#9ecbff"
    case .devFill: "#0c2d54"
    case .devEdge: "#388bfd"
    case .otherText: "#d6b8ff"
    case .otherFill: "#321a52"
    case .otherEdge: "#a371f7"
    case .archivedText: "#b6c0ca"
    case .archivedFill: "#252d36"
    case .archivedEdge: "#7d8894"
    }
  }
}
