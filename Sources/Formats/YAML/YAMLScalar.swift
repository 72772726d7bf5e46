/// What a plain scalar means under one of YAML's schemas (`records.md` §4.2 and §12.1).
package enum YAMLScalar: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A whole number in decimal digits, without leading zeros or a plus sign.
  case integer(String)
  /// A number as it was written; `.inf`, `-.inf` and `.nan` among them.
  case float(String)
  case string(String)

  /// Types a scalar that had no quotes.
  package init(plain text: String, schema: YAMLSchema = .core) {
    switch text {
    case "", "~", "null", "Null", "NULL": self = .null
    case "true", "True", "TRUE": self = .bool(true)
    case "false", "False", "FALSE": self = .bool(false)
    default:
      if schema == .version11, let flag = Self.word11(text) {
        self = .bool(flag)
      } else {
        self = YAMLNumber(text, schema: schema)?.scalar ?? .string(text)
      }
    }
  }

  /// The words that mean true and false in YAML 1.1 only.
  private static func word11(_ text: String) -> Bool? {
    switch text {
    case "yes", "Yes", "YES", "on", "On", "ON": true
    case "no", "No", "NO", "off", "Off", "OFF": false
    default: nil
    }
  }
}

/// A plain scalar that may be a number.
///
/// The shapes are those of the readers that DVC (ruamel.yaml) and the card tools (PyYAML) use, with
/// their odd spots: `.5e5` is text to both of them, and `1e5` to the second one.
struct YAMLNumber {
  private let text: String
  private let isNegative: Bool
  private let isSigned: Bool

  /// What follows the sign.
  private let body: ArraySlice<UInt8>
  private let schema: YAMLSchema

  /// Nothing for text that begins as no number does.
  init?(_ text: String, schema: YAMLSchema) {
    guard let first = text.utf8.first, first < 58, first > 42, first != UInt8(ascii: ",") else {
      return nil
    }
    self.text = text
    self.schema = schema
    isNegative = first == UInt8(ascii: "-")
    isSigned = isNegative || first == UInt8(ascii: "+")
    body = Array(text.utf8).dropFirst(isSigned ? 1 : 0)
  }

  /// The number, if it is one.
  var scalar: YAMLScalar? {
    let sign = isNegative ? "-" : ""
    if let digits = integer { return .integer(digits == "0" ? "0" : sign + digits) }
    switch String(decoding: body, as: UTF8.self) {
    case ".inf", ".Inf", ".INF": return .float(sign + ".inf")
    case ".nan" where !isSigned, ".NaN" where !isSigned, ".NAN" where !isSigned:
      return .float(".nan")
    default: break
    }
    if isFloat { return .float(text) }
    guard schema == .version11, let sixties = sexagesimal else { return nil }
    return sixties.isWhole
      ? .integer(sixties.text == "0" ? "0" : sign + sixties.text) : .float(sign + sixties.text)
  }

  /// The decimal digits of a whole number in any base.
  private var integer: String? {
    guard let first = body.first else { return nil }
    if body.allSatisfy({ JSONNumber.isDigit($0) || $0 == UInt8(ascii: "_") }) {
      return plainInteger
    }
    guard first == UInt8(ascii: "0") else { return nil }
    let digits = body.dropFirst(2)
    switch body.dropFirst().first {
    case UInt8(ascii: "x"): return WholeNumber.decimal(digits, radix: 16)
    case UInt8(ascii: "b"): return WholeNumber.decimal(digits, radix: 2)
    case UInt8(ascii: "o") where schema == .core: return WholeNumber.decimal(digits, radix: 8)
    default: return nil
    }
  }

  private var plainInteger: String? {
    guard body.contains(where: JSONNumber.isDigit) else { return nil }
    guard schema == .version11 else { return JSONNumber.whole(body) }
    guard let first = body.first, JSONNumber.isDigit(first) else { return nil }
    if first != UInt8(ascii: "0") || body.count == 1 { return JSONNumber.whole(body) }
    return WholeNumber.decimal(body, radix: 8)
  }

  /// Digits with a point or an exponent: `1.`, `.5`, `1e-5`, `2.5E+10`.
  private var isFloat: Bool {
    var rest = body
    let whole = Self.digits(&rest)
    let isCore = schema == .core
    if whole.isEmpty {
      guard isCore || !isSigned, rest.first == UInt8(ascii: ".") else { return false }
      rest.removeFirst()
      let fraction = Self.digits(&rest)
      let isNumber = isCore ? fraction.contains(where: JSONNumber.isDigit) : Self.isDigits(fraction)
      return isNumber && (rest.isEmpty || Self.isExponent(rest, needsSign: true))
    }
    guard Self.isDigits(whole) else { return false }
    guard rest.first == UInt8(ascii: ".") else {
      return isCore && Self.isExponent(rest, needsSign: false)
    }
    rest.removeFirst()
    _ = Self.digits(&rest)
    return rest.isEmpty || Self.isExponent(rest, needsSign: !isCore)
  }

  /// The value of `190:20:30` or `1:30.5`, in base 60.
  private var sexagesimal: (text: String, isWhole: Bool)? {
    let halves = body.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard halves.count <= 2, parts.count >= 2, Self.isDigits(parts[0]),
      parts[0].count + parts.count <= WholeNumber.digitLimit,
      parts.dropFirst().allSatisfy(Self.isSixtieth)
    else { return nil }
    var number = WholeNumber()
    for byte in parts[0] where byte != UInt8(ascii: "_") {
      number.multiply(by: 10, adding: UInt64(byte - 48))
    }
    for part in parts.dropFirst() {
      number.multiply(by: 60, adding: part.reduce(0) { $0 * 10 + UInt64($1 - 48) })
    }
    guard halves.count == 2 else {
      return parts[0].first == UInt8(ascii: "0") ? nil : (number.decimal, true)
    }
    guard halves[1].allSatisfy({ JSONNumber.isDigit($0) || $0 == UInt8(ascii: "_") }) else {
      return nil
    }
    return (number.decimal + "." + String(decoding: halves[1], as: UTF8.self), false)
  }

  /// A digit below 60, in one or two digits.
  private static func isSixtieth(_ part: ArraySlice<UInt8>) -> Bool {
    guard part.allSatisfy(JSONNumber.isDigit), let first = part.first else { return false }
    return part.count == 1 || (part.count == 2 && first < UInt8(ascii: "6"))
  }

  /// Takes digits and underscores.
  private static func digits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { JSONNumber.isDigit($0) || $0 == UInt8(ascii: "_") }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// Digits and underscores, a digit first.
  private static func isDigits(_ text: ArraySlice<UInt8>) -> Bool {
    text.first.map(JSONNumber.isDigit) == true
      && text.allSatisfy { JSONNumber.isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  private static func isExponent(_ text: ArraySlice<UInt8>, needsSign: Bool) -> Bool {
    var rest = text
    guard let mark = rest.popFirst(), mark | 0x20 == UInt8(ascii: "e") else { return false }
    let hasSign = rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+")
    if hasSign { rest.removeFirst() } else if needsSign { return false }
    return !rest.isEmpty && rest.allSatisfy(JSONNumber.isDigit)
  }
}
