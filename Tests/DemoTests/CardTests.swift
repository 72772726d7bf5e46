import Formats
import Records
import Testing

@testable import Demo

/// The cards that the demonstration's models end with.
struct CardTests {
  private static let cards = [
    (story: "churn", path: "MODEL_CARD.md"), (story: "vision", path: "defects/README.md"),
    (story: "vision", path: "ocr/MODEL_CARD.md"),
  ]

  private func files(of story: String) throws -> [String: [UInt8]] {
    try #require(Demo.stories.first { $0.name == story }).files
  }

  private func text(_ path: String, of story: String) throws -> String {
    String(decoding: try #require(try files(of: story)[path]), as: UTF8.self)
  }

  @Test("The metadata of a card is read without a problem", arguments: cards)
  func metadataIsRight(_ story: String, _ path: String) throws {
    let card = FrontMatter(try #require(try files(of: story)[path]))
    #expect(card.problem == nil)
    let reader = CardMetadataReader(try #require(card.metadata), file: path)
    #expect(reader.problems.isEmpty)
    #expect(reader.facts.license == "northlight-internal" && !reader.facts.datasets.isEmpty)
    #expect(reader.facts.task != nil && reader.facts.library != nil)
    #expect(reader.evaluations.count >= 2)
  }

  @Test("A card shows what cards are made of", arguments: cards)
  func cardsAreRich(_ story: String, _ path: String) throws {
    let card = try text(path, of: story)
    for part in [
      "<p align=\"center\">", "width=\"320\"", "[![licence: internal](https://img.shields.io/",
      "> [!NOTE]", "<details>\n<summary>", "```python\n", "| :--- | ---: |", "](",
    ] { #expect(card.contains(part), "\(part)") }
    #expect(!card.contains("<script"))
  }

  @Test("The cards together have task lists, strikethrough, autolinks and links to headings")
  func cardsHaveEverything() throws {
    let cards = try Self.cards.map { try text($0.path, of: $0.story) }.joined()
    for part in [
      "- [x] ", "- [ ] ", "~~", "](#limits)", "<customer-analytics@", " https://wiki", ":---:",
    ] { #expect(cards.contains(part), "\(part)") }
  }

  @Test("What a card links to in its repository is there", arguments: cards)
  func linksLeadSomewhere(_ story: String, _ path: String) throws {
    let files = try files(of: story)
    let folder = path.split(separator: "/").dropLast().map { "\($0)/" }.joined()
    var checked = 0
    for target in Self.targets(of: try text(path, of: story)) {
      let path = target.hasPrefix("../") ? String(target.dropFirst(3)) : folder + target
      #expect(files[path] != nil, "\(target)")
      checked += 1
    }
    #expect(checked >= 3)
  }

  /// The relative addresses of links and images.
  private static func targets(of card: String) -> [Substring] {
    let marks: [(start: String, end: Character)] = [("](", ")"), ("src=\"", "\"")]
    return marks.flatMap { mark in
      card.split(separator: mark.start).dropFirst().compactMap {
        $0.split(separator: mark.end).first
      }
    }.filter { !$0.hasPrefix("http") && !$0.hasPrefix("#") }
  }

  @Test("Results of the risk review are read, and complete those of the card")
  func evaluationFileIsRight() throws {
    let path = ".eval_results/risk-review.yaml"
    let files = try files(of: "churn")
    let document = try RecordFormat.yaml.read(try #require(files[path]))
    let review = CardMetadataReader(evaluations: try #require(document.value), file: path)
    #expect(review.problems.isEmpty && review.evaluations.count == 2)
    let card = FrontMatter(try #require(files["MODEL_CARD.md"]))
    let results = CardMetadataReader(try #require(card.metadata), file: "").evaluations
    let joined = EvaluationResult.joined(files: review.evaluations, card: results)
    #expect(joined.count == 4)
    #expect(joined.first?.metricName == "AUC" && joined.first?.sourceName == "Model risk review")
  }

  @Test("One model has a plain card, and others have none")
  func somePricingModelsHaveNoCard() throws {
    let files = try files(of: "pricing")
    let card = try #require(files["elasticity/README.md"])
    #expect(FrontMatter(card).metadata == nil && FrontMatter(card).problem == nil)
    let cards = files.keys.filter { $0.hasSuffix(".md") }
    #expect(cards.sorted() == ["README.md", "elasticity/README.md"])
  }

  @Test("A version's card tells what it changed")
  func cardsDiffer() {
    let cards = [ChurnIteration.boosted, .withContacts, .candidate, .monotone, .withMeters]
      .map(\.cardText)
    #expect(Set(cards).count == cards.count)
    #expect(cards.map { $0.contains("## Constraints") } == [false, false, false, true, true])
    #expect(cards.map { $0.contains("> [!WARNING]") } == [false, false, true, true, true])
    #expect(cards.last?.contains("- [x] Smart meters") == true)
  }
}
