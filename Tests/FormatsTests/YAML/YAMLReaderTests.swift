import Formats
import Testing

/// Documents that can be read.
struct YAMLReaderTests {
  private func read(_ text: String) throws -> YAMLNode {
    try #require(try YAMLReader.read(Array(text.utf8)))
  }

  private func strings(_ node: YAMLNode?) -> [String] {
    node?.items?.compactMap(\.string) ?? []
  }

  private func keys(_ node: YAMLNode?) -> [String] { node?.entries?.map(\.key) ?? [] }

  @Test(arguments: ["", "\n\n", "# only a comment\n", "\u{FEFF}", "   "])
  func noDocument(_ text: String) throws {
    #expect(try YAMLReader.read(Array(text.utf8)) == nil)
  }

  @Test func anEmptyDocumentWithMarksIsNull() throws {
    #expect(try read("---\n...\n").isNull)
  }

  @Test func keepsOrderAndPlaces() throws {
    let root = try read("b: 1\na:\n  - x\n  - {é: y, z: [1, 2]}\n")
    #expect(keys(root) == ["b", "a"])
    let second = try #require(root["a"]?.items?.last)
    #expect([second.line, second.column] == [4, 5])
    let entry = try #require(second.entries?.last)
    #expect([entry.key, "\(entry.line)", "\(entry.column)"] == ["z", "4", "12"])
    #expect([entry.value.line, entry.value.column] == [4, 15])
  }

  @Test func quotedScalarsAreText() throws {
    let root = try read("a: '1'\nb: \"true\"\nc: |\n  2\nd: ''\ne: 3\n")
    #expect(root["a"]?.scalar == .string("1"))
    #expect(root["b"]?.scalar == .string("true"))
    #expect(root["c"]?.scalar == .string("2\n"))
    #expect(root["d"]?.isNull == false)
    #expect(root["e"]?.scalar == .integer("3"))
  }

  @Test func keysThatAreNoStringsBecomeText() throws {
    #expect(
      keys(try read("1: a\ntrue: b\n~: c\n2024-01-01: d\n")) == ["1", "true", "~", "2024-01-01"])
  }

  @Test func aliasesAreCopies() throws {
    let root = try read("a: &x [p, q]\nb: *x\nc: {d: *x}\n")
    #expect(strings(root["b"]) == ["p", "q"])
    #expect(strings(root["c"]?["d"]) == ["p", "q"])
  }

  @Test func anAnchorMayBeMadeAnew() throws {
    #expect(strings(try read("[&x one, *x, &x two, *x]")) == ["one", "one", "two", "two"])
  }

  @Test func mergeKeysAddWhatIsNotThere() throws {
    let root = try read(
      """
      base: &base {a: one, b: two}
      more: &more {b: three, c: four}
      own: {<<: *base, b: mine}
      list: {b: mine, <<: [*more, *base]}
      quoted: {'<<': *base}
      """)
    #expect(keys(root["own"]) == ["a", "b"])
    #expect(root["own"]?["b"]?.string == "mine")
    #expect(root["own"]?["a"]?.string == "one")
    #expect(keys(root["list"]) == ["a", "b", "c"])
    #expect(root["list"]?["c"]?.string == "four")
    #expect(keys(root["quoted"]) == ["<<"])
  }

  @Test func earlierMappingsWinInAMergeList() throws {
    let root = try read("x: &x {k: 1}\ny: &y {k: 2}\nz: {<<: [*y, *x]}\n")
    #expect(root["z"]?["k"]?.scalar == .integer("2"))
  }

  @Test(arguments: [
    "a: 1\r\nb: 2\r\n", "\u{FEFF}a: 1\nb: 2\n", "a: 1\rb: 2\r", "%YAML 1.2\n---\na: 1\nb: 2\n",
  ])
  func acceptsLineEndsAndByteOrderMarks(_ text: String) throws {
    let root = try read(text)
    #expect(keys(root) == ["a", "b"])
    #expect(root["b"]?.scalar == .integer("2"))
  }

  @Test func tagsOfOtherLanguagesAreIgnored() throws {
    let root = try read("a: !!python/object:os.system {x: 1}\nb: !mine text\n")
    #expect(root["a"]?["x"]?.scalar == .integer("1"))
    #expect(root["b"]?.string == "text")
  }

  @Test func tagsOfYAMLItselfAreKept() throws {
    let root = try read("a: !!str 5\nb: !!int '6'\nc: !!float 7\nd: !!seq [8]\ne: ! '9'\n")
    #expect(root["a"]?.scalar == .string("5"))
    #expect(root["b"]?.scalar == .integer("6"))
    #expect(root["c"]?.scalar == .integer("7"))
    #expect(root["d"]?.items?.count == 1)
    #expect(root["e"]?.scalar == .string("9"))
  }

  @Test(arguments: [
    ("[]", "a list"), ("{}", "a mapping"), ("~", "null"), ("yes", "text"), ("true", "a boolean"),
    ("1", "a number"), ("1.5", "a number"), ("'1'", "text"),
  ])
  func namesItsKind(_ text: String, _ kind: String) throws {
    #expect(try read(text).kind == kind)
  }

  @Test(arguments: [1, 100, 255])
  func readsDeepNesting(_ depth: Int) throws {
    let open = String(repeating: "[", count: depth)
    let close = String(repeating: "]", count: depth)
    #expect(try read(open + "x" + close).items?.count == 1)
  }

  @Test func readsAsManyNodesAsTheLimit() throws {
    let words = repeatElement("x", count: YAMLReader.nodeLimit - 1).joined(separator: ",")
    #expect(try read("[\(words)]").items?.count == YAMLReader.nodeLimit - 1)
  }
}
