/// What a plain scalar means under YAML 1.2's core schema, as DVC and GTO read it (`records.md` §4.2).
package enum YAMLScalar: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A whole number in decimal digits, without leading zeros or a plus sign.
  case integer(String)
  /// A number as it was written; `.inf`, `-.inf` and `.nan` among them.
  case float(String)
  case string(String)

  /// Types a scalar that had no quotes.
  package init(plain text: String) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    default: self = Self.number(text) ?? .string(text)
    }
  }

  private static func number(_ text: String) -> YAMLScalar? {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first < 58, first > 42 else { return nil }
    let isSigned = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
    let body = bytes.dropFirst(isSigned ? 1 : 0)
    let sign = first == UInt8(ascii: "-") ? "-" : ""
    if let digits = integer(body) {
      return .integer(digits == "0" ? "0" : sign + digits)
    }
    switch String(decoding: body, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": return .float(sign + ".inf")
    case ".nan" where !isSigned, ".NaN" where !isSigned, ".NAN" where !isSigned:
      return .float(".nan")
    default: return isFloat(body) ? .float(text) : nil
    }
  }

  private static func integer(_ body: ArraySlice<UInt8>) -> String? {
    guard !body.isEmpty else { return nil }
    if body.allSatisfy({ $0 >= 48 && $0 <= 57 }) {
      let significant = body.drop { $0 == UInt8(ascii: "0") }
      return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
    }
    let text = String(decoding: body, as: UTF8.self)
    // More than 64 bits in hexadecimal or octal stays text: nobody writes a metric so.
    let digits = text.dropFirst(2)
    guard digits.first != "+", digits.first != "-" else { return nil }
    if text.hasPrefix("0x") { return UInt64(digits, radix: 16).map { String($0) } }
    if text.hasPrefix("0o") { return UInt64(digits, radix: 8).map { String($0) } }
    return nil
  }

  /// Digits with at most one point and an exponent: `1.`, `.5`, `1e-5`, `2.5E+10`.
  private static func isFloat(_ body: ArraySlice<UInt8>) -> Bool {
    var rest = body
    let isDigit: (UInt8) -> Bool = { $0 >= 48 && $0 <= 57 }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return false }
    guard let mark = rest.first else { return true }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
    rest = rest.dropFirst()
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      rest = rest.dropFirst()
    }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }
}
