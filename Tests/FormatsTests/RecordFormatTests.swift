import Formats
import Testing

struct RecordFormatTests {
  @Test(arguments: [
    ("metrics.json", RecordFormat.json), ("a/b.JSON", .json), ("a.b.toml", .toml),
    ("params.PY", .python), ("params.yaml", .yaml), ("m.yml", .yaml), ("metrics", .yaml),
    ("eval.json/metrics", .yaml), (".json", .yaml), ("a/..json", .yaml), ("a/.x.json", .json),
    ("m.json5", .yaml), ("m.json.bak", .yaml), ("m.", .yaml), ("", .yaml), ("json", .yaml),
    ("模型.json", .json),
  ])
  func isToldByTheName(_ path: String, _ format: RecordFormat) {
    #expect(RecordFormat.of(path: path) == format)
  }

  @Test(arguments: [
    (RecordFormat.json, "{\"a\": 1}"), (.toml, "a = 1"), (.python, "a = 1"), (.yaml, "a: 1"),
  ])
  func reads(_ format: RecordFormat, _ text: String) throws {
    let value = try format.read(Array(text.utf8)).value
    #expect(value == .map([DataMember("a", .number(DataNumber(text: "1")))]))
  }

  @Test(arguments: [RecordFormat.json, .toml, .python, .yaml])
  func emptyFilesAreNoProblemOfTheirFormat(_ format: RecordFormat) throws {
    let document = try format.read(Array(" \n".utf8))
    #expect(document.value == nil)
    #expect(document.problems.map(\.code) == ["P009"])
  }

  @Test(arguments: [RecordFormat.json, .toml, .python, .yaml])
  func otherEncodingsAreRefused(_ format: RecordFormat) throws {
    let latin1: [UInt8] = [0x61, 0xE9, 0x0A]
    let error = try #require(throws: FormatError.self) { _ = try format.read(latin1) }
    #expect(error.code == "E003")
    #expect([error.line, error.column] == [1, 2])
  }
}
