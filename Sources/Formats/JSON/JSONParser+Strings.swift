extension JSONParser {
  /// Reads a string, quotes and all.
  mutating func string() throws(FormatError) -> String {
    scanner.offset += 1
    let start = scanner.offset
    scanner.skip(while: Self.isPlain)
    let text = scanner.text(from: start)
    if scanner.skip(UInt8(ascii: "\"")) { return text }
    return try escapedString(begun: text, at: start - 1)
  }

  /// Reads on from the first escape of a string.
  private mutating func escapedString(
    begun text: String, at quote: Int
  ) throws(FormatError) -> String {
    var text = text
    while true {
      let start = scanner.offset
      scanner.skip(while: Self.isPlain)
      text += scanner.text(from: start)
      switch scanner.current {
      case UInt8(ascii: "\""):
        scanner.offset += 1
        return text
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: throw unclosedString(at: quote)
      }
    }
  }

  private mutating func escape(into text: inout String) throws(FormatError) {
    let start = scanner.offset
    scanner.offset += 1
    let kind = scanner.current
    guard kind != UInt8(ascii: "u") else { return try unicodeEscape(at: start, into: &text) }
    let character: Unicode.Scalar
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): character = Unicode.Scalar(kind)
    case UInt8(ascii: "b"): character = "\u{8}"
    case UInt8(ascii: "f"): character = "\u{C}"
    case UInt8(ascii: "n"): character = "\n"
    case UInt8(ascii: "r"): character = "\r"
    case UInt8(ascii: "t"): character = "\t"
    default: throw badEscape(at: start)
    }
    scanner.offset += 1
    text.unicodeScalars.append(character)
  }

  /// Reads `\uXXXX`, and the second half of a pair if the first one stands there.
  private mutating func unicodeEscape(
    at start: Int, into text: inout String
  ) throws(FormatError) {
    scanner.offset += 1
    let unit = try hexUnit(of: start)
    if let character = Unicode.Scalar(unit) {
      if unit != 0 { return text.unicodeScalars.append(character) }
      return scanner.note(.leftOutNUL(at: start))
    }
    if unit < 0xDC00, scanner.isNext("\\u") {
      let second = scanner.offset
      scanner.offset += 2
      let low = try hexUnit(of: second)
      if low >= 0xDC00, low < 0xE000 {
        let code = 0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00)
        if let character = Unicode.Scalar(code) { text.unicodeScalars.append(character) }
        return
      }
      // No second half: what follows is read as an escape of its own.
      scanner.offset = second
    }
    text.unicodeScalars.append("\u{FFFD}")
    scanner.note(.halfOfPair(at: start))
  }

  private mutating func hexUnit(of escape: Int) throws(FormatError) -> UInt16 {
    guard let unit = scanner.hexadecimal(digits: 4) else { throw badEscape(at: escape) }
    return UInt16(truncatingIfNeeded: unit)
  }

  /// Not the closing quote, an escape or a control character.
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") && byte >= 0x20
  }
}
