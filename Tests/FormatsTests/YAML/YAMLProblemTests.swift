import Formats
import Testing

/// Documents that are refused, each with its code and its place (`bad-input.md`, groups Y and E).
struct YAMLProblemTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let code: String
    let line: Int
    let column: Int
    let words: String

    init(
      _ name: String, _ text: String, _ code: String, _ line: Int, _ column: Int,
      _ words: String = ""
    ) {
      self.init(name, bytes: Array(text.utf8), code, line, column, words)
    }

    init(
      _ name: String, bytes: [UInt8], _ code: String, _ line: Int, _ column: Int,
      _ words: String = ""
    ) {
      self.name = name
      self.bytes = bytes
      self.code = code
      self.line = line
      self.column = column
      self.words = words
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("open bracket", "a: [1, 2\n", "Y001", 2, 1),
    Case("wrong indentation", "a:\n  b: 1\n c: 2\n", "Y001", 3, 2),
    Case("merge of a word", "a: {<<: word}\n", "Y001", 1, 9, "merge key"),
    Case("merge of a list of words", "a: {<<: [{b: 1}, word]}\n", "Y001", 1, 18, "merge key"),
    Case("duplicate key", "a: 1\nb: 2\na: 3\n", "Y002", 3, 1, "first on line 1"),
    Case("duplicate key inside", "x:\n  é: 1\n  é: 2\n", "Y002", 3, 3, "“é”"),
    Case("undefined alias", "a: 1\nb: *nothing\n", "Y005", 2, 4, "*nothing"),
    Case("recursive alias", "a: &x\n  b: [*x]\n", "Y005", 2, 7, "*x"),
    Case("sequence as key", "? [1, 2]\n: b\n", "Y006", 1, 3, "a list"),
    Case("mapping as key", "a: 1\n{b: c}: d\n", "Y006", 2, 1, "a mapping"),
    Case("alias of a list as key", "a: &x [1]\n? *x\n: 2\n", "Y006", 2, 3, "a list"),
    Case("two documents", "a: 1\n---\nb: 2\n", "Y007", 3, 1),
    Case("tab as indentation", "a:\n\tb: 1\n", "Y008", 2, 1),
    Case("tab after letters of two bytes", "# é ü 模型\na:\n\tb: 1\n", "Y008", 3, 1),
    Case("tab after a byte order mark", "\u{FEFF}# é\na:\n\tb: 1\n", "Y008", 3, 1),
    Case("tab below blanks", "a:\n  b: 1\n\tc: 2\n", "Y008", 3, 1),
    Case("control character", "a: 1\nb: é\u{1}\n", "Y011", 2, 5, "control"),
    Case("NUL", "a: \0\n", "Y011", 1, 4, "control"),
    Case("escape at the end", "a: 1\n\u{1B}", "Y011", 2, 1, "control"),
    Case("Latin-1", bytes: Array("a: 1\nb: caf".utf8) + [0xE9, 10], "E003", 2, 7, "byte 11"),
    Case("cut in a character", bytes: [97, 0xE2, 0x82], "E003", 1, 2, "byte 1"),
    Case("UTF-16", bytes: [0xFF, 0xFE, 97, 0, 58, 0], "E004", 1, 1, "UTF-16"),
    Case("UTF-16, the other way", bytes: [0xFE, 0xFF, 0, 97], "E004", 1, 1, "UTF-16"),
  ]

  @Test(arguments: cases)
  func isRefused(_ refused: Case) throws {
    let error = try problem(refused.bytes)
    #expect(error.code == refused.code, "\(error)")
    #expect([error.line, error.column] == [refused.line, refused.column], "\(error)")
    #expect(error.problem.contains(refused.words), "\(error)")
  }

  @Test func tabsGetTheirHint() throws {
    #expect(try problem(Array("a:\n\tb: 1\n".utf8)).help?.contains("tabs") == true)
  }

  @Test func anAliasBombIsRefused() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<10 {
      let alias = repeatElement("*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(alias)]\n"
    }
    let error = try problem(Array(text.utf8))
    #expect(error.code == "Y003")
    #expect(error.line == 5)
  }

  @Test func aBombOfMergeKeysIsRefused() throws {
    var text = "a0: &a0 {k: 1}\n"
    for level in 1..<40 {
      text += "a\(level): &a\(level) {x: *a\(level - 1), <<: [*a\(level - 1), *a\(level - 1)]}\n"
    }
    #expect(try problem(Array(text.utf8)).code == "Y003")
  }

  @Test(arguments: [256, 999, 1001, 50_000])
  func deepNestingIsRefused(_ depth: Int) throws {
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    #expect(try problem(Array((open + "x" + close).utf8)).code == "Y004")
  }

  @Test func nestingByAliasesIsRefused() throws {
    // Each list is shallow as written; aliases put them into each other.
    var text = "a0: &a0 [x]\n"
    for level in 1..<300 { text += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    let error = try problem(Array(text.utf8))
    #expect(error.code == "Y004")
    #expect(error.line == 255)
  }

  @Test func tooManyNodesAreRefused() throws {
    let text = repeatElement("- x\n", count: YAMLReader.nodeLimit + 5).joined()
    #expect(try problem(Array(text.utf8)).code == "Y003")
    // Far past the limit, reading stops before the end of the text.
    let long = repeatElement("- x\n", count: 3 * YAMLReader.nodeLimit).joined() + "]["
    #expect(try problem(Array(long.utf8)).code == "Y003")
  }

  private func problem(_ bytes: [UInt8]) throws -> FormatError {
    try #require(throws: FormatError.self) { _ = try YAMLReader.read(bytes) }
  }
}
