extension PythonParser {
  /// Strings that stand one after the other are one; those of bytes and with expressions in them
  /// are no params.
  mutating func strings() -> DataValue? {
    guard var text = string() else { return nil }
    while true {
      skipBlanks()
      guard isString else { return .string(text) }
      guard let next = string() else { return nil }
      text += next
    }
  }

  /// Whether a string begins here, with or without a prefix.
  private var isString: Bool {
    for distance in 0...2 {
      switch scanner.peek(distance) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
      case let letter where Self.isPrefix(letter): continue
      default: return false
      }
    }
    return false
  }

  private static func isPrefix(_ byte: UInt8) -> Bool { "rRuUbBfFtT".utf8.contains(byte) }

  private mutating func string() -> String? {
    let prefix = scanner.offset
    scanner.skip(while: Self.isPrefix)
    let letters = scanner.text(from: prefix).lowercased()
    guard ["", "r", "u"].contains(letters) else { return nil }
    let quote = scanner.current
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let isLong = scanner.peek(1) == quote && scanner.peek(2) == quote
    scanner.offset += isLong ? 3 : 1
    return body(quote, isLong: isLong, isRaw: letters == "r")
  }

  private mutating func body(_ quote: UInt8, isLong: Bool, isRaw: Bool) -> String? {
    var text = ""
    while true {
      let start = scanner.offset
      scanner.skip { byte in
        byte != quote && byte != UInt8(ascii: "\\") && byte != 0 && byte != UInt8(ascii: "\n")
          && byte != UInt8(ascii: "\r")
      }
      text += scanner.text(from: start)
      switch scanner.current {
      case quote where !isLong:
        scanner.offset += 1
        return text
      case quote:
        if scanner.peek(1) == quote, scanner.peek(2) == quote {
          scanner.offset += 3
          return text
        }
        scanner.offset += 1
        text.unicodeScalars.append(Unicode.Scalar(quote))
      case UInt8(ascii: "\\"):
        guard isRaw ? rawEscape(into: &text) : escape(into: &text) else { return nil }
      default:
        guard isLong, scanner.skipLineEnd() else { return nil }
        text += "\n"
      }
    }
  }

  /// In a raw string a backslash stays, and so does the quote after it.
  private mutating func rawEscape(into text: inout String) -> Bool {
    scanner.offset += 1
    text += "\\"
    if scanner.skipLineEnd() {
      text += "\n"
    } else if [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\")].contains(scanner.current)
    {
      text.unicodeScalars.append(Unicode.Scalar(scanner.current))
      scanner.offset += 1
    }
    return true
  }

  private mutating func escape(into text: inout String) -> Bool {
    let start = scanner.offset
    scanner.offset += 1
    if scanner.skipLineEnd() { return true }
    let kind = scanner.current
    if kind >= UInt8(ascii: "0"), kind <= UInt8(ascii: "7") {
      return append(octal(), at: start, to: &text)
    }
    if let count = Self.digits(of: kind) {
      scanner.offset += 1
      return append(scanner.hexadecimal(digits: count), at: start, to: &text)
    }
    if let character = Self.escaped(kind) {
      scanner.offset += 1
      text.unicodeScalars.append(character)
      return true
    }
    // The names of Unicode are not known here; a backslash before any other letter stays.
    guard kind != UInt8(ascii: "N") else { return false }
    text += "\\"
    return true
  }

  /// How many hexadecimal digits follow a letter.
  private static func digits(of letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  /// What a letter means after a backslash.
  private static func escaped(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): Unicode.Scalar(letter)
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "t"): "\t"
    case UInt8(ascii: "v"): "\u{B}"
    default: nil
    }
  }

  /// One to three octal digits.
  private mutating func octal() -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<3 {
      guard scanner.current >= UInt8(ascii: "0"), scanner.current <= UInt8(ascii: "7") else {
        break
      }
      value = value << 3 | UInt32(scanner.current - 48)
      scanner.offset += 1
    }
    return value
  }

  /// Appends a character by its number; false where there is no such character.
  private mutating func append(_ code: UInt32?, at start: Int, to text: inout String) -> Bool {
    guard let code, code < 0x110000 else { return false }
    guard let character = Unicode.Scalar(code) else {
      text.unicodeScalars.append("\u{FFFD}")
      scanner.note(.halfOfPair(at: start))
      return true
    }
    if code == 0 {
      scanner.note(.leftOutNUL(at: start))
    } else {
      text.unicodeScalars.append(character)
    }
    return true
  }
}
