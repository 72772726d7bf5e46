import Formats
import Testing

@testable import Records

struct ModelIndexTests {
  @Test("Every part of a good result is read")
  func readsAResult() throws {
    let reader = CardMetadataReader(
      index: """
        - name: reader
          results:
          - task: {type: text-classification, name: Sentiment}
            dataset: {type: imdb, name: IMDB, config: plain, split: test, revision: 5503434}
            metrics:
            - {type: accuracy, value: 0.910, name: Test accuracy, verified: true, verifyToken: x}
            - {type: f1, value: 87.5 ± 1.2}
            source: {name: Leaderboard, url: "https://x.example/1"}
        """)
    #expect(reader.problems.isEmpty && reader.facts.modelName == "reader")
    #expect(
      reader.evaluations.map(\.summary) == [
        "text-classification imdb accuracy 0.910", "text-classification imdb f1 “87.5 ± 1.2”",
      ])
    let result = try #require(reader.evaluations.first)
    #expect(result.taskName == "Sentiment" && result.datasetName == "IMDB")
    #expect(result.datasetConfig == "plain" && result.datasetSplit == "test")
    #expect(result.datasetRevision == "5503434" && result.metricName == "Test accuracy")
    #expect(result.isVerified && result.modelName == nil)
    #expect(result.sourceName == "Leaderboard" && result.sourceAddress == "https://x.example/1")
    #expect(reader.evaluations.last?.isVerified == false)
  }

  @Test(
    "Values are numbers, texts and maps of them",
    arguments: [
      ("91", "91"), ("'0.91'", "“0.91”"), ("1e-5", "“1e-5”"), ("87.5%", "“87.5%”"),
      ("{wer: 3, note: a, all: [1], sub: {a: 1}}", "wer=3,note=“a”"),
      ("2024-01-02", "“2024-01-02”"),
    ])
  func takesValues(_ text: String, _ value: String) {
    let reader = CardMetadataReader(index: "- results: [\(Self.result(value: text))]")
    #expect(reader.evaluations.map(\.summary) == ["t d m \(value)"])
    #expect(reader.problems.isEmpty)
  }

  @Test(
    "What trainers write of a model without results is no problem",
    arguments: [
      "- name: m\n  results: []", "- name: m\n  results:", "- name: m", "[]", "{}", "~",
      "- name: m\n  results: [{task: {type: t}, dataset: {type: d}, metrics: []}]",
    ])
  func acceptsNoResults(_ index: String) {
    let text = index.contains("name") ? index : " \(index)"
    let reader = CardMetadataReader(index: text)
    #expect(reader.evaluations.isEmpty && reader.problems.isEmpty)
  }

  @Test(
    "Variants in the wild are read without a problem",
    arguments: [
      ("{task: {type: Image Classification, name: image-classification}", "image-classification"),
      ("{task: t", "t"), ("{task: {name: Speech}", "Speech"),
    ])
  func readsVariants(_ start: String, _ task: String) {
    let result = "\(start), dataset: d, metrics: [{type: m, value: 1}], source: https://x.example}"
    let reader = CardMetadataReader(index: "- results:\n  - \(result)")
    #expect(reader.evaluations.map(\.summary) == ["\(task) d m 1"])
    #expect(reader.evaluations.first?.sourceAddress == "https://x.example")
    #expect(reader.problems.isEmpty)
  }

  @Test(
    "Maps in the place of lists are read, and told",
    arguments: [
      " {name: a, results: [RESULT]}", " {a: {results: [RESULT]}}", "- {name: a, results: RESULT}",
      "- name: a\n  results: [{task: t, dataset: d, metrics: {type: m, value: 1}}]",
      "- name: a\n  results: [{task: t, dataset: d, metrics: {m: 1}}]",
    ])
  func readsMaps(_ index: String) {
    let text = index.split(separator: "RESULT", omittingEmptySubsequences: false)
      .joined(separator: Self.result(value: "1"))
    let reader = CardMetadataReader(index: text)
    #expect(reader.evaluations.map(\.summary) == ["t d m 1"])
    #expect(reader.facts.modelName == "a")
    #expect(reader.problems.map(\.code) == ["M019"])
    #expect(reader.problems.first?.consequence.hasPrefix("it is read all the same") == true)
  }

  @Test("A result without a dataset is shown, and told")
  func showsUnknownDatasets() {
    let reader = CardMetadataReader(
      index: "- name: m\n  results: [{task: t, metrics: [{type: m, value: 1}]}]")
    #expect(reader.evaluations.map(\.summary) == ["t ? m 1"])
    #expect(reader.problemTexts == ["M019 model-index[0].results[0] is without a dataset"])
  }

  @Test("An incomplete result costs that result, and each kind of mistake is told once")
  func leavesOutIncompleteResults() {
    let reader = CardMetadataReader(
      index: """
        - name: m
          results:
          - \(Self.result(value: "1"))
          - text
          - {task: t, dataset: d}
          - {task: t, dataset: d, metrics: [{value: 3}, {type: m, value: 4}]}
          - \(Self.result(value: "[5]"))
          - \(Self.result(value: "~"))
          - \(Self.result(value: "true"))
        """)
    #expect(reader.evaluations.map(\.summary) == ["t d m 1", "t d m 4"])
    #expect(
      reader.problemTexts == [
        "M019 model-index[0].results[1] is no result",
        "M019 model-index[0].results[2] is without a metric, and so are 1 more",
        "M019 model-index[0].results[4] is without a value that can be shown, and so are 2 more",
      ])
    #expect(reader.problems.allSatisfy { $0.severity == .warning && !$0.help.isEmpty })
  }

  @Test("An index that is no index costs the index", arguments: ["text", "[text]", "7"])
  func refusesOtherIndexes(_ index: String) {
    let reader = CardMetadataReader(frontMatter: "license: mit\nmodel-index: \(index)")
    #expect(reader.facts.license == "mit" && reader.evaluations.isEmpty)
    #expect(reader.problems.map(\.code) == ["M019"])
  }

  @Test("All models of an index are read, with their names")
  func readsSeveralModels() {
    let results = "results: [\(Self.result(value: "1"))]"
    let reader = CardMetadataReader(index: "- {name: a, \(results)}\n- {name: b, \(results)}")
    #expect(reader.evaluations.map(\.modelName) == ["a", "b"])
    #expect(reader.facts.modelName == nil && reader.problems.isEmpty)
  }

  @Test("A thousand results are read, of many results or of many metrics")
  func capsResults() {
    let metrics = (0..<600).map { "{type: m\($0), value: 1}" }.joined(separator: ", ")
    let result = "{task: t, dataset: d, metrics: [\(metrics)]}"
    let reader = CardMetadataReader(index: "- {name: m, results: [\(result), \(result), {}]}")
    #expect(reader.evaluations.count == 1_000)
    #expect(
      reader.problemTexts == [
        "M019 model-index[0].results[1] is beyond the first 1000 results, and so are 1 more"
      ])
  }

  private static func result(value: String) -> String {
    "{task: {type: t}, dataset: {type: d, name: D}, metrics: [{type: m, value: \(value)}]}"
  }
}
