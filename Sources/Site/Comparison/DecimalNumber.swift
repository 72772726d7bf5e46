/// A decimal number of up to 38 digits, for differences and roundings without binary noise.
struct DecimalNumber: Hashable, Sendable {
  let isNegative: Bool

  /// The digits as a whole number; the value is this times ten to the power of `exponent`.
  let coefficient: UInt128
  let exponent: Int

  /// Whether no digit of the source was dropped.
  let isExact: Bool

  /// The most digits that always fit.
  private static let digitLimit = 38

  /// An exponent further out says nothing more than this one.
  private static let exponentLimit = 1_000_000

  init(isNegative: Bool = false, coefficient: UInt128, exponent: Int, isExact: Bool = true) {
    self.isNegative = isNegative
    self.coefficient = coefficient
    self.exponent = exponent
    self.isExact = isExact
  }

  /// Reads a number as JSON spells it; nothing for any other text.
  init?(_ text: String) {
    var bytes = Substring(text).utf8[...]
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative { bytes.removeFirst() }
    var digits = DigitReader()
    digits.read(&bytes, isFraction: false)
    if bytes.first == UInt8(ascii: ".") {
      bytes.removeFirst()
      digits.read(&bytes, isFraction: true)
    }
    guard digits.count > 0, let exponent = Self.exponent(bytes) else { return nil }
    self.init(
      isNegative: isNegative, coefficient: digits.coefficient,
      exponent: digits.exponent + exponent, isExact: digits.isExact)
  }

  /// What stands behind the digits: 0 for nothing.
  private static func exponent(_ rest: Substring.UTF8View) -> Int? {
    guard let first = rest.first else { return 0 }
    guard first | 0x20 == UInt8(ascii: "e") else { return nil }
    var bytes = rest.dropFirst()
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    guard !bytes.isEmpty else { return nil }
    var exponent = 0
    for byte in bytes {
      guard 48...57 ~= byte else { return nil }
      exponent = min(exponent * 10 + Int(byte - 48), exponentLimit)
    }
    return isNegative ? -exponent : exponent
  }

  /// Gathers digits as long as they fit.
  private struct DigitReader {
    private(set) var coefficient: UInt128 = 0
    private(set) var exponent = 0
    private(set) var isExact = true
    private(set) var count = 0
    private var significant = 0

    mutating func read(_ bytes: inout Substring.UTF8View, isFraction: Bool) {
      while let byte = bytes.first, 48...57 ~= byte {
        bytes.removeFirst()
        count += 1
        if significant == DecimalNumber.digitLimit {
          if byte != 48 { isExact = false }
          if !isFraction { exponent += 1 }
        } else {
          coefficient = coefficient * 10 + UInt128(byte - 48)
          if coefficient > 0 { significant += 1 }
          if isFraction { exponent -= 1 }
        }
      }
    }
  }
}

extension DecimalNumber {
  var isZero: Bool { coefficient == 0 }

  /// How many digits the coefficient has; 1 for zero.
  var digitCount: Int { Self.powers.lastIndex { $0 <= coefficient }.map { $0 + 1 } ?? 1 }

  /// The power of ten of the first digit: 0 for 7.5, −2 for 0.012.
  var magnitude: Int { digitCount + exponent - 1 }

  /// The same without its sign.
  var absolute: DecimalNumber {
    DecimalNumber(coefficient: coefficient, exponent: exponent, isExact: isExact)
  }

  /// The number times a power of ten.
  func shifted(by power: Int) -> DecimalNumber {
    DecimalNumber(
      isNegative: isNegative, coefficient: coefficient, exponent: exponent + power,
      isExact: isExact)
  }

  /// The exact difference; nothing where it has more digits than fit or digits are missing.
  func minus(_ other: DecimalNumber) -> DecimalNumber? {
    let common = min(exponent, other.exponent)
    guard isExact, other.isExact, let mine = scaled(to: common),
      let others = other.scaled(to: common)
    else { return nil }
    if isNegative != other.isNegative {
      let (sum, overflow) = mine.addingReportingOverflow(others)
      return overflow
        ? nil : DecimalNumber(isNegative: isNegative, coefficient: sum, exponent: common)
    }
    let isLess = mine < others
    return DecimalNumber(
      isNegative: isNegative != isLess, coefficient: isLess ? others - mine : mine - others,
      exponent: common)
  }

  /// The coefficient for a smaller exponent; nothing where it doesn't fit.
  private func scaled(to target: Int) -> UInt128? {
    if coefficient == 0 { return 0 }
    guard let factor = Self.power(exponent - target) else { return nil }
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }

  /// The value as so many units of ten to the power of `-decimals`, halves rounded away from zero;
  /// nothing where that doesn't fit.
  func units(decimals: Int) -> UInt128? {
    let surplus = -exponent - decimals
    guard surplus > 0 else { return scaled(to: -decimals) }
    guard let divisor = Self.power(surplus) else { return 0 }
    let (quotient, rest) = coefficient.quotientAndRemainder(dividingBy: divisor)
    return rest >= divisor - rest ? quotient + 1 : quotient
  }

  private static let powers: [UInt128] = (0..<38).reduce(into: [1]) { powers, index in
    powers.append(powers[index] * 10)
  }

  private static func power(_ exponent: Int) -> UInt128? {
    powers.indices.contains(exponent) ? powers[exponent] : nil
  }
}
