import Formats
import Testing

/// YAML as the value of a record file.
struct YAMLDocumentTests {
  private func read(_ text: String) throws -> DataDocument {
    try YAMLReader.document(Array(text.utf8))
  }

  @Test func keepsOrderAndTypes() throws {
    let document = try read("b: 0.50\na: {x: [1, yes, ~, 2024-01-02], é: 'text'}\n")
    let items: [DataValue] = [
      .number(DataNumber(text: "1")), .string("yes"), .null, .date("2024-01-02"),
    ]
    let expected = DataValue.map([
      DataMember("b", .number(DataNumber(text: "0.50"))),
      DataMember("a", .map([DataMember("x", .list(items)), DataMember("é", .string("text"))])),
    ])
    #expect(document.value == expected)
    #expect(document.problems.isEmpty)
  }

  @Test func aScalarIsADocument() throws {
    #expect(try read("0.75\n").value == .number(DataNumber(text: "0.75")))
  }

  @Test(arguments: ["", "  \n", "\u{FEFF}", "\r\n\t"])
  func blankFilesAreEmpty(_ text: String) throws {
    let document = try read(text)
    #expect(document.value == nil)
    #expect(document.problems.map(\.code) == ["P009"])
  }

  @Test func commentsAloneAreNoValueAndNoProblem() throws {
    let document = try read("# nothing set\n")
    #expect(document.value == nil)
    #expect(document.problems.isEmpty)
  }

  @Test func unknownTagsAreToldOf() throws {
    let document = try read("a: !!python/object:os.system {x: 1}\nb: !!str 1\nc: [!mine 2]\n")
    #expect(document.problems.map(\.code) == ["Y009", "Y009"])
    #expect(document.problems.map(\.line) == [1, 3])
    #expect(document.problems.map(\.column) == [4, 5])
    #expect(document.problems.first?.problem == "the tag “!!python/object:os.system” is ignored")
    #expect(document.value?["c"] == .list([.number(DataNumber(text: "2"))]))
    #expect(document.value?["b"] == .string("1"))
  }

  @Test func manyProblemsAreCounted() throws {
    let problems = try read(String(repeating: "- !a 1\n", count: 130)).problems
    #expect(problems.count == 101)
    #expect(problems.last?.problem == "30 more problems of this kind follow")
  }

  @Test func mergeKeysComeFirstAndAreOverridden() throws {
    let document = try read(
      "x: &x {a: 1, k: 1}\ny: &y {k: 2, c: 3}\nz: {b: 9, <<: [*y, *x], c: 4}\n")
    let expected = [("a", "1"), ("k", "2"), ("c", "4"), ("b", "9")].map { key, digits in
      DataMember(key, .number(DataNumber(text: digits)))
    }
    #expect(document.value?["z"] == .map(expected))
  }

  @Test func duplicateKeysAreRefused() throws {
    let error = try #require(throws: FormatError.self) { _ = try read("a: 1\na: 2\n") }
    #expect(error.code == "Y002")
  }
}
