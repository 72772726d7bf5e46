/// How the numbers of one column or row are written, so that they can be compared at a glance
/// (`pages.md`, numbers).
struct NumberFormat: Hashable, Sendable {
  /// Decimals of numbers that are written out.
  private(set) var decimals: Int

  /// Decimals before the power of ten.
  private let mantissaDecimals: Int
  private let isPercent: Bool

  /// Whether all numbers are whole, and written as they are.
  private let isWhole: Bool

  /// Whether every number is written by a power of ten.
  private let isScientific: Bool

  /// Whether they are decimals of which none is beyond one, as most scores and losses are.
  private let isFraction: Bool

  /// Whole numbers of more digits are written by powers of ten.
  private static let wholeLimit = 60

  /// Chooses as many decimals as the closest two different numbers need.
  init(of numbers: [LoggedNumber], isPercent: Bool = false) {
    let shift = isPercent ? 2 : 0
    var (plain, powers): ([LoggedNumber], [LoggedNumber]) = ([], [])
    var (smallest, largest): (Int?, Int?) = (nil, nil)
    for number in numbers {
      guard let value = number.decimal else { continue }
      if Self.isScientific(value.shifted(by: shift), number) {
        powers.append(number)
        largest = max(largest ?? value.magnitude, value.magnitude)
      } else {
        plain.append(number)
        if !value.isZero { smallest = min(smallest ?? value.magnitude, value.magnitude) }
      }
    }
    let count = plain.count + powers.count
    isWhole =
      !isPercent && count > 0 && plain.allSatisfy(\.isInteger) && powers.allSatisfy(\.isInteger)
    self.isPercent = isPercent
    isScientific = plain.isEmpty && !powers.isEmpty
    isFraction =
      !isWhole && !isPercent && !plain.isEmpty
      && plain.allSatisfy { abs($0.double) <= 1 }
    decimals = isWhole ? 0 : Self.decimals(plain, smallest: smallest, isPercent: isPercent)
    mantissaDecimals = Self.clamped(
      (largest ?? 0) - (Self.closest(powers) ?? largest ?? 0) + 1, to: 3...6)
  }

  /// Enough that the closest two differ in their last two digits, but beyond the least that is always
  /// shown no digit that no source has.
  private static func decimals(
    _ numbers: [LoggedNumber], smallest: Int?, isPercent: Bool
  ) -> Int {
    let (shift, limits) = isPercent ? (2, 1...4) : (0, 3...6)
    let gap = min(closest(numbers) ?? .max, smallest ?? 0)
    let written = numbers.compactMap(\.decimal).map { -$0.exponent }.max() ?? 0
    return min(
      clamped(1 - (gap + shift), to: limits), max(written - shift, limits.lowerBound))
  }

  private static func clamped(_ value: Int, to limits: ClosedRange<Int>) -> Int {
    min(max(value, limits.lowerBound), limits.upperBound)
  }

  /// The magnitude of the smallest difference between two of the numbers.
  private static func closest(_ numbers: [LoggedNumber]) -> Int? {
    guard numbers.count > 1 else { return nil }
    let sorted = numbers.sorted { $0.double < $1.double }
    var closest: (gap: Double, one: LoggedNumber, other: LoggedNumber)?
    for (one, other) in zip(sorted, sorted.dropFirst()) {
      let gap = other.double - one.double
      if gap > 0, gap < closest?.gap ?? .infinity { closest = (gap, one, other) }
    }
    return closest.flatMap { $0.other.difference(from: $0.one)?.magnitude }
  }

  private static func isScientific(_ number: DecimalNumber, _ source: LoggedNumber) -> Bool {
    if source.isInteger { return source.text.utf8.count > wholeLimit }
    return !number.isZero && (number.magnitude >= 6 || number.magnitude < -4)
  }

  /// The number for people: with a real minus sign and groups of thousands.
  func text(_ number: LoggedNumber) -> String {
    guard let value = number.decimal else {
      return number.double.isNaN ? "NaN" : number.double < 0 ? "\u{2212}∞" : "∞"
    }
    let shown = isPercent ? value.shifted(by: 2) : value
    let sign = value.isNegative ? "\u{2212}" : ""
    return sign + unsigned(shown, of: number) + (isPercent ? "%" : "")
  }

  private func unsigned(_ shown: DecimalNumber, of number: LoggedNumber) -> String {
    if Self.isScientific(shown, number) { return shown.scientific(decimals: mantissaDecimals) }
    if !isPercent, number.isInteger, isWhole || shown.magnitude >= 6 {
      let digits = number.text.utf8.drop { $0 == UInt8(ascii: "-") }
      return DecimalNumber.grouped(String(Substring(digits)))
    }
    return shown.fixed(decimals: decimals) ?? shown.scientific(decimals: mantissaDecimals)
  }

  /// The size of a difference without its sign: never zero, but less than what can be seen.
  func size(of difference: DecimalNumber) -> String {
    let size = isPercent ? difference.absolute.shifted(by: 2) : difference.absolute
    let unit = isPercent ? " pp" : ""
    if isScientific, !isWhole { return size.scientific(decimals: mantissaDecimals) + unit }
    if isWhole {
      return (size.fixed(decimals: 0) ?? size.scientific(decimals: mantissaDecimals)) + unit
    }
    if size.magnitude >= 6 { return size.scientific(decimals: mantissaDecimals) + unit }
    guard size.units(decimals: decimals) == 0 else {
      return (size.fixed(decimals: decimals) ?? size.scientific(decimals: 3)) + unit
    }
    let least = DecimalNumber(coefficient: 1, exponent: -decimals).fixed(decimals: decimals)
    return "< " + (least ?? "") + unit
  }
}

extension NumberFormat {
  /// Longer fractions don't make others longer.
  private static let commonLimit = 4

  /// Gives the fractions among the rows of a table one precision, so that their decimals stand under
  /// each other.
  static func align(_ formats: inout [NumberFormat]) {
    let common = formats.filter { $0.isFraction && $0.decimals <= commonLimit }.map(\.decimals)
      .max()
    guard let common else { return }
    for index in formats.indices where formats[index].isFraction {
      formats[index].decimals = max(formats[index].decimals, common)
    }
  }
}

extension DecimalNumber {
  /// The digits with so many decimals, without a sign; nothing where they don't fit.
  func fixed(decimals: Int) -> String? {
    guard let units = units(decimals: decimals) else { return nil }
    let digits = String(units)
    guard decimals > 0 else { return Self.grouped(digits) }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return Self.grouped(String(padded.dropLast(decimals))) + "." + padded.suffix(decimals)
  }

  /// One digit, decimals, and a power of ten, without a sign: `1.235e−5`.
  func scientific(decimals: Int) -> String {
    let first = DecimalNumber(coefficient: coefficient, exponent: 1 - digitCount)
    var (text, power) = (first.fixed(decimals: decimals) ?? "0", magnitude)
    if text.hasPrefix("10") {
      (text, power) = ("1." + String(repeating: "0", count: decimals), power + 1)
    }
    return text + "e" + (power < 0 ? "\u{2212}" : "") + String(power.magnitude)
  }

  /// Digits in groups of three, from 10,000 on.
  static func grouped(_ digits: String) -> String {
    let count = digits.utf8.count
    guard count > 4 else { return digits }
    var text = ""
    for (index, digit) in digits.utf8.enumerated() {
      if index > 0, (count - index) % 3 == 0 { text += "\u{202F}" }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }
}
