import Testing

@testable import Site

struct DecimalNumberTests {
  @Test(
    "Differences are exact, to the last digit",
    arguments: [
      ("0.592686002522068", "0.5688073394495413", "0.0238786630725267"),
      ("0.3", "0.1", "0.2"), ("0.1", "0.3", "-0.2"), ("-0.1", "0.2", "-0.3"), ("1", "1.0", "0"),
      ("-1", "-3", "2"), ("1e-5", "1e-6", "0.000009"), ("0", "-0.0", "0"),
      ("12345678901234567890", "12345678901234567889", "1"), ("1e3", "1", "999"),
    ])
  func differences(one: String, other: String, expected: String) throws {
    let (left, right) = (try #require(DecimalNumber(one)), try #require(DecimalNumber(other)))
    let difference = try #require(left.minus(right))
    let wanted = try #require(DecimalNumber(expected))
    #expect(try #require(difference.minus(wanted)).isZero)
    #expect(difference.isZero || difference.isNegative == expected.hasPrefix("-"))
  }

  @Test(
    "What has too many digits has no exact difference",
    arguments: [
      ("1e30", "1e-30"), ("1e400", "1"), (String(repeating: "7", count: 39), "1"),
      ("0.1", "1e-9999999999999999999999"),
    ])
  func inexact(one: String, other: String) throws {
    let (left, right) = (try #require(DecimalNumber(one)), try #require(DecimalNumber(other)))
    #expect(left.minus(right) == nil && right.minus(left) == nil)
  }

  @Test(
    "Only what JSON calls a number is read",
    arguments: ["", "-", ".5.", "1e", "e5", "1e+", "NaN", "0x1", "1 ", "--1", "1,5", "٣"])
  func refused(text: String) { #expect(DecimalNumber(text) == nil) }

  @Test(
    "Decimals are rounded half away from zero",
    arguments: [
      ("0.0005", 3, "0.001"), ("0.00049999", 3, "0.000"), ("9.9996", 3, "10.000"),
      ("1234567.5", 0, "1\u{202F}234\u{202F}568"), ("12.5", 3, "12.500"), ("7", 2, "7.00"),
      ("1e-400", 3, "0.000"), ("9999.5", 1, "9999.5"), ("12e3", 1, "12\u{202F}000.0"),
    ])
  func fixed(text: String, decimals: Int, expected: String) throws {
    #expect(try #require(DecimalNumber(text)).fixed(decimals: decimals) == expected)
  }

  @Test(
    "Powers of ten",
    arguments: [
      ("0.000012345", "1.235e\u{2212}5"), ("99999999.9", "1.000e8"),
      ("1e-400", "1.000e\u{2212}400"),
      ("0", "0.000e0"),
    ])
  func scientific(text: String, expected: String) throws {
    #expect(try #require(DecimalNumber(text)).scientific(decimals: 3) == expected)
  }
}
