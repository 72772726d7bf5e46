/// What is moved over: blanks, comments and statements that are no params.
extension PythonParser {
  /// Moves over blanks and continued lines; in brackets over comments and line ends too.
  mutating func skipBlanks() {
    while true {
      switch scanner.current {
      case 0x20, 0x09, 0x0C: scanner.offset += 1
      case UInt8(ascii: "\\"):
        let start = scanner.offset
        scanner.offset += 1
        guard scanner.skipLineEnd() else {
          scanner.offset = start
          return
        }
      case UInt8(ascii: "#") where openBrackets > 0: skipComment()
      case UInt8(ascii: "\n") where openBrackets > 0, UInt8(ascii: "\r") where openBrackets > 0:
        scanner.offset += 1
      default: return
      }
    }
  }

  mutating func skipComment() {
    guard scanner.current == UInt8(ascii: "#") else { return }
    scanner.skip { $0 != 0 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  }

  /// Moves to the end of the statement: the line's end or a semicolon.
  mutating func skipStatement() { skipTokens { $0 == UInt8(ascii: ";") } }

  /// Moves to the end of the line, with all that its brackets and strings continue.
  mutating func skipLine() { skipTokens { _ in false } }

  /// Moves to the end of the line, or before it to the first byte outside of brackets and strings
  /// that `isEnd`.
  mutating func skipTokens(until isEnd: (UInt8) -> Bool) {
    var brackets: [Int] = []
    while !scanner.isAtEnd {
      let byte = scanner.current
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if brackets.isEmpty { return }
        scanner.offset += 1
      case UInt8(ascii: "#"): skipComment()
      case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
      case UInt8(ascii: "\\"):
        scanner.offset += 1
        _ = scanner.skipLineEnd()
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        brackets.append(scanner.offset)
        scanner.offset += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        if brackets.popLast() == nil { note(scanner.offset, "a bracket is closed but not opened") }
        scanner.offset += 1
      default:
        if brackets.isEmpty, isEnd(byte), !isPartOfOperator { return }
        scanner.offset += 1
      }
    }
    if let bracket = brackets.first { note(bracket, "the bracket is not closed") }
  }

  /// Whether the byte, a `=` or `:`, belongs to `==`, `<=`, `!=`, `:=` or their like.
  private var isPartOfOperator: Bool {
    let before = scanner.offset > 0 ? scanner.bytes[scanner.offset - 1] : 0
    switch scanner.current {
    case UInt8(ascii: "="):
      return scanner.peek(1) == UInt8(ascii: "=") || "=<>!:".utf8.contains(before)
    case UInt8(ascii: ":"): return scanner.peek(1) == UInt8(ascii: "=")
    default: return false
    }
  }

  /// Moves over a string; one that is not closed ends with its line, in three quotes with the file.
  private mutating func skipString() {
    let start = scanner.offset
    let quote = scanner.current
    let isLong = scanner.peek(1) == quote && scanner.peek(2) == quote
    scanner.offset += isLong ? 3 : 1
    while !scanner.isAtEnd {
      switch scanner.current {
      case UInt8(ascii: "\\"):
        scanner.offset += 1
        if !scanner.skipLineEnd() { scanner.advance() }
      case quote where !isLong, quote where scanner.peek(1) == quote && scanner.peek(2) == quote:
        scanner.offset += isLong ? 3 : 1
        return
      case UInt8(ascii: "\n") where !isLong, UInt8(ascii: "\r") where !isLong:
        return note(start, "the string is not closed")
      default: scanner.offset += 1
      }
    }
    note(start, "the string is not closed")
  }

  /// The name at the next byte, if one begins there.
  mutating func identifier() -> String? {
    guard Self.isName(scanner.current), !JSONNumber.isDigit(scanner.current) else { return nil }
    let start = scanner.offset
    scanner.skip(while: Self.isName)
    return scanner.text(from: start)
  }

  var isAtStatementEnd: Bool {
    scanner.isAtEnd || scanner.isLineEnd || scanner.current == UInt8(ascii: "#")
      || scanner.current == UInt8(ascii: ";")
  }

  static func isName(_ byte: UInt8) -> Bool {
    JSONNumber.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  private mutating func note(_ offset: Int, _ text: String) {
    scanner.note(
      TextProblem(
        code: "N001", offset: offset, text: text,
        help: "make it a file that Python runs; params before this place are read"))
  }
}
