/// The colours of a badge in one colour scheme (`pages.md`, "Stage badges").
struct BadgeColours: Equatable, Sendable {
  let text: String
  let fill: String
  let border: String
}

/// The colours of a badge in both colour schemes.
struct BadgePalette: Equatable, Sendable {
  let light: BadgeColours
  let dark: BadgeColours

  /// What says no more than a word: surface, text and control border of the pages.
  static let plain = BadgePalette(
    light: BadgeColours(text: "#1f2328", fill: "#f6f8fa", border: "#818b98"),
    dark: BadgeColours(text: "#e6edf3", fill: "#171d24", border: "#6e7a86"))
}

extension BadgeStyle {
  /// The colours of the style.
  var palette: BadgePalette {
    switch self {
    case .prod:
      BadgePalette(
        light: BadgeColours(text: "#0b5d2a", fill: "#d9f2e0", border: "#1a7f37"),
        dark: BadgeColours(text: "#8ddba0", fill: "#10331c", border: "#2ea043"))
    case .staging:
      BadgePalette(
        light: BadgeColours(text: "#7a4100", fill: "#fff0cc", border: "#9a6700"),
        dark: BadgeColours(text: "#f2c265", fill: "#3b2a05", border: "#bb8009"))
    case .dev:
      BadgePalette(
        light: BadgeColours(text: "#0a4a8f", fill: "#dcecff", border: "#0969da"),
        dark: BadgeColours(text: "#9ecbff", fill: "#0c2d54", border: "#388bfd"))
    case .other:
      BadgePalette(
        light: BadgeColours(text: "#6b2fa0", fill: "#f0e4fc", border: "#8250df"),
        dark: BadgeColours(text: "#d6b8ff", fill: "#321a52", border: "#a371f7"))
    case .archived:
      BadgePalette(
        light: BadgeColours(text: "#4a525b", fill: "#e9edf1", border: "#6e7781"),
        dark: BadgeColours(text: "#b6c0ca", fill: "#252d36", border: "#7d8894"))
    case .problem:
      BadgePalette(
        light: BadgeColours(text: "#9a1420", fill: "#ffe5e6", border: "#cf222e"),
        dark: BadgeColours(text: "#ffa8a8", fill: "#4a1416", border: "#f85149"))
    }
  }
}
