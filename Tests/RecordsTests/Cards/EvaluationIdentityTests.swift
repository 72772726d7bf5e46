import Formats
import Testing

@testable import Records

struct EvaluationIdentityTests {
  private func result(
    _ number: String, _ change: (inout EvaluationResult) -> Void = { _ in }
  )
    -> EvaluationResult
  {
    var result = EvaluationResult(value: .number(DataNumber(text: number)))
    result.datasetType = "d"
    change(&result)
    return result
  }

  @Test("A file's result takes what only the card says, and stands for both")
  func joinsReports() {
    let file = result("0.910") {
      $0.datasetConfig = "c"
      $0.date = "2026-01-15"
    }
    let card = result("0.91") {
      $0.metricType = "accuracy"
      $0.datasetName = "D"
    }
    var whole = card
    whole.datasetConfig = "c"
    whole.date = "2026-01-15"
    #expect(EvaluationResult.joined(files: [file], card: [card]) == [whole])
  }

  @Test("Results that may be others stay apart")
  func keepsOthers() {
    let file = result("0.91") { $0.datasetConfig = "c" }
    let contradicting = result("0.91") { $0.datasetConfig = "b" }
    #expect(EvaluationResult.joined(files: [file], card: [contradicting]).count == 2)
    let accuracy = result("0.91") { $0.metricType = "accuracy" }
    let precision = result("0.91") { $0.metricType = "precision" }
    #expect(EvaluationResult.joined(files: [file], card: [accuracy, precision]).count == 3)
    #expect(EvaluationResult.joined(files: [file], card: [result("0.92")]).count == 2)
    let nameless = result("0.91") { $0.datasetType = nil }
    #expect(EvaluationResult.joined(files: [file], card: [nameless]).count == 2)
  }

  @Test("A result that a card repeats is one, unless its value differs")
  func dropsRepeatedResults() {
    let (one, same, other) = (result("1"), result("1.0"), result("2"))
    #expect(EvaluationResult.joined(files: [], card: [one, other, same]) == [one, other])
  }

  @Test(
    "Each part of what a result is about makes another result",
    arguments: [
      \.modelName, \.taskType, \.datasetType, \.datasetConfig, \.datasetSplit, \.datasetRevision,
      \.metricType, \.metricName,
    ] as [any WritableKeyPath<EvaluationResult, String?> & Sendable])
  func tellsResultsApart(_ part: any WritableKeyPath<EvaluationResult, String?> & Sendable) {
    let changed = result("1") { $0[keyPath: part] = "changed" }
    #expect(changed.identity != result("1").identity)
  }

  @Test("Notes, sources and names of tasks make no other result")
  func ignoresOtherParts() {
    let changed = result("2") {
      $0.notes = "n"
      $0.sourceName = "s"
      $0.taskName = "t"
    }
    #expect(changed.identity == result("1").identity)
  }
}
