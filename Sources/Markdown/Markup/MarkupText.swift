/// Text as it may stand in markup.
enum MarkupText {
  /// Valid UTF-8 without what is no text: control characters but tab and newline, noncharacters, and
  /// marks that turn the direction of what follows (U+202A–202E, U+2066–2069), which could make text
  /// read as something else (`hostile-input.md` §1). A carriage return becomes a newline.
  static func clean(_ text: some Collection<UInt8>) -> [UInt8] {
    let valid = Array(String(decoding: text, as: UTF8.self).utf8)
    guard valid.contains(where: \.mayBeginNoText) else { return valid }
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(valid.count)
    var index = 0
    while index < valid.count {
      let byte = valid[index]
      if byte == 0x0D {
        let isPair = index + 1 < valid.count && valid[index + 1] == 0x0A
        if !isPair { cleaned.append(0x0A) }
        index += 1
        continue
      }
      let end = min(index + byte.lengthOfCharacter, valid.count)
      if !isNoText(valid[index..<end]) { cleaned += valid[index..<end] }
      index = end
    }
    return cleaned
  }

  static func clean(_ text: String) -> String {
    String(decoding: clean(text.utf8), as: UTF8.self)
  }

  /// Appends text that was cleaned, escaped for content and for attributes in quotes.
  static func appendEscaped(_ text: ArraySlice<UInt8>, to markup: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): markup += "&amp;".utf8
      case UInt8(ascii: "<"): markup += "&lt;".utf8
      case UInt8(ascii: ">"): markup += "&gt;".utf8
      case UInt8(ascii: "\""): markup += "&quot;".utf8
      case UInt8(ascii: "'"): markup += "&#39;".utf8
      default: markup.append(byte)
      }
    }
  }

  /// The beginning of a text in one line, for a message.
  static func excerpt(_ text: String, limit: Int = 60) -> String {
    let line = clean(String(text.unicodeScalars.prefix(limit * 8))).split(
      whereSeparator: \.isWhitespace
    ).joined(separator: " ")
    return line.count <= limit ? line : String(line.prefix(limit - 1)) + "…"
  }

  /// Whether the bytes of one character are none that is shown.
  private static func isNoText(_ character: ArraySlice<UInt8>) -> Bool {
    switch scalarValue(character) {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    case let value: value & 0xFFFE == 0xFFFE
    }
  }

  /// The code point of one character in valid UTF-8.
  private static func scalarValue(_ character: ArraySlice<UInt8>) -> UInt32 {
    guard let first = character.first, first >= 0xC0 else { return UInt32(character.first ?? 0) }
    let head = UInt32(first) & (0x7F >> UInt32(character.count))
    return character.dropFirst().reduce(head) { $0 << 6 | UInt32($1 & 0x3F) }
  }
}

extension UInt8 {
  /// Whether a character that begins with this byte may be none that is shown.
  fileprivate var mayBeginNoText: Bool {
    self < 0x20 ? self != 0x09 && self != 0x0A : self == 0x7F || self == 0xC2 || self >= 0xE2
  }

  /// How many bytes a character in valid UTF-8 has that begins with this one.
  fileprivate var lengthOfCharacter: Int {
    switch self {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
