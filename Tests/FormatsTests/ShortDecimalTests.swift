import Testing

@testable import Formats

/// The quick way to read a number gives what the usual one gives, to the last bit.
struct ShortDecimalTests {
  @Test(arguments: [
    "0", "-0", "-0.0", "1", "00012", "0.1", "-0.30000000000", "9007199254740991",
    "9007199254740992",
    "9007199254740993", "123456789012345678", "0.000000000000001", "0.1234567890123456", "1.", ".5",
    "-.5", "-", "", ".", "1.2.3", "+1", "1e5", "1E-7", "nan", "-inf", "Infinity", "0x1p3", " 1",
    "1 ",
    "1,5", "١", "--1", "1_000",
  ])
  func readsAsUsual(_ text: String) {
    #expect(Double(short: text)?.bitPattern == Double(text)?.bitPattern)
  }

  @Test func readsDrawnNumbersAsUsual() {
    var seed: UInt64 = 7
    for _ in 0..<20_000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let digits = String(seed >> (seed & 31))
      let place = digits.index(digits.startIndex, offsetBy: Int(seed >> 33) % digits.count)
      let text = (seed & 64 == 0 ? "-" : "") + digits[..<place] + "." + digits[place...]
      #expect(Double(short: text)?.bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }
}
