import Formats

/// A number of a record file, ready to be compared.
struct LoggedNumber: Hashable, Sendable {
  /// As JSON spells it, in the source's own digits; or `NaN`, `Infinity`, `-Infinity`.
  let text: String

  /// Whether the file has it as text.
  let isText: Bool
  let isInteger: Bool

  /// The nearest floating-point number.
  let double: Double

  /// The number by its digits; nothing for NaN and what is infinite.
  let decimal: DecimalNumber?

  init(_ number: DataNumber, isText: Bool = false) {
    text = number.text
    self.isText = isText
    isInteger = number.isInteger
    double = number.double
    // An integer is known by its digits even where no floating-point number reaches it.
    decimal = double.isFinite || isInteger ? DecimalNumber(number.text) : nil
  }

  /// Reads a text that is nothing but a number: `0.69`, `+1e-5`, `.5`, `nan`, `-inf`.
  init?(numericText text: String) {
    guard text.utf8.count <= Self.textLimit, let spelling = Self.spelling(of: text) else {
      return nil
    }
    self.init(DataNumber(text: spelling), isText: true)
  }

  /// Longer texts aren't taken for numbers.
  private static let textLimit = 100

  private static func spelling(of text: String) -> String? {
    var body = text.utf8.drop { $0 == UInt8(ascii: " ") }
    while body.last == UInt8(ascii: " ") { body.removeLast() }
    let isNegative = body.first == UInt8(ascii: "-")
    if isNegative || body.first == UInt8(ascii: "+") { body = body.dropFirst() }
    let sign = isNegative ? "-" : ""
    switch Substring(body).lowercased() {
    case "nan": return "NaN"
    case "inf", "infinity": return sign + "Infinity"
    default: break
    }
    let digits = body.prefix { 48...57 ~= $0 }
    var rest = body.dropFirst(digits.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = rest.prefix { 48...57 ~= $0 }
      rest = rest.dropFirst(fraction.count)
      if fraction.isEmpty, digits.isEmpty { return nil }
    }
    let whole = digits.drop { $0 == 48 }
    let spelling =
      sign + (whole.isEmpty ? "0" : String(Substring(whole)))
      + (fraction.isEmpty ? "" : "." + String(Substring(fraction))) + String(Substring(rest))
    guard !digits.isEmpty || !fraction.isEmpty, DecimalNumber(spelling) != nil else { return nil }
    return spelling
  }
}

extension LoggedNumber {
  var isFinite: Bool { decimal != nil }

  /// What must be added to an earlier number to reach this one; nothing where one isn't finite.
  ///
  /// Exact where the digits of both allow it, else as floating-point numbers differ.
  func difference(from earlier: LoggedNumber) -> DecimalNumber? {
    guard let decimal, let other = earlier.decimal else { return nil }
    if let exact = decimal.minus(other) { return exact }
    let difference = double - earlier.double
    return difference.isFinite ? DecimalNumber("\(difference)") : nil
  }

  /// Whether this comes before another in order; both are finite.
  func precedes(_ other: LoggedNumber) -> Bool {
    if double != other.double { return double < other.double }
    return difference(from: other).map { $0.isNegative && !$0.isZero } ?? false
  }
}
