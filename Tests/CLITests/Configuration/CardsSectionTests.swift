import Markdown
import Registry
import Testing

@testable import CLI

struct CardsSectionTests {
  private func read(_ text: String) throws -> CardSettings {
    try ConfigurationReader(file: "vitrine.yaml", bytes: Array(text.utf8)).read().records.cards
  }

  @Test("Without a word, cards are looked for in the usual places", arguments: ["", "cards: {}\n"])
  func keepsDefaults(_ text: String) throws {
    let cards = try read(text)
    #expect(cards == CardSettings())
    #expect(cards.paths.first == "MODEL_CARD.md" && cards.paths.contains("README.md"))
    #expect(cards.markdown.html == .allowList && cards.markdown.remoteImages == .link)
    #expect(cards.markdown.headingShift == 2)
    #expect(cards.sizeLimit == 1_048_576 && cards.imageLimit == 5_000_000)
  }

  @Test("All keys are taken")
  func takesKeys() throws {
    let cards = try read(
      "cards: {paths: [CARD.md, ./docs/a.md], html: none, remote_images: drop}\n"
        + "limits: {card_size: 200kB}\n")
    var expected = CardSettings()
    expected.paths = ["CARD.md", "docs/a.md"]
    expected.markdown.html = .none
    expected.markdown.remoteImages = .drop
    expected.sizeLimit = 200_000
    #expect(cards == expected)
  }

  @Test("A plain list means paths, and an empty one that no cards are looked for")
  func takesLists() throws {
    #expect(try read("cards: [a.md, b.md]").paths == ["a.md", "b.md"])
    #expect(try read("cards: []").paths.isEmpty)
  }

  @Test(
    "Mistakes are refused with their place",
    arguments: [
      ("cards: README.md", "1:8", "expected a list or a mapping"),
      ("cards: {html: all}", "1:15", "unknown value “all”"),
      ("cards: {remote_images: show}", "1:24", "unknown value “show”"),
      ("cards: {remote_image: link}", "1:9", "unknown key “remote_image”"),
      ("cards: {paths: a.md}", "1:16", "expected a list"),
      ("cards: [../a.md]", "1:9", "leaves the repository"),
      ("cards: ['{name}.md']", "1:9", "means nothing in a pattern"),
      ("cards: [docs/*.md]", "1:9", "is a pattern"),
      ("cards: [https://x.example/a.md]", "1:9", "is not in the repository"),
      ("limits: {card_size: 17MiB}", "1:21", "17MiB is out of range"),
      ("limits: {card_size: 16777217}", "1:21", "16777217 is out of range"),
      ("limits: {card_size: big}", "1:21", "“big” is no size"),
    ])
  func refusesMistakes(_ text: String, _ place: String, _ problem: String) {
    let error = #expect(throws: ConfigurationError.self) { _ = try read(text) }
    let description = error?.description ?? ""
    #expect(description.contains(problem))
    #expect(description.contains("vitrine.yaml:\(place)\n"))
  }

  @Test("The help says what paths are relative to")
  func helpsWithPaths() {
    let error = #expect(throws: ConfigurationError.self) { _ = try read("cards: [../a.md]") }
    #expect(error?.help == "patterns are relative to each folder in which a card may lie")
  }
}
