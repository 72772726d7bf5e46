import Formats
import Testing

/// JSON that can be read.
struct JSONReaderTests {
  private func read(_ text: String) throws -> DataDocument {
    try JSONReader.read(Array(text.utf8))
  }

  private func number(_ text: String) -> DataValue { .number(DataNumber(text: text)) }

  @Test(arguments: [
    "0", "-0", "12", "-0.0", "0.10", "1e-05", "2.50E+10", "1e999", "1e-400", "NaN", "Infinity",
    "-Infinity", "12345678901234567890123", "0.30000000000000004", "1E5",
  ])
  func numbersKeepTheirText(_ text: String) throws {
    let document = try read(text)
    #expect(document.value == number(text))
    #expect(document.problems.isEmpty)
  }

  @Test(arguments: [
    ("null", DataValue.null), ("true", .bool(true)), (" false\n", .bool(false)), ("[]", .list([])),
    ("{ }", .map([])), ("[ ]", .list([])), ("\"\"", .string("")),
    ("[[], {}]", .list([.list([]), .map([])])),
  ])
  func values(_ text: String, _ value: DataValue) throws {
    #expect(try read(text).value == value)
  }

  @Test func keysKeepTheirOrder() throws {
    let value = try read(#"{"b": 1, "a": {"z": [true, null], "": "x"}}"#).value
    let expected = DataValue.map([
      DataMember("b", number("1")),
      DataMember(
        "a",
        .map([
          DataMember("z", .list([.bool(true), .null])), DataMember("", .string("x")),
        ])),
    ])
    #expect(value == expected)
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u00e9\u0041""#, "éA"),
    (#""\ud83d\ude80 \uD83D\uDE80""#, "🚀 🚀"), ("\"é🚀\u{7F}\"", "é🚀\u{7F}"),
    (#""__proto__""#, "__proto__"),
  ])
  func strings(_ text: String, _ value: String) throws {
    let document = try read(text)
    #expect(document.value == .string(value))
    #expect(document.problems.isEmpty)
  }

  @Test(arguments: [
    (#""a\ud83d""#, "a\u{FFFD}", 3), (#""\ude80b""#, "\u{FFFD}b", 2),
    (#""\ud83d\u0041""#, "\u{FFFD}A", 2), (#""é\ud83dx""#, "é\u{FFFD}x", 3),
    (#""a\u0000b""#, "ab", 3),
  ])
  func halvesOfPairsAndNULAreToldOf(_ text: String, _ value: String, _ column: Int) throws {
    let document = try read(text)
    #expect(document.value == .string(value))
    #expect(document.problems.map(\.code) == ["J008"])
    #expect(document.problems.first?.column == column)
  }

  @Test func twoHalvesOfPairsAreTwoProblems() throws {
    let document = try read(#""\ud83d\ud83d""#)
    #expect(document.value == .string("\u{FFFD}\u{FFFD}"))
    #expect(document.problems.map(\.column) == [2, 8])
  }

  @Test func theLastOfDuplicateKeysWins() throws {
    let document = try read("{\"a\": 1,\n \"b\": {\"a\": 5},\n  \"a\": 2, \"c\": 3}")
    let expected = DataValue.map([
      DataMember("a", number("2")), DataMember("b", .map([DataMember("a", number("5"))])),
      DataMember("c", number("3")),
    ])
    #expect(document.value == expected)
    let problem = try #require(document.problems.first)
    #expect(document.problems.count == 1)
    #expect([problem.line, problem.column] == [3, 3])
    #expect(problem.problem == "duplicate key “a”, first at 1:2")
    #expect(problem.code == "J004")
  }

  @Test func duplicateKeysAreFoundAmongMany() throws {
    let keys = (0..<100).map { "\"k\($0)\": \($0)" } + ["\"k3\": -1", "\"k77\": -2"]
    let document = try read("{\(keys.joined(separator: ", "))}")
    #expect(document.value?.members?.count == 100)
    #expect(document.value?["k3"] == number("-1"))
    #expect(document.value?["k77"] == number("-2"))
    #expect(document.problems.count == 2)
  }

  @Test func duplicateKeysAfterNestedMapsHaveTheirPlace() throws {
    let document = try read(#"{"a": {"x": 1, "x": 2, "y": 3}, "b": 1, "b": 2}"#)
    let words = document.problems.map(\.problem)
    #expect(words == ["duplicate key “x”, first at 1:8", "duplicate key “b”, first at 1:33"])
  }

  @Test func manyDuplicatesAreCounted() throws {
    let keys = repeatElement("\"a\": 1", count: 250).joined(separator: ",\n")
    let problems = try read("{\(keys)}").problems
    #expect(problems.count == 101)
    #expect(problems.last?.problem == "149 more problems of this kind follow")
  }

  @Test(arguments: ["", " \n\t\r\n", "\u{FEFF}"])
  func blankFilesAreEmpty(_ text: String) throws {
    let document = try read(text)
    #expect(document.value == nil)
    #expect(document.problems.map(\.code) == ["P009"])
  }

  @Test func theByteOrderMarkIsDropped() throws {
    let document = try read("\u{FEFF}{\"a\": 1, \"a\": 2}")
    #expect(document.value == .map([DataMember("a", number("2"))]))
    #expect(document.problems.first?.column == 10)
  }

  @Test func readsAsDeepAsTheLimit() throws {
    let depth = JSONReader.depthLimit
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try read(text).value?.items?.count == 1)
  }

  @Test func readsAsManyValuesAsTheLimit() throws {
    let items = repeatElement("0", count: JSONReader.nodeLimit - 1).joined(separator: ",")
    #expect(try read("[\(items)]").value?.items?.count == JSONReader.nodeLimit - 1)
  }
}
