import Formats
import Testing

@testable import Records

struct EvaluationFileTests {
  private func read(_ yaml: String) throws -> CardMetadataReader {
    let document = try RecordFormat.yaml.read(Array(yaml.utf8))
    return CardMetadataReader(evaluations: document.value ?? .null, file: ".eval_results/a.yaml")
  }

  @Test("Every part of a result is read")
  func readsAResult() throws {
    let reader = try read(
      """
      - dataset: {id: cais/hle, task_id: default, revision: 5a81a4c}
        value: 20.90
        verifyToken: x
        date: 2026-01-15
        source: {url: "https://x.example/logs", name: Logs, user: ines}
        notes: no tools
      - dataset: {id: Idavidrein/gpqa}
        value: "0.412"
        source: {org: northlight}
      """)
    #expect(reader.problems.isEmpty && reader.facts.isEmpty)
    #expect(
      reader.evaluations.map(\.summary) == ["? cais/hle ? 20.90", "? Idavidrein/gpqa ? “0.412”"])
    let result = try #require(reader.evaluations.first)
    #expect(result.datasetConfig == "default" && result.datasetRevision == "5a81a4c")
    #expect(result.date == "2026-01-15" && result.notes == "no tools" && !result.isVerified)
    #expect(result.sourceName == "Logs" && result.sourceAddress == "https://x.example/logs")
    #expect(reader.evaluations.last?.sourceName == "northlight")
  }

  @Test(
    "What is of another shape is told, and the rest read",
    arguments: [
      ("{dataset: {id: d}, value: 1}", ["? d ? 1"], ["the file is not in the list"]),
      (
        "- {dataset: d, value: 1}\n- {value: 2}", ["? d ? 1", "? ? ? 2"], ["[1] is without a data"]
      ),
      ("- {dataset: d}\n- 7", [], ["[1] is no result", "[0] is without a value"]),
      ("text", [], ["the file is no result"]), ("[]", [], []), ("", [], []), ("{}", [], []),
    ] as [(String, [String], [String])])
  func tellsOtherShapes(_ text: String, _ results: [String], _ problems: [String]) throws {
    let reader = try read(text)
    #expect(reader.evaluations.map(\.summary) == results)
    #expect(reader.problems.count == problems.count)
    for (found, expected) in zip(reader.problems, problems) {
      #expect(found.code == "M019" && found.file == ".eval_results/a.yaml")
      #expect(found.problem.hasPrefix(expected))
    }
  }

  @Test("A thousand results are read")
  func capsResults() throws {
    let text = (0..<1_001).map { "- {dataset: d, value: \($0)}\n" }.joined()
    let reader = try read(text)
    #expect(reader.evaluations.count == 1_000)
    #expect(reader.problemTexts == ["M019 [1000] is beyond the first 1000 results"])
  }
}
