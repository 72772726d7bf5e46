import Formats
import Testing

@testable import Registry

struct DvcFileTests {
  private func read(_ text: String) -> DvcFile { DvcFile(Array(text.utf8)) }

  @Test func readsEveryField() throws {
    let file = read(
      """
      stages:
        train: {cmd: python train.py}
      artifacts:
        churn:
          path: models/churn.pkl
          type: model
          desc: Predicts churn.
          labels: [tabular, 2, 1.0]
          meta: {framework: sklearn, depth: 0o17, rate: .5, best: .inf, list: [yes, ~, true]}
        other:
          path: other.pkl
      """)
    #expect(file.problems.isEmpty)
    #expect(file.entries.map(\.name) == ["churn", "other"])
    let entry = try #require(file["churn"])
    #expect(entry.path == "models/churn.pkl")
    #expect(entry.type == "model")
    #expect(entry.description == "Predicts churn.")
    #expect(entry.labels == ["tabular", "2", "1.0"])
    #expect(
      entry.meta
        == .object([
          JSONMember("framework", .string("sklearn")), JSONMember("depth", .number("15")),
          JSONMember("rate", .number("0.5")), JSONMember("best", .null),
          JSONMember("list", .array([.string("yes"), .null, .bool(true)])),
        ]))
    #expect(file["other"] == DvcFile.Entry(path: "other.pkl"))
    #expect(file["third"] == nil)
  }

  @Test(arguments: ["", "stages: {}\n", "artifacts:\n", "artifacts: {}\n", "# nothing\n", "~"])
  func mayHaveNoArtifacts(_ text: String) {
    #expect(read(text).entries.isEmpty)
    #expect(read(text).problems.isEmpty)
  }

  @Test(arguments: [
    ("artifacts: [a]\n", "Y012", 1, 12), ("- a\n", "Y012", 1, 1), ("word\n", "Y012", 1, 1),
    ("artifacts:\n  a: 1\n", "Y012", 2, 6), ("a: [\n", "Y001", 2, 1),
    ("a: 1\na: 2\n", "Y002", 2, 1),
  ])
  func refuses(_ text: String, _ code: String, _ line: Int, _ column: Int) throws {
    let file = read(text)
    #expect(file.entries.isEmpty)
    let problem = try #require(file.problems.first)
    #expect(file.problems.count == 1)
    #expect(problem.code == code)
    #expect([problem.line, problem.column] == [line, column])
  }

  @Test func badEntriesCostOnlyThemselves() {
    let file = read(
      """
      artifacts:
        one: [a]
        two: {path: two.pkl, labels: word, desc: [x], typ: model}
        three: {path: three.pkl, description: as others write it}
      """)
    #expect(file.entries.map(\.name) == ["two", "three"])
    #expect(file["two"] == DvcFile.Entry(path: "two.pkl"))
    #expect(file["three"]?.description == "as others write it")
    #expect(file.problems.map(\.code) == ["Y012", "Y012", "Y012", "Y013"])
    #expect(file.problems.last?.help == "did you mean “type”?")
  }

  @Test(arguments: [
    ("1.", "1.0"), (".5", "0.5"), ("+2e3", "2e3"), ("-.5", "-0.5"), ("007.5", "7.5"),
    ("1e-5", "1e-5"),
    ("-0.0", "-0.0"), ("0x10", "16"), ("1.5E+3", "1.5E+3"), ("00", "0"), ("-1.e3", "-1.0e3"),
  ])
  func spellsNumbersAsJSON(_ yaml: String, _ json: String) {
    #expect(read("artifacts: {a: {meta: \(yaml)}}")["a"]?.meta == .number(json))
  }
}
