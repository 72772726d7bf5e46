/// Writes numbers into drawings as people read them: four significant digits, a true minus sign, and
/// powers of ten where the digits would be many.
package enum ShortNumber {
  /// The number in few digits; `NaN` and `∞` by their names.
  package static func text(_ value: Double, digits: Int = 4) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "\u{2212}∞" : "∞" }
    if value == 0 { return "0" }
    if value.magnitude < 1e6, value == value.rounded() {
      return DecimalText(units: Int(value), exponent: 0).text(decimals: 0)
    }
    let number = rounded(value, to: digits)
    return number.text(decimals: max(0, -number.exponent))
  }

  /// Numbers that stand below each other: all with as many decimals as any of them has.
  static func texts(_ values: [Double], digits: Int = 4) -> [String] {
    let short = values.map { text($0, digits: digits) }
    let isPlain = !short.contains { text in text.contains { $0 == "e" || $0 == "×" } }
    let decimals = short.map { text in text.split(separator: ".").dropFirst().first?.count ?? 0 }
    guard isPlain, let most = decimals.max(), most > 0 else { return short }
    return zip(short, zip(values, decimals)).map { text, number in
      guard number.0.isFinite else { return text }
      let point = number.1 == 0 ? "." : ""
      return text + point + String(repeating: "0", count: most - number.1)
    }
  }

  /// The nearest decimal number of so many digits, final zeros left out.
  static func rounded(_ value: Double, to digits: Int) -> DecimalText {
    let parts = "\(value.magnitude)".split(separator: "e")
    let whole = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = whole.count > 1 ? whole[1] : ""
    var exponent = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) - fraction.utf8.count
    let all = (whole[0] + fraction).drop { $0 == "0" }
    var units = Int(all.prefix(digits)) ?? 0
    if all.utf8.count > digits {
      exponent += all.utf8.count - digits
      if let next = all.dropFirst(digits).first, next >= "5" { units += 1 }
    }
    while units > 0, units.isMultiple(of: 10) {
      units /= 10
      exponent += 1
    }
    return DecimalText(units: value < 0 ? -units : units, exponent: exponent)
  }
}
