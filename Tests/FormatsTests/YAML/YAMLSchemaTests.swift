import Formats
import Testing

/// Plain scalars as the two schemas type them: the answers of ruamel.yaml 0.19.1 (which DVC reads
/// with) and PyYAML 6.0.3. Where those fail, as for `2024-13-45` or `0x_`, the text is kept.
struct YAMLSchemaTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let core: String
    let version11: String

    init(_ text: String, _ core: String, _ version11: String) {
      self.text = text
      self.core = core
      self.version11 = version11
    }

    var testDescription: String { text }
  }

  static let rows = [
    Row("1_000", "int 1000", "int 1000"),
    Row("1__0", "int 10", "int 10"),
    Row("_1", "text", "text"),
    Row("_", "text", "text"),
    Row("+_", "text", "text"),
    Row("-1_0", "int -10", "int -10"),
    Row("1_", "int 1", "int 1"),
    Row("0b1010", "int 10", "int 10"),
    Row("-0b11", "int -3", "int -3"),
    Row("0b", "text", "text"),
    Row("0b_", "text", "text"),
    Row("0b1_0", "int 2", "int 2"),
    Row("0o17", "int 15", "text"),
    Row("0o1_7", "int 15", "text"),
    Row("0o8", "text", "text"),
    Row("0o", "text", "text"),
    Row("-0o17", "int -15", "text"),
    Row("+0o17", "int 15", "text"),
    Row("017", "int 17", "int 15"),
    Row("0_17", "int 17", "int 15"),
    Row("08", "int 8", "text"),
    Row("09.5", "float 9.5", "float 9.5"),
    Row("0x1F", "int 31", "int 31"),
    Row("0x1_F", "int 31", "int 31"),
    Row("0x_", "text", "text"),
    Row("0xg", "text", "text"),
    Row("0X1F", "text", "text"),
    Row("-0x1F", "int -31", "int -31"),
    Row("1_000.5", "float 1000.5", "float 1000.5"),
    Row("1._", "float 1.0", "float 1.0"),
    Row("1_.5", "float 1.5", "float 1.5"),
    Row(".5", "float 0.5", "float 0.5"),
    Row("._5", "float 0.5", "text"),
    Row("._", "text", "text"),
    Row(".", "text", "text"),
    Row(".5_0", "float 0.5", "float 0.5"),
    Row("-.5", "float -0.5", "text"),
    Row("+.5", "float 0.5", "text"),
    Row("-.5e5", "text", "text"),
    Row(".5e5", "text", "text"),
    Row(".5e+5", "float 50000.0", "float 50000.0"),
    Row("1.", "float 1.0", "float 1.0"),
    Row("1.e5", "float 100000.0", "text"),
    Row("1.e+5", "float 100000.0", "float 100000.0"),
    Row("1e5", "float 100000.0", "text"),
    Row("1e-5", "float 1e-05", "text"),
    Row("1E+5", "float 100000.0", "text"),
    Row("1.5e5", "float 150000.0", "text"),
    Row("1.5e+5", "float 150000.0", "float 150000.0"),
    Row("1.5E5", "float 150000.0", "text"),
    Row("1_0e5", "float 1000000.0", "text"),
    Row("1e+", "text", "text"),
    Row("e5", "text", "text"),
    Row("1e400", "float inf", "text"),
    Row("-1e400", "float -inf", "text"),
    Row("1e-400", "float 0.0", "text"),
    Row("-0", "int 0", "int 0"),
    Row("-0.0", "float -0.0", "float -0.0"),
    Row("+0", "int 0", "int 0"),
    Row("00", "int 0", "int 0"),
    Row("0", "int 0", "int 0"),
    Row("-00", "int 0", "int 0"),
    Row("0_", "int 0", "int 0"),
    Row("190:20:30", "text", "int 685230"),
    Row("1:30", "text", "int 90"),
    Row("-1:30", "text", "int -90"),
    Row("1:30.5", "text", "float 90.5"),
    Row("190:20:30.15", "text", "float 685230.15"),
    Row("1:60", "text", "text"),
    Row("0:30", "text", "text"),
    Row("01:30", "text", "text"),
    Row("1:2:3:4", "text", "int 223384"),
    Row("1_0:30", "text", "int 630"),
    Row("1:30.", "text", "float 90.0"),
    Row("-1:30.5", "text", "float -90.5"),
    Row("+1:30", "text", "int 90"),
    Row(".inf", "float inf", "float inf"),
    Row("-.Inf", "float -inf", "float -inf"),
    Row("+.INF", "float inf", "float inf"),
    Row(".nan", "float nan", "float nan"),
    Row("-.nan", "text", "text"),
    Row(".NaN", "float nan", "float nan"),
    Row(".NAN", "float nan", "float nan"),
    Row("inf", "text", "text"),
    Row("nan", "text", "text"),
    Row("yes", "text", "bool True"),
    Row("Yes", "text", "bool True"),
    Row("YES", "text", "bool True"),
    Row("yEs", "text", "text"),
    Row("no", "text", "bool False"),
    Row("n", "text", "text"),
    Row("N", "text", "text"),
    Row("y", "text", "text"),
    Row("Y", "text", "text"),
    Row("on", "text", "bool True"),
    Row("Off", "text", "bool False"),
    Row("oFF", "text", "text"),
    Row("true", "bool True", "bool True"),
    Row("True", "bool True", "bool True"),
    Row("tRUE", "text", "text"),
    Row("null", "null", "null"),
    Row("Null", "null", "null"),
    Row("~", "null", "null"),
    Row("NULL", "null", "null"),
    Row("nULL", "text", "text"),
    Row("=", "text", "text"),
    Row("<<", "text", "text"),
    Row("2024-01-02", "date", "date"),
    Row("2024-1-2", "text", "text"),
    Row("2024-13-45", "date", "date"),
    Row("2024-01-02T03:04:05", "date", "date"),
    Row("2024-01-02T03:04:05Z", "date", "date"),
    Row("2024-01-02t3:04:05.5", "date", "date"),
    Row("2024-01-02T03:04:05+01:00", "date", "date"),
    Row("2024-01-02T03:04:05-1", "date", "date"),
    Row("2024-01-02T03:04", "text", "text"),
    Row("2024-1-2T03:04:05", "date", "date"),
    Row("2024-01-02T25:61:61", "date", "date"),
    Row("2024-01-02T", "text", "text"),
    Row("12024-01-02", "text", "text"),
    Row("0024-01-02", "date", "date"),
    Row("2024-00-00", "date", "date"),
    Row("0000-01-01", "date", "date"),
    Row("1.10", "float 1.1", "float 1.1"),
    Row("1.2.3", "text", "text"),
    Row("12e03", "float 12000.0", "text"),
    Row("012e3", "float 12000.0", "text"),
    Row("+12.3", "float 12.3", "float 12.3"),
    Row("12e3.4", "text", "text"),
    Row(
      "123456789012345678901234567890", "int 123456789012345678901234567890",
      "int 123456789012345678901234567890"),
    Row(
      "0x123456789012345678901234567890", "int 94522879687365475552814062743484560",
      "int 94522879687365475552814062743484560"),
    Row("0o7777777777777777777777777777", "int 19342813113834066795298815", "text"),
    Row("1e1_0", "text", "text"),
    Row("+1e5", "float 100000.0", "text"),
    Row("--1", "text", "text"),
    Row("+-1", "text", "text"),
    Row("1,000", "text", "text"),
    Row("0.1_5", "float 0.15", "float 0.15"),
    Row("2024_01_02", "int 20240102", "int 20240102"),
    Row("1e+_5", "text", "text"),
    Row("0o_17", "int 15", "text"),
    Row("1__.5", "float 1.5", "float 1.5"),
    Row("++1", "text", "text"),
    Row("3.0", "float 3.0", "float 3.0"),
    Row("2024-01-02 03:04:05", "date", "date"),
    Row("2024-01-02 03:04:05 +2", "date", "date"),
    Row("2024-01-02 3:04:05 Z", "date", "date"),
    Row("2024-01-02  03:04:05.123456789 +02:30", "date", "date"),
    Row("1 2", "text", "text"),
  ]

  @Test(arguments: rows)
  func isTypedAsInPython(_ row: Row) throws {
    let bytes = Array("a: \(row.text)\n".utf8)
    let core = try YAMLReader.document(bytes).value?["a"]
    let version11 = try YAMLReader.document(bytes, schema: .version11).value?["a"]
    #expect(summary(core) == row.core)
    #expect(summary(version11) == row.version11)
  }

  @Test(arguments: [
    (".5", "0.5"), ("1.", "1.0"), ("+2", "2"), ("+2e3", "2e3"), ("-.5", "-0.5"), ("1.10", "1.10"),
    ("-0.0", "-0.0"), ("0.10", "0.10"), ("1e400", "1e400"), ("00.5", "0.5"), (".inf", "Infinity"),
    ("-.INF", "-Infinity"), (".NaN", "NaN"), ("1_0.2_5", "10.25"), ("2.50E+05", "2.50E+05"),
  ])
  func numbersKeepTheirDigits(_ text: String, _ digits: String) throws {
    let value = try YAMLReader.document(Array(text.utf8)).value
    #expect(value == .number(DataNumber(text: digits)))
  }

  @Test func quotedScalarsAreText() throws {
    let value = try YAMLReader.document(Array("[\"1\", '2024-01-02', 'true', '']".utf8)).value
    let expected = ["1", "2024-01-02", "true", ""].map { DataValue.string($0) }
    #expect(value == .list(expected))
  }

  @Test func numbersOfMoreDigitsThanTheLimitAreText() throws {
    let hexadecimal = "0x" + String(repeating: "F", count: 257)
    let value = try YAMLReader.document(Array(hexadecimal.utf8)).value
    #expect(value == .string(hexadecimal))
    let decimal = String(repeating: "9", count: 5000)
    #expect(
      try YAMLReader.document(Array(decimal.utf8)).value == .number(DataNumber(text: decimal)))
  }

  /// A value as the table above spells it.
  private func summary(_ value: DataValue?) -> String {
    switch value {
    case .bool(let flag): flag ? "bool True" : "bool False"
    case .number(let number) where number.isInteger: "int " + number.text
    case .number(let number): "float \(number.double)"
    case .string: "text"
    case .date: "date"
    case .null: "null"
    case .list, .map, nil: "something else"
    }
  }
}
