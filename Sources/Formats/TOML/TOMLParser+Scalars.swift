extension TOMLParser {
  /// Reads true, false, a number, a date or a time.
  mutating func scalar() throws(FormatError) -> DataValue {
    let start = scanner.offset
    let isPart: (UInt8) -> Bool = { byte in
      Self.isBareKey(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: ":")
    }
    scanner.skip(while: isPart)
    // A blank may stand between a date and a time.
    if scanner.offset - start == 10, TOMLDate(scanner.bytes[start..<scanner.offset]).isDate,
      scanner.current == 0x20, JSONNumber.isDigit(scanner.peek(1)),
      JSONNumber.isDigit(scanner.peek(2)), scanner.peek(3) == UInt8(ascii: ":")
    {
      scanner.offset += 1
      scanner.skip(while: isPart)
    }
    let text = scanner.bytes[start..<scanner.offset]
    guard !text.isEmpty else { throw unexpected("a value") }
    guard let value = Self.scalar(text) else {
      throw scanner.error(
        "L001", at: start, "not a value: “\(String(decoding: text, as: UTF8.self).excerpt)”",
        help: "write text in quotes, true and false in small letters, numbers in digits")
    }
    return value
  }

  private static func scalar(_ text: ArraySlice<UInt8>) -> DataValue? {
    if text.elementsEqual("true".utf8) { return .bool(true) }
    if text.elementsEqual("false".utf8) { return .bool(false) }
    if TOMLDate(text).isValid { return .date(String(decoding: text, as: UTF8.self)) }
    return number(text).map { .number(DataNumber(text: $0)) }
  }

  private static func number(_ text: ArraySlice<UInt8>) -> String? {
    let sign = text.first == UInt8(ascii: "-") ? "-" : ""
    let isSigned = !sign.isEmpty || text.first == UInt8(ascii: "+")
    let body = text.dropFirst(isSigned ? 1 : 0)
    if body.elementsEqual("inf".utf8) { return sign + "Infinity" }
    if body.elementsEqual("nan".utf8) { return "NaN" }
    if !isSigned, body.first == UInt8(ascii: "0"), let radix = radix(body.dropFirst().first) {
      let digits = body.dropFirst(2)
      return JSONNumber.isGrouped(digits) ? WholeNumber.decimal(digits, radix: radix) : nil
    }
    return decimal(body).map { isWhole in
      isWhole ? JSONNumber.whole(text) : JSONNumber.spelled(text)
    }
  }

  /// Whether decimal digits are a whole number; nothing where they are no number.
  private static func decimal(_ body: ArraySlice<UInt8>) -> Bool? {
    let isDigit: (UInt8) -> Bool = { JSONNumber.isDigit($0) || $0 == UInt8(ascii: "_") }
    var rest = body
    let whole = rest.prefix(while: isDigit)
    guard JSONNumber.isGrouped(whole), whole.count == 1 || whole.first != UInt8(ascii: "0") else {
      return nil
    }
    rest = rest.dropFirst(whole.count)
    if rest.isEmpty { return true }
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      guard JSONNumber.isGrouped(fraction) else { return nil }
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard let mark = rest.popFirst() else { return false }
    guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    return JSONNumber.isGrouped(rest) && rest.allSatisfy(isDigit) ? false : nil
  }

  private static func radix(_ letter: UInt8?) -> UInt64? {
    switch letter {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }
}

/// A date, a time or both, as TOML writes them; the digits are not looked at.
struct TOMLDate {
  private let text: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) { self.text = text }

  /// Whether it is a date alone.
  var isDate: Bool { text.count == 10 && matches(text, "0000-00-00") }

  /// Whether it is a date, a time, or both with or without a zone.
  var isValid: Bool {
    // Nearly all values end here.
    guard text.count >= 5,
      text[text.startIndex + 4] == UInt8(ascii: "-")
        || text[text.startIndex + 2] == UInt8(ascii: ":")
    else { return false }
    if isDate { return true }
    guard matches(text.prefix(10), "0000-00-00"), let mark = text.dropFirst(10).first else {
      return time(text)?.isEmpty == true
    }
    guard mark | 0x20 == UInt8(ascii: "t") || mark == 0x20, let zone = time(text.dropFirst(11))
    else { return false }
    return zone.isEmpty || (zone.count == 1 && zone.allSatisfy { $0 | 0x20 == UInt8(ascii: "z") })
      || matches(zone, "+00:00") || matches(zone, "-00:00")
  }

  /// What follows a time, whose seconds may be left out.
  private func time(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard matches(text.prefix(5), "00:00") else { return nil }
    guard matches(text.dropFirst(5).prefix(3), ":00") else { return text.dropFirst(5) }
    let rest = text.dropFirst(8)
    guard rest.first == UInt8(ascii: ".") else { return rest }
    let fraction = rest.dropFirst().prefix(while: JSONNumber.isDigit)
    return fraction.isEmpty ? nil : rest.dropFirst(1 + fraction.count)
  }

  /// Whether the text has a digit for each zero of the pattern, and its other characters.
  private func matches(_ text: ArraySlice<UInt8>, _ pattern: String) -> Bool {
    guard text.count == pattern.utf8.count else { return false }
    return zip(text, pattern.utf8).allSatisfy { byte, expected in
      expected == UInt8(ascii: "0") ? JSONNumber.isDigit(byte) : byte == expected
    }
  }
}
