import Formats
import Testing

@testable import Registry

struct ArtifactsFileTests {
  private func read(_ text: String) -> ArtifactsFile { ArtifactsFile(Array(text.utf8)) }

  @Test func readsEveryField() throws {
    let file = read(
      """
      z: {type: model, path: a.pkl, virtual: false, labels: [x, 1], description: text, custom: [1]}
      dir/sub:a: {}
      """)
    #expect(file.problems.isEmpty)
    #expect(file.entries.map(\.name) == ["z", "dir/sub:a"])
    var expected = GTOAnnotation()
    expected.type = "model"
    expected.path = "a.pkl"
    expected.isVirtual = false
    expected.labels = ["x", "1"]
    expected.description = "text"
    expected.custom = .array([.number("1")])
    #expect(file["z"] == expected)
    #expect(file["dir/sub:a"] == GTOAnnotation())
    #expect(file["dir/sub:a"]?.isVirtual == true)
  }

  @Test(arguments: [
    ("", "P009", 1, 1), ("~", "P009", 1, 1), ("[a]", "Y012", 1, 1), ("word", "Y012", 1, 1),
    ("a: [\n", "Y001", 2, 1), ("a: 1\n", "Y012", 1, 4), ("bad name: {}", "T002", 1, 1),
    ("-a: {}", "T002", 1, 1),
  ])
  func refuses(_ text: String, _ code: String, _ line: Int, _ column: Int) throws {
    let file = read(text)
    #expect(file.entries.isEmpty)
    let problem = try #require(file.problems.first)
    #expect(problem.code == code)
    #expect([problem.line, problem.column] == [line, column])
  }

  @Test func badEntriesCostOnlyThemselves() {
    let file = read(
      "a.b: {}\ngood: {path: x, labels: ~, type: ~}\nlist: []\nother: {path: [1], pth: x}\n")
    #expect(file.entries.map(\.name) == ["good", "other"])
    #expect(file["good"]?.path == "x")
    #expect(file.problems.map(\.code) == ["T002", "Y012", "Y012", "Y013"])
    #expect(file.problems.last?.help == "did you mean “path”?")
  }
}
