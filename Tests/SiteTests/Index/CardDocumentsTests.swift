import Cards
import Formats
import Records
import Testing

@testable import Registry
@testable import Site

@Suite("Cards in documents")
struct CardDocumentsTests {
  private let cards: SampleCards

  init() throws { cards = try SampleCards() }

  private func document(_ card: VersionCard?) throws -> String {
    try DocumentTexts(SampleCards.registry([card]))("models/r/m/versions/v1.0.0.json")
  }

  @Test("give the metadata as written, and where the card is shown") func metadata() throws {
    let metadata = DataValue.map([
      DataMember("license", .string("mit")), DataMember("size", SampleRecords.number("0.10")),
      DataMember("date", .date("2026-01-02")), DataMember("__proto__", .null),
    ])
    let page = "../../../../../../models/r/m/v1.0.0/index.html#card"
    #expect(
      try document(cards.card(metadata: metadata)).contains(
        """
          "card": {
            "path": "models/README.md",
            "kind": "model",
            "metadata": {
              "license": "mit",
              "size": 0.10,
              "date": "2026-01-02",
              "__proto__": null
            },
            "evaluations": [],
            "page": "\(page)"
          },
        """))
  }

  @Test("say null where there is none, and no metadata") func absence() throws {
    #expect(try document(nil).contains("\"card\": null,"))
    let readme = try document(cards.card(kind: .repository))
    #expect(readme.contains("\"kind\": \"repository\",\n    \"metadata\": null,"))
  }

  @Test("list reported results, and tell where one is null") func evaluations() throws {
    var result = EvaluationResult(value: SampleRecords.number("NaN"))
    (result.taskType, result.datasetSplit, result.metricName) = ("asr", "test", "WER")
    result.sourceAddress = "https://user:secret@example.com/board?token=1"
    let metadata = DataValue.map([DataMember("a/b", SampleRecords.number("Infinity"))])
    let text = try document(cards.card(metadata: metadata, evaluations: [result]))
    #expect(text.contains("\"task\": {\n          \"type\": \"asr\",\n          \"name\": null"))
    #expect(text.contains("\"split\": \"test\",") && text.contains("\"name\": \"WER\""))
    #expect(text.contains("\"value\": null,\n        \"verified\": false,"))
    #expect(text.contains("\"url\": \"https://example.com/board\""))
    #expect(text.contains("\"pointer\": \"/card/metadata/a~1b\""))
    #expect(text.contains("\"pointer\": \"/card/evaluations/0/value\""))
    #expect(text.contains("models/README.md: a/b\""))
  }

  @Test("hold no credentials") func secrets() throws {
    let address = DataValue.string("https://user:secret@example.com/x?token=1")
    let text = try document(cards.card(metadata: .map([DataMember("a", .list([address]))])))
    #expect(text.contains("https://example.com/x\"") && !text.contains("secret"))
  }
}
