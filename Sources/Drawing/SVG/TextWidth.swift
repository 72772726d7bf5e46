/// Estimates how wide text is drawn, since a page is laid out without a font at hand.
///
/// The figures are those of a wide sans-serif face: text may come out narrower, hardly wider.
package enum TextWidth {
  /// The width of one line in pixels, for a font size in pixels.
  package static func estimate(_ text: String, size: Double, isBold: Bool = false) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ems($1) } * size * (isBold ? bold : 1)
  }

  /// The text, or as much of its beginning as fits with an ellipsis.
  package static func fitted(
    _ text: String, to width: Double, size: Double, isBold: Bool = false
  ) -> String {
    guard estimate(text, size: size, isBold: isBold) > width else { return text }
    var rest = width / (size * (isBold ? bold : 1)) - ems("…")
    let start = text.prefix { character in
      rest -= character.unicodeScalars.reduce(0) { $0 + ems($1) }
      return rest >= 0
    }
    return start + "…"
  }

  /// How much wider a bold face is.
  private static let bold = 1.12

  /// The advance of a character in units of the font size.
  private static func ems(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", "'", " ", ".", ",", ":", ";", "/", "!": 0.35
    case "f", "r", "t", "-", "(", ")", "[", "]": 0.42
    case "m", "w", "M", "W", "@", "%", "…": 1
    case "+", "#", "<", ">", "=", "~", "O", "Q", "G", "D", "N", "H", "U": 0.84
    case "a"..."z", "0"..."9", "_": 0.64
    case "A"..."Z": 0.72
    case "\u{300}"..."\u{36F}", "\u{200B}"..."\u{200F}": 0
    case ..."\u{10FF}": 0.8
    default: 1.1
    }
  }
}
