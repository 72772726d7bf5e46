import Formats
import Testing

@testable import Records

/// The outcomes are those of Python's `str`, put in by DVC 3.67.1.
struct PythonTextTests {
  @Test(arguments: [
    ("1", "1"), ("-5", "-5"), ("-0", "0"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("1.0", "1.0"), ("1.50", "1.5"), ("1e-5", "1e-05"), ("0.0001", "0.0001"),
    ("0.00012", "0.00012"),
    ("1e16", "1e+16"), ("2e22", "2e+22"), ("1e15", "1000000000000000.0"), ("-0.0", "-0.0"),
    ("12345678.9", "12345678.9"), ("1.5e-7", "1.5e-07"), ("1e100", "1e+100"),
    ("-1.5e-300", "-1.5e-300"),
    ("9007199254740993.0", "9007199254740992.0"),
    ("123456789012345680.0", "1.2345678901234568e+17"),
    ("1e400", "inf"), ("-Infinity", "-inf"), ("NaN", "nan"), ("0.1", "0.1"), ("100.0", "100.0"),
  ])
  func spellsNumbers(_ digits: String, _ text: String) {
    #expect(PythonText.interpolated(.number(DataNumber(text: digits))) == text)
  }

  @Test(arguments: [
    (DataValue.bool(true), "true", "True"), (.bool(false), "false", "False"),
    (.null, "None", "None"),
    (.string("x"), "x", "x"), (.date("2024-01-02"), "2024-01-02", "2024-01-02"),
  ])
  func spellsOtherValues(_ value: DataValue, _ interpolated: String, _ plain: String) {
    #expect(PythonText.interpolated(value) == interpolated)
    #expect(PythonText.plain(value) == plain)
  }

  @Test(arguments: [
    ("{k: v w, b: true, l: [1, 'a b'], f: false}", "--k 'v w' --b --l 1 'a b'"),
    (
      "{a: {b: {c: 1}}, n: ~, e: [], q: \"it's\", z: ''}",
      #"--a.b.c 1 --n None --q 'it'"'"'s' --z ''"#
    ),
  ])
  func writesMapsAsOptions(_ yaml: String, _ text: String) throws {
    let node = try #require(try YAMLReader.read(Array(yaml.utf8)))
    #expect(PythonText.options(DataValue(node)) == text)
  }

  @Test func writesNoListsOfLists() {
    let value = DataValue.map([DataMember("a", .list([.list([])]))])
    #expect(PythonText.options(value) == nil)
  }
}
