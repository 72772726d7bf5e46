import Formats
import TestSupport
import Testing

/// Traps of cards.
extension RecordTrapTests {
  @Test func trap31FrontMatter() async throws {
    let text = """
      \u{FEFF}---
      language: no
      license: mit
      model-index:
      - name: m
        results:
        - task: {type: detection}
          metrics:
          - {type: acc, value: 0.50}
        - task: {type: detection}
          dataset: {type: d, name: D}
          metrics:
          - {type: f1, value: 0.70}
          - {type: acc}
      ---
      # Use

      Of *trees*.
      """
    let files = ["dvc.yaml": DVCFixture.artifact, "model.pkl": "weights\n", "README.md": text]
    let fixture = DVCFixture(name: "cards", commits: [DVCCommit("v1.0.0", files)])
    try await RecordSite.with(fixture) { site, _ in
      let document = try site.document("cards", "m", "v1.0.0")
      let card = try #require(document["card"])
      // Not `false`, as YAML 1.1 has it, and nothing of the block stands in the text.
      #expect(card[["metadata", "language"]]?.string == "no")
      #expect(card[["metadata", "license"]]?.string == "mit")
      let isText = try await site.shows("license: mit", "cards", "m", "v1.0.0")
      #expect(!isText)
      let isRendered = try await site.shows("<em>trees</em>", "cards", "m", "v1.0.0")
      #expect(isRendered)
      // One broken result costs that result, another only its dataset.
      let values = (card["evaluations"]?.items ?? []).map { $0["value"] }
      #expect(values == [.number("0.50"), .number("0.70")])
      #expect(document.noteCodes == ["M019", "M019"])
    }
  }
}
