import Formats
import Testing

/// Text that is not JSON, each with its code and its place (`bad-input.md`, groups J and E).
struct JSONProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let code: String
    let line: Int
    let column: Int
    let words: String

    init(_ text: String, _ code: String, _ line: Int, _ column: Int, _ words: String = "") {
      self.text = text
      self.code = code
      self.line = line
      self.column = column
      self.words = words
    }

    var testDescription: String { text.debugDescription }
  }

  static let cases = [
    Case("{\"a\": 1,}", "J001", 1, 8, "after the last value"),
    Case("[1,\n 2,\n]", "J001", 2, 3, "after the last value"),
    Case("[,1]", "J001", 1, 2, "remove the comma"),
    Case("[1,,2]", "J001", 1, 4, "remove the comma"),
    Case("[1 2]", "J001", 1, 4, "a comma or “]”"), Case("{\"a\" 1}", "J001", 1, 6, "a colon"),
    Case("{\"a\": 1 // one\n}", "J001", 1, 9, "comment"),
    Case("# JSON\n{}", "J001", 1, 1, "comment"), Case("/* x */ 1", "J001", 1, 1, "comment"),
    Case("{'a': 1}", "J001", 1, 2, "double quotes"), Case("{a: 1}", "J001", 1, 2, "double quotes"),
    Case("[\n  'é'\n]", "J001", 2, 3, "double quotes"),
    Case("{} {}", "J001", 1, 4, "a second value"), Case("1\n2", "J001", 2, 1, "a second value"),
    Case("[1]]", "J001", 1, 4, "text after the value"), Case("{} x", "J001", 1, 4, "text after"),
    Case("{\"é\": tru}", "J001", 1, 7, "expected a value"), Case("trues", "J001", 1, 1),
    Case("nulL", "J001", 1, 1), Case("None", "J001", 1, 1, "write null"),
    Case("[True]", "J001", 1, 2, "write true"), Case("False", "J001", 1, 1, "write false"),
    Case("nan", "J001", 1, 1, "write NaN"), Case("inf", "J001", 1, 1, "write Infinity"),
    Case("NaNs", "J001", 1, 1), Case("+1", "J001", 1, 1, "plus"), Case(".5", "J001", 1, 1, "zero"),
    Case("1.", "J001", 1, 1, "not a number"), Case("01", "J001", 1, 1, "leading zero"),
    Case("-", "J001", 1, 1, "after the sign"), Case("-inf", "J001", 1, 1, "-Infinity"),
    Case("1e", "J001", 1, 1), Case("1e+", "J001", 1, 1), Case("0x10", "J001", 1, 1, "decimal"),
    Case("1_000", "J001", 1, 1), Case("1.2.3", "J001", 1, 1), Case("[1-2]", "J001", 1, 3),
    Case("\"abc", "J001", 1, 1, "not closed"), Case("[\"a\nb\"]", "J001", 1, 4, "line end"),
    Case("\"\\x41\"", "J001", 1, 2, "escape"), Case("\"\\u12g4\"", "J001", 1, 2, "escape"),
    Case("\"\\u12", "J001", 1, 2, "escape"), Case("\"a\\", "J001", 1, 3, "escape"),
    Case("\"\u{1}\"", "J001", 1, 2, "control"), Case("{\"a\": 1", "J001", 1, 8, "end of the file"),
    Case("[", "J001", 1, 2), Case("{\"a\":", "J001", 1, 6), Case("{\"a\"", "J001", 1, 5),
    Case("{\"a\": 1,\r\n\r\"b\" 2}", "J001", 3, 5, "a colon"),
    Case("{\n<<<<<<< HEAD\n\"a\": 1", "J001", 2, 1, "merge conflict"),
    Case("{\"a\": \u{A0}1}", "J001", 1, 7), Case("{\"a\": 1\0}", "E005", 1, 8, "binary"),
    Case("{\0\"\0a\0\"\0", "E004", 1, 1, "UTF-16"),
  ]

  @Test(arguments: cases)
  func isRefused(_ refused: Case) throws {
    let error = try problem(Array(refused.text.utf8))
    #expect(error.code == refused.code, "\(error)")
    #expect([error.line, error.column] == [refused.line, refused.column], "\(error)")
    #expect("\(error.problem) \(error.help ?? "")".contains(refused.words), "\(error)")
  }

  @Test func latin1IsGuessed() throws {
    let error = try problem(Array("{\"caf".utf8) + [0xE9] + Array("\": 1}".utf8))
    #expect(error.code == "E003")
    #expect([error.line, error.column] == [1, 6])
    #expect(error.problem == "byte 5 is not UTF-8; in Latin-1 it is “é”")
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x7B, 0], [0xFE, 0xFF, 0, 0x7B], [0, 0x7B, 0, 0x7D]] as [[UInt8]])
  func utf16IsNamed(_ bytes: [UInt8]) throws {
    #expect(try problem(bytes).code == "E004")
  }

  @Test func binaryFilesAreNamed() throws {
    let error = try problem([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])
    #expect(error.code == "E005")
  }

  @Test(arguments: [257, 100_000])
  func deepNestingIsRefused(_ depth: Int) throws {
    let lists = try problem(Array(repeating: UInt8(ascii: "["), count: depth))
    #expect(lists.code == "J007")
    #expect(lists.column == 257)
    let maps = try problem(Array(String(repeating: "{\"a\":", count: depth).utf8))
    #expect(maps.code == "J007")
  }

  @Test func tooManyValuesAreRefused() throws {
    let items = repeatElement("0", count: JSONReader.nodeLimit).joined(separator: ",")
    #expect(try problem(Array("[\(items)]".utf8)).code == "J007")
  }

  private func problem(_ bytes: [UInt8]) throws -> FormatError {
    try #require(throws: FormatError.self) { _ = try JSONReader.read(bytes) }
  }
}
