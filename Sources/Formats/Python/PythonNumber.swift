/// Numbers as Python writes them, without a sign.
enum PythonNumber {
  /// The number as JSON spells it; nothing for what is none.
  static func spelled(_ text: ArraySlice<UInt8>) -> String? {
    guard let first = text.first, JSONNumber.isDigit(first) || first == UInt8(ascii: ".") else {
      return nil
    }
    if first == UInt8(ascii: "0"), let radix = radix(text.dropFirst().first) {
      var digits = text.dropFirst(2)
      if digits.first == UInt8(ascii: "_") { digits.removeFirst() }
      return JSONNumber.isGrouped(digits) ? WholeNumber.decimal(digits, radix: radix) : nil
    }
    var rest = text
    let whole = digits(&rest)
    guard whole.isEmpty || JSONNumber.isGrouped(whole) else { return nil }
    if rest.isEmpty {
      let isOctalOfOld = first == UInt8(ascii: "0") && whole.contains { $0 > 48 && $0 <= 57 }
      return isOctalOfOld ? nil : JSONNumber.whole(whole)
    }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      let fraction = digits(&rest)
      guard fraction.isEmpty ? !whole.isEmpty : JSONNumber.isGrouped(fraction) else { return nil }
    }
    if let mark = rest.popFirst() {
      guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard JSONNumber.isGrouped(digits(&rest)), rest.isEmpty else { return nil }
    }
    return JSONNumber.spelled(text)
  }

  private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { JSONNumber.isDigit($0) || $0 == UInt8(ascii: "_") }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private static func radix(_ letter: UInt8?) -> UInt64? {
    switch letter.map({ $0 | 0x20 }) {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }
}
