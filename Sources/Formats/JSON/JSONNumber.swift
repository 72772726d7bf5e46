/// Spells the decimal numbers of other formats as JSON wants them.
enum JSONNumber {
  /// `.5` becomes `0.5`, `1.` `1.0`, `+2e3` `2e3`, `007` `7` and `1_000` `1000`; takes digits with at
  /// most one sign, point and exponent.
  static func spelled(_ text: some Sequence<UInt8>) -> String {
    var rest = text.filter { $0 != UInt8(ascii: "_") }[...]
    var spelled: [UInt8] = []
    if rest.first == UInt8(ascii: "-") { spelled.append(UInt8(ascii: "-")) }
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    let significant = whole.drop { $0 == UInt8(ascii: "0") }
    spelled += significant.isEmpty ? [UInt8(ascii: "0")] : significant
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: isDigit)
      spelled.append(UInt8(ascii: "."))
      spelled += fraction.isEmpty ? [UInt8(ascii: "0")] : fraction
      rest = rest.dropFirst(1 + fraction.count)
    }
    return String(decoding: spelled + rest, as: UTF8.self)
  }

  /// A whole number: as ``spelled(_:)``, with one zero only.
  static func whole(_ text: some Sequence<UInt8>) -> String {
    let spelled = spelled(text)
    return spelled == "-0" ? "0" : spelled
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  /// Whether there are digits, and underscores only between two of them.
  static func isGrouped(_ digits: ArraySlice<UInt8>) -> Bool {
    var wasDigit = false
    for byte in digits {
      let isDigit = byte != UInt8(ascii: "_")
      guard isDigit || wasDigit else { return false }
      wasDigit = isDigit
    }
    return wasDigit
  }
}
