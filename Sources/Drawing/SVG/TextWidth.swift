/// Estimates how wide text is drawn, since a page is laid out without a font at hand.
///
/// The figures are those of a wide sans-serif face: text may come out narrower, hardly wider.
package enum TextWidth {
  /// The width of one line in pixels, for a font size in pixels.
  package static func estimate(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in text.utf8 { ems += asciiEms[Int(byte)] }
    } else {
      for scalar in text.unicodeScalars { ems += self.ems(scalar) }
    }
    return ems * size * (isBold ? bold : 1)
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
    scalar.isASCII ? asciiEms[Int(scalar.value)] : otherEms(scalar)
  }

  /// By the number of the character.
  private static let asciiEms = (0..<0x80).map { ems(ascii: Unicode.Scalar(UInt8($0))) }

  private static func ems(ascii scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "I", "|", "'", " ", ".", ",", ":", ";", "/": 0.36
    case "f", "r", "t", "-", "(", ")", "[", "]", "!": 0.45
    case "m", "w", "M", "W", "@", "%": 1
    case "+", "#", "<", ">", "=", "~", "^", "O", "Q", "G", "D", "N", "H", "U": 0.84
    case "a"..."z", "0"..."9", "_": 0.64
    case "A"..."Z": 0.72
    default: 0.8
    }
  }

  /// The widest of each script, for a sum of letters is seldom all of its widest.
  private static func otherEms(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFE00...0xFE0F: 0
    case 0x2026: 1
    case 0x00C6, 0x00E6, 0x0152, 0x0153, 0x00A9, 0x00AE, 0x00BC...0x00BE: 1.1
    case 0x01C4...0x01CC, 0x01F1...0x01F3: 1.45
    case 0x00A0...0x024F, 0x1E00...0x1EFF: 0.85
    case 0x0250...0x058F: scalar.properties.isUppercase ? 1.15 : 0.95
    case 0x0590...0x05FF: 0.75
    case 0x2030, 0x2031: 1.8
    case 0x2000...0x206F: 1
    case 0x2070...0x2BFF, 0xFB50...0xFEFF: 1.45
    case 0x1D400...0x1D7FF: 1.45
    // Pictures are drawn by a face of their own, or as an empty box.
    case 0x1F000...0x1FAFF: 1.65
    default: 1.15
    }
  }
}
