extension TOMLParser {
  /// Reads a string of any of the four kinds; a key takes only those of one line.
  mutating func string(isKey: Bool) throws(FormatError) -> String {
    let start = scanner.offset
    let quote = scanner.current
    let isBasic = quote == UInt8(ascii: "\"")
    if scanner.peek(1) == quote, scanner.peek(2) == quote {
      guard !isKey else { throw unexpected("a key on one line") }
      scanner.offset += 3
      _ = scanner.skipLineEnd()
      return try lines(quote, isBasic: isBasic, from: start)
    }
    scanner.offset += 1
    var text = ""
    while true {
      text += plain(quote, isBasic: isBasic)
      if scanner.skip(quote) { return text }
      guard isBasic, scanner.current == UInt8(ascii: "\\") else { throw unclosed(from: start) }
      try escape(into: &text)
    }
  }

  /// Reads on after three quotes up to the next three; two more may stand before those.
  private mutating func lines(
    _ quote: UInt8, isBasic: Bool, from start: Int
  ) throws(FormatError) -> String {
    var text = ""
    while true {
      text += plain(quote, isBasic: isBasic)
      if scanner.current == quote {
        var quotes = 0
        while quotes < 5, scanner.skip(quote) { quotes += 1 }
        let isEnd = quotes >= 3
        for _ in 0..<(isEnd ? quotes - 3 : quotes) {
          text.unicodeScalars.append(Unicode.Scalar(quote))
        }
        if isEnd { return text }
      } else if scanner.skipLineEnd() {
        text += "\n"
      } else if isBasic, scanner.current == UInt8(ascii: "\\") {
        if !skipJoinedLines() { try escape(into: &text) }
      } else {
        throw unclosed(from: start)
      }
    }
  }

  /// Moves over what needs no care: not a quote, a line end, an escape or a control character.
  private mutating func plain(_ quote: UInt8, isBasic: Bool) -> String {
    let start = scanner.offset
    scanner.skip { byte in
      byte != quote && (byte >= 0x20 || byte == 0x09) && byte != 0x7F
        && (!isBasic || byte != UInt8(ascii: "\\"))
    }
    return scanner.text(from: start)
  }

  /// A backslash at the end of a line takes away all blanks and line ends that follow.
  private mutating func skipJoinedLines() -> Bool {
    let start = scanner.offset
    scanner.offset += 1
    scanner.skip { $0 == 0x20 || $0 == 0x09 }
    guard scanner.isLineEnd else {
      scanner.offset = start
      return false
    }
    scanner.skip { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    return true
  }

  private mutating func escape(into text: inout String) throws(FormatError) {
    let start = scanner.offset
    scanner.offset += 1
    let kind = scanner.current
    scanner.advance()
    switch kind {
    case UInt8(ascii: "b"): text += "\u{8}"
    case UInt8(ascii: "t"): text += "\t"
    case UInt8(ascii: "n"): text += "\n"
    case UInt8(ascii: "f"): text += "\u{C}"
    case UInt8(ascii: "r"): text += "\r"
    case UInt8(ascii: "e"): text += "\u{1B}"
    case UInt8(ascii: "\""): text += "\""
    case UInt8(ascii: "\\"): text += "\\"
    case UInt8(ascii: "x"): try scalar(digits: 2, at: start, into: &text)
    case UInt8(ascii: "u"): try scalar(digits: 4, at: start, into: &text)
    case UInt8(ascii: "U"): try scalar(digits: 8, at: start, into: &text)
    default: throw badEscape(at: start)
    }
  }

  private mutating func scalar(
    digits: Int, at start: Int, into text: inout String
  ) throws(FormatError) {
    guard let code = scanner.hexadecimal(digits: digits), let character = Unicode.Scalar(code)
    else { throw badEscape(at: start) }
    if code == 0 {
      scanner.note(.leftOutNUL(at: start))
    } else {
      text.unicodeScalars.append(character)
    }
  }

  private func badEscape(at start: Int) -> FormatError {
    scanner.error(
      "L001", at: start, "an escape that TOML does not have",
      help: "write a backslash as “\\\\”, or the string in single quotes")
  }

  private func unclosed(from start: Int) -> FormatError {
    if scanner.isAtEnd {
      return scanner.error(
        "L001", at: start, "the string is not closed", help: "end it with the quotes it begins with"
      )
    }
    return scanner.error(
      "L001", "a string holds \(scanner.isLineEnd ? "a line end" : "a control character")",
      help: "close the string, or write it in three quotes if it has several lines")
  }
}
