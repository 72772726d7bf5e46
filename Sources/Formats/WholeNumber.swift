/// A whole number of any size, built digit by digit.
struct WholeNumber {
  /// Parts of nine decimal digits, the lowest first.
  private var parts: [UInt64] = [0]

  private static let partSize: UInt64 = 1_000_000_000

  /// How many digits a number in another base may have; building one takes time by their square.
  static let digitLimit = 256

  /// The decimal digits of a number in another base, underscores ignored; nothing where there are
  /// no digits, other ones, or too many.
  static func decimal(_ digits: some Collection<UInt8>, radix: UInt64) -> String? {
    var number = WholeNumber()
    var count = 0
    for byte in digits where byte != UInt8(ascii: "_") {
      let digit = Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt64.init)
      guard let digit, digit < radix, count < digitLimit else { return nil }
      number.multiply(by: radix, adding: digit)
      count += 1
    }
    return count == 0 ? nil : number.decimal
  }

  /// Multiplies by a small number and adds another one.
  mutating func multiply(by factor: UInt64, adding addend: UInt64) {
    var carry = addend
    for index in parts.indices {
      let product = parts[index] * factor + carry
      parts[index] = product % Self.partSize
      carry = product / Self.partSize
    }
    if carry > 0 { parts.append(carry) }
  }

  /// The number in decimal digits.
  var decimal: String {
    let lower = parts.dropLast().reversed().map { part in
      let digits = String(part)
      return String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return String(parts.last ?? 0) + lower.joined()
  }
}
