import Formats
import Testing

/// The core schema of YAML 1.2, as DVC reads it (`records.md` §4.2).
struct YAMLScalarTests {
  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func null(_ text: String) { #expect(YAMLScalar(plain: text) == .null) }

  @Test(arguments: [
    ("true", true), ("True", true), ("TRUE", true), ("false", false), ("False", false),
    ("FALSE", false),
  ])
  func boolean(_ text: String, _ flag: Bool) { #expect(YAMLScalar(plain: text) == .bool(flag)) }

  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("+0", "0"), ("12", "12"), ("+12", "12"), ("-12", "-12"),
    ("017", "17"), ("-007", "-7"), ("000", "0"), ("0o17", "15"), ("0x1F", "31"), ("0xff", "255"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("-99999999999999999999", "-99999999999999999999"), ("1_000", "1000"), ("0b1010", "10"),
    ("0o7_7", "63"), ("0xFFFFFFFFFFFFFFFFFFFF", "1208925819614629174706175"),
  ])
  func integer(_ text: String, _ digits: String) {
    #expect(YAMLScalar(plain: text) == .integer(digits))
  }

  @Test(arguments: [
    ("1e-5", "1e-5"), (".5", ".5"), ("1.", "1."), ("-0.0", "-0.0"), ("2.5E+10", "2.5E+10"),
    ("1e400", "1e400"), ("+1.5", "+1.5"), ("3.0", "3.0"), (".inf", ".inf"), ("-.Inf", "-.inf"),
    ("+.INF", ".inf"), (".nan", ".nan"), (".NaN", ".nan"), (".NAN", ".nan"),
  ])
  func float(_ text: String, _ number: String) {
    #expect(YAMLScalar(plain: text) == .float(number))
  }

  @Test(arguments: [
    "yes", "no", "on", "off", "y", "TrUe", "nULL", "2024-01-02", "2024-01-02T03:04:05Z",
    "190:20:30", "1:30", "1.2.3", "1e", "e5", "1e+", ".", "+", "-", "--1", "+-1", "0x", "0o",
    "0o8", "0xg", "0x+5", "0o-7", "0x-1", "-.nan", "+.NaN", "inf", "nan", ".iNf", "1 2", "١٢", "½",
    "v1.0.0", "1.5e3.2", "0b", "0b2", "+_", "/5", ",5",
  ])
  func text(_ text: String) { #expect(YAMLScalar(plain: text) == .string(text)) }
}
