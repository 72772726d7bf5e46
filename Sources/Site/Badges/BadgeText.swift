import Drawing

/// Text as a stand-alone badge can hold it.
struct BadgeText: Sendable {
  /// What is drawn, cut to a length that a badge can have.
  let text: String

  /// The room that it takes in units of the drawing, rounded up.
  let width: Int

  /// The size of the letters in units of the drawing.
  static let size = 11

  /// The room that a text gets at most; versions have no limit of their own.
  private static let limit = 280.0

  /// Measures a text.
  init(_ text: String) {
    self.text = TextWidth.fitted(text, to: Self.limit, size: Double(Self.size))
    width = Int(TextWidth.estimate(self.text, size: Double(Self.size)).rounded(.up))
  }

  /// The text as ASCII markup: everything else is a character reference.
  var escaped: String { Self.escaped(text) }

  /// Any text as ASCII markup.
  ///
  /// What XML forbids and what turns the direction of writing is replaced.
  static func escaped(_ text: String) -> String {
    var markup = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": markup += "&lt;"
      case ">": markup += "&gt;"
      case "&": markup += "&amp;"
      case "\"": markup += "&quot;"
      case " "..."~": markup.unicodeScalars.append(scalar)
      default: markup += "&#x\(String(isHarmless(scalar) ? scalar.value : 0xFFFD, radix: 16));"
      }
    }
    return markup
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: false
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }
}
