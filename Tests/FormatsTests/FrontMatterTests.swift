import Formats
import Testing

/// The metadata block of model cards (`records.md` §12.1).
struct FrontMatterTests {
  private func body(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[FrontMatter(bytes).body], as: UTF8.self)
  }

  private func read(_ text: String) -> FrontMatter { FrontMatter(Array(text.utf8)) }

  private static let mit = DataValue.map([DataMember("license", .string("mit"))])

  @Test(arguments: [
    "---\nlicense: mit\n---\n# Card\n", "\n\n---\nlicense: mit\n---\n# Card\n",
    "---\r\nlicense: mit\r\n---\r\n# Card\n", "---\rlicense: mit\r---\r# Card\n",
    "\u{FEFF}---\nlicense: mit\n---\n# Card\n", "---\nlicense: mit\n--- \t\n# Card\n",
    "  ---\n\nlicense: mit\n\n---\n# Card\n",
  ])
  func isSplitOff(_ text: String) {
    #expect(read(text).metadata == Self.mit)
    #expect(read(text).problem == nil)
    #expect(body(text) == "# Card\n")
  }

  @Test func theBlockMayEndTheFile() {
    #expect(read("---\nlicense: mit\n---").metadata == Self.mit)
    #expect(body("---\nlicense: mit\n---") == "")
  }

  @Test(arguments: [
    "", "# Card\n", "---", "text\n---\na: 1\n---\n", "--- \na: 1\n---\n", "---a\nb: 1\n---\n",
    "----\na: 1\n----\n", "---\n\nA rule, and no other one.\n",
  ])
  func isNotThere(_ text: String) {
    #expect(read(text).metadata == nil)
    #expect(read(text).problem == nil)
    #expect(body(text) == text)
  }

  @Test(arguments: [
    ("---\n---\n# Card\n", "# Card\n"), ("---\n\n---\n# Card\n", "# Card\n"),
    ("---\n# For reference, see the docs.\n---\n# Card\n", "# Card\n"), ("---\n---", ""),
  ])
  func isEmpty(_ text: String, _ rest: String) {
    #expect(read(text).metadata == nil)
    #expect(read(text).problem == nil)
    #expect(body(text) == rest)
  }

  @Test(arguments: ["---\nlicense: mit\n# Card\n", "---\nlicense: mit\n...\n# Card\n"])
  func isNotClosed(_ text: String) throws {
    let problem = try #require(read(text).problem)
    #expect(problem.code == "M002")
    #expect([problem.line, problem.column] == [1, 1])
    #expect(problem.problem.contains("not closed"))
    #expect(read(text).metadata == nil)
    #expect(body(text) == text)
  }

  @Test(arguments: [
    ("---\nJust a paragraph between rules.\n---\nMore.\n", 2, "found text"),
    ("\n---\n- a\n- b\n---\n", 3, "found a list"),
  ])
  func textBetweenRulesIsKept(_ text: String, _ line: Int, _ words: String) throws {
    let problem = try #require(read(text).problem)
    #expect(problem.code == "M002")
    #expect(problem.line == line)
    #expect(problem.problem.contains(words))
    #expect(body(text) == text)
  }

  @Test func metadataThatIsNotYAMLIsNotShownAsText() throws {
    let text = "\u{FEFF}\n---\nlicense: mit\ntags: [a\n---\n# Card\n"
    let problem = try #require(read(text).problem)
    #expect(problem.code == "M002")
    #expect(problem.line >= 4)
    #expect(read(text).metadata == nil)
    #expect(body(text) == "# Card\n")
  }

  @Test func theLastOfDuplicateKeysWins() throws {
    let card = read("---\nlicense: mit\ntags: [a]\nlicense: apache-2.0\n---\n")
    let expected = DataValue.map([
      DataMember("license", .string("apache-2.0")), DataMember("tags", .list([.string("a")])),
    ])
    #expect(card.metadata == expected)
    let problem = try #require(card.problem)
    #expect([problem.line, problem.column] == [4, 1])
    #expect(problem.code == "M002")
  }

  @Test(arguments: [
    ("no", DataValue.string("no")),
    ("[en, no, NO]", .list(["en", "no", "NO"].map { .string($0) })),
    ("on", .string("on")), ("en", .string("en")), ("~", .null),
  ])
  func norwegianIsALanguage(_ text: String, _ languages: DataValue) {
    let card = read("---\nlanguage: \(text)\ninference: no\n---\n")
    #expect(card.metadata?["language"] == languages)
    #expect(card.metadata?["inference"] == .bool(false))
  }

  @Test func scalarsAreThoseOfVersion11() {
    let card = read("---\na: 1e-5\nb: 1.10\nc: 2024-01-02\nd: 017\n---\n")
    let expected = DataValue.map([
      DataMember("a", .string("1e-5")), DataMember("b", .number(DataNumber(text: "1.10"))),
      DataMember("c", .date("2024-01-02")), DataMember("d", .number(DataNumber(text: "15"))),
    ])
    #expect(card.metadata == expected)
  }

  @Test func otherEncodingsAreAProblemOfTheBlockAlone() throws {
    let bytes = Array("---\na: caf".utf8) + [0xE9] + Array("\n---\ntext".utf8)
    let card = FrontMatter(bytes)
    #expect(card.problem?.line == 2)
    #expect(card.metadata == nil)
    #expect(bytes[card.body].elementsEqual("text".utf8))
  }
}
