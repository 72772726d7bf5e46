/// What is said where the text is not JSON (`bad-input.md`, J001).
extension JSONParser {
  /// Something else than what has to come next.
  func unexpected(_ expected: String) -> FormatError {
    scanner.error(
      "J001", "expected \(expected), found \(scanner.found)", help: Self.hint(scanner))
  }

  /// More text after the value.
  func unexpectedAtEnd() -> FormatError {
    let begins = "\"{[-0123456789tfnNI".utf8.contains(scanner.current)
    return scanner.error(
      "J001", begins ? "a second value begins here" : "text after the value: \(scanner.found)",
      help: begins ? "keep one value in the file; put several into a list" : Self.hint(scanner))
  }

  func badNumber(at start: Int) -> FormatError {
    let digits = scanner.bytes[start...].drop { $0 == UInt8(ascii: "-") }
    let help: String
    if digits.first == UInt8(ascii: "0"), digits.dropFirst().first.map(JSONNumber.isDigit) == true {
      help = "remove the leading zero"
    } else if digits.first.map(JSONNumber.isDigit) != true {
      help = "write digits after the sign, or “-Infinity”"
    } else {
      help = "write it in decimal digits, such as 0.5, 12 or 1e-3"
    }
    return scanner.error("J001", at: start, "not a number as JSON writes it", help: help)
  }

  func badEscape(at start: Int) -> FormatError {
    scanner.error(
      "J001", at: start, "an escape that JSON does not have",
      help: "write a backslash as “\\\\”, another character as “\\u” and four hexadecimal digits")
  }

  func unclosedString(at quote: Int) -> FormatError {
    if scanner.isAtEnd {
      return scanner.error(
        "J001", at: quote, "the string is not closed", help: "end it with a quote")
    }
    return scanner.error(
      "J001", "a string holds a line end or a control character",
      help: "close the string, or write “\\n” for a line end and “\\t” for a tab")
  }

  /// What to do about mistakes that are made often.
  private static func hint(_ scanner: TextScanner) -> String? {
    switch scanner.current {
    case UInt8(ascii: "/"), UInt8(ascii: "#"): return "remove the comment: JSON has none"
    case UInt8(ascii: "'"): return "write strings and keys in double quotes"
    case UInt8(ascii: ","): return "remove the comma, or write a value before it"
    case UInt8(ascii: "."): return "write a zero before the point"
    case UInt8(ascii: "+"): return "remove the plus sign"
    default: break
    }
    if scanner.isNext("<<<<<<<") || scanner.isNext("=======") || scanner.isNext(">>>>>>>") {
      return "resolve the merge conflict"
    }
    if scanner.isNext("None") { return "write null" }
    if scanner.isNext("True") { return "write true" }
    if scanner.isNext("False") { return "write false" }
    if scanner.isNext("nan") || scanner.isNext("NAN") { return "write NaN" }
    if scanner.isNext("inf") || scanner.isNext("Inf") { return "write Infinity" }
    if (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(scanner.current) {
      return "write strings and keys in double quotes"
    }
    return nil
  }
}
