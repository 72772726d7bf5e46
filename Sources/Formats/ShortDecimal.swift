extension Double {
  /// The powers of ten that floating-point numbers hold exactly.
  private static let exactPowers = (0...22).map { Double("1e\($0)") ?? .nan }

  /// Reads a text as `Double(_:)` does, with the same result, but quicker for the short decimal numbers
  /// that logs are made of: plots hold hundreds of them a version.
  package init?(short text: String) {
    guard let value = Self.quick(text) ?? Self(text) else { return nil }
    self = value
  }

  /// The number of some digits, with or without a point between them; nothing for any other text, also
  /// where digits and power of ten are not both exact, so that the result would be rounded twice.
  private static func quick(_ text: String) -> Double? {
    let bytes = text.utf8Span.span
    var digits: UInt64 = 0
    var decimals: Int?
    let isNegative = bytes.count > 1 && bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard bytes.count > start, bytes.count - start <= 16 else { return nil }
    for index in start..<bytes.count {
      switch bytes[index] {
      case let byte where 48...57 ~= byte:
        digits = digits * 10 + UInt64(byte - 48)
        if let known = decimals { decimals = known + 1 }
      case UInt8(ascii: ".") where decimals == nil && index > start && index + 1 < bytes.count:
        decimals = 0
      default: return nil
      }
    }
    guard digits < 1 << 53 else { return nil }
    let value = Double(digits) / exactPowers[decimals ?? 0]
    return isNegative ? -value : value
  }
}
