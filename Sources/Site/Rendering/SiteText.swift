/// Makes text from repositories fit to be shown.
///
/// Escaping is the template engine's task; this is about what a reader would be misled by.
enum SiteText {
  /// The text without control characters, and with marks that reorder text made visible.
  static func shown(_ text: String) -> String {
    guard text.utf8.contains(where: isSuspicious) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A: shown.unicodeScalars.append(scalar)
      case 0x09: shown += " "
      case 0x00...0x1F, 0x7F...0x9F: break
      case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        shown += "[U+" + String(repeating: "0", count: 4 - digits.count) + digits + "]"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }

  /// The text on one line, cut where it is longer than so many bytes.
  static func singleLine(_ text: String, limit: Int = .max) -> String {
    // Nearly all texts are one line of ordinary letters: every line end has a byte that is looked at here.
    let isPlain = !text.utf8.contains(where: isSuspicious)
    let line =
      isPlain ? text : shown(text).split(whereSeparator: \.isNewline).joined(separator: " ")
    guard line.utf8.count > limit else { return line }
    var cut = ""
    for character in line {
      guard cut.utf8.count + character.utf8.count <= limit else { break }
      cut.append(character)
    }
    return cut + "…"
  }

  /// Whether a byte may belong to something that `shown` changes.
  private static func isSuspicious(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte == 0xE2
  }
}

/// Writes counts for people.
enum CountText {
  /// The digits, in groups of three from 10,000 on.
  static func digits(_ count: Int) -> String {
    let digits = String(count)
    guard digits.utf8.count > 4 else { return digits }
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += "\u{202F}" }
      text.append(digit)
    }
    return text
  }

  /// The count with its noun: `1 model`, `2 models`.
  static func of(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    "\(digits(count)) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}
