import Formats
import Testing

/// Python files that Python would not run, or that hold too much.
struct PythonProblemTests {
  private func read(_ text: String) throws -> DataDocument {
    try PythonParamsReader.read(Array(text.utf8))
  }

  @Test(arguments: [
    ("a = 1\nb = 'x\nc = 3\n", 2, 5, ["a", "c"]), ("a = 1\nb = (1,\nc = 3\n", 2, 5, ["a"]),
    ("a = 1\nb = '''x\nc = 3\n", 2, 5, ["a"]), ("a = 1\nb = 2)\nc = 3\n", 2, 6, ["a", "c"]),
    ("a = 1\nb = \"x\\", 2, 5, ["a"]),
  ])
  func whatCanBeReadIsKept(_ text: String, _ line: Int, _ column: Int, _ keys: [String]) throws {
    let document = try read(text)
    #expect(document.value?.members?.map(\.key) == keys)
    let problem = try #require(document.problems.first)
    #expect(document.problems.count == 1)
    #expect(problem.code == "N001")
    #expect([problem.line, problem.column] == [line, column])
  }

  @Test func mergeConflictsAreRefused() throws {
    let error = try problem("a = 1\n<<<<<<< HEAD\na = 2\n=======\na = 3\n>>>>>>> x\n")
    #expect(error.code == "N001")
    #expect(error.line == 2)
    #expect(error.help == "resolve the merge conflict")
  }

  @Test func charactersThatNoPageCanShowAreToldOf() throws {
    let document = try read(#"a = 'x\0y\ud83d'"#)
    #expect(document.value?["a"] == .string("xy\u{FFFD}"))
    #expect(document.problems.map(\.code) == ["J008", "J008"])
    #expect(document.problems.map(\.column) == [7, 10])
  }

  static let deep: [String] = [
    "a = " + String(repeating: "[", count: 100_000),
    "a = " + String(repeating: "{1:", count: 100_000),
    "a = \(String(repeating: "(", count: 101))\(String(repeating: ")", count: 101))",
    (0..<200).map { String(repeating: " ", count: $0) + "class A:\n" }.joined(),
  ]

  @Test(arguments: deep)
  func deepNestingIsRefused(_ text: String) throws {
    #expect(try problem(text).code == "N002")
  }

  @Test func tooManyValuesAreRefused() throws {
    let items = repeatElement("0", count: PythonParamsReader.nodeLimit).joined(separator: ",")
    #expect(try problem("a = [\(items)]").code == "N002")
  }

  @Test func classesOnOneLineDoNotNest() throws {
    let document = try read(String(repeating: "class A: ", count: 100_000) + "x = 1\n")
    #expect(document.value == .map([DataMember("A", .map([]))]))
  }

  private func problem(_ text: String) throws -> FormatError {
    try #require(throws: FormatError.self) { _ = try read(text) }
  }
}
