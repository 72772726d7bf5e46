import Formats
import Testing

/// Text that is not TOML, each with its code and its place.
struct TOMLProblemTests {
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
    Case("a", "L001", 1, 2, "“=” after the key, found the end of the file"),
    Case("a\nb = 1", "L001", 1, 2, "the end of the line"), Case("= 1", "L001", 1, 1, "a key"),
    Case("a = ", "L001", 1, 5, "a value"), Case("a = 1 b = 2", "L001", 1, 7, "end of the line"),
    Case("é = 1", "L001", 1, 1, "found “é”"), Case("[a\n", "L001", 1, 3, "“]”"),
    Case("[[a]\n", "L001", 1, 5, "“]”"), Case("[a]]", "L001", 1, 4, "end of the line"),
    Case("[]", "L001", 1, 2, "a key"), Case("a..b = 1", "L001", 1, 3, "a key"),
    Case("\"\"\"a\"\"\" = 1", "L001", 1, 1, "a key on one line"),
    Case("a = 01", "L001", 1, 5, "“01”"), Case("a = 1.", "L001", 1, 5),
    Case("a = .5", "L001", 1, 5),
    Case("a = 1__0", "L001", 1, 5), Case("a = 0xg", "L001", 1, 5), Case("a = +0x1", "L001", 1, 5),
    Case("a = 1979-5-27", "L001", 1, 5), Case("a = True", "L001", 1, 5, "small letters"),
    Case("b = 1\na = text", "L001", 2, 5, "quotes"), Case("a = 7:32", "L001", 1, 5),
    Case("a = \"x\ny\"", "L001", 1, 7, "three quotes"), Case("a = \"x", "L001", 1, 5, "not closed"),
    Case("a = '''x''", "L001", 1, 5, "not closed"), Case("a = \"\\q\"", "L001", 1, 6, "escape"),
    Case("a = \"\\ud83d\"", "L001", 1, 6, "escape"), Case("a = \"\u{1}\"", "L001", 1, 6, "control"),
    Case("a = [1, 2", "L001", 1, 10, "a comma or “]”"), Case("a = [1 2]", "L001", 1, 8),
    Case("a = {b = 1", "L001", 1, 11, "a comma or “}”"), Case("a = {b}", "L001", 1, 7, "“=”"),
    Case("<<<<<<< HEAD\na = 1", "L001", 1, 1, "merge conflict"),
    Case("a = 1\na = 2", "L002", 2, 1, "duplicate key “a”, first at 1:1"),
    Case("a = {b = 1, b = 2}", "L002", 1, 13, "first at 1:6"),
    Case("[a]\nb = 1\n[a]", "L002", 3, 2, "first at 1:2"), Case("a.b = 1\n[a]", "L002", 2, 2),
    Case("a = {}\n[a.b]", "L002", 2, 2), Case("a = []\n[[a]]", "L002", 2, 3),
    Case("a = {x = 1}\na.y = 2", "L002", 2, 1), Case("[a.b]\n[a]\nb.c = 1", "L002", 3, 1),
    Case("[[a]]\n[a]", "L002", 2, 2), Case("[a]\n[[a]]", "L002", 2, 3),
    Case("[x]\na.b = 1\n[x.a]", "L002", 3, 4), Case("a = 1\na.b = 2", "L002", 2, 1),
    Case("a = 1\0", "E005", 1, 6),
  ]

  @Test(arguments: cases)
  func isRefused(_ refused: Case) throws {
    let error = try problem(refused.text)
    #expect(error.code == refused.code, "\(error)")
    #expect([error.line, error.column] == [refused.line, refused.column], "\(error)")
    #expect("\(error.problem) \(error.help ?? "")".contains(refused.words), "\(error)")
  }

  private static func path(_ depth: Int) -> String {
    repeatElement("a", count: depth).joined(separator: ".")
  }

  static let deep: [String] = [
    "a = " + String(repeating: "[", count: 100_000),
    "a = " + String(repeating: "{a = ", count: 100_000),
    "[\(path(300))]",
    "\(path(300)) = 1",
    "[\(path(200))]\n\(path(200)) = 1",
    (1..<200).map { "[[\(path($0))]]\n" }.joined(),
  ]

  @Test(arguments: deep)
  func deepNestingIsRefused(_ text: String) throws {
    #expect(try problem(text).code == "L003")
  }

  @Test func tooManyValuesAreRefused() throws {
    let items = repeatElement("0", count: TOMLReader.nodeLimit).joined(separator: ",")
    #expect(try problem("a = [\(items)]").code == "L003")
  }

  private func problem(_ text: String) throws -> FormatError {
    try #require(throws: FormatError.self) { _ = try TOMLReader.read(Array(text.utf8)) }
  }
}
