import Cards
import Formats
import GitStore
import Records
import Testing

@testable import Registry
@testable import Site

@Suite("What a card declares")
struct CardFactsTests {
  private let cards: SampleCards

  init() throws { cards = try SampleCards() }

  private func text(_ facts: CardFacts, _ targets: [String: CardTarget] = [:]) throws -> String {
    ModelPagesTests.text(try cards.page(cards.card(facts: facts, targets: targets)))
  }

  @Test("stands in a list of facts, and nothing that is not declared")
  func facts() throws {
    var facts = CardFacts()
    facts.task = "text-classification"
    facts.languages = ["en", "no"]
    facts.baseModels = ["google/bert"]
    facts.baseModelRelation = "finetune"
    facts.emissions = CardEmissions()
    facts.emissions?.grams = DataNumber(text: "12345")
    facts.emissions?.location = "Oslo"
    let text = try text(facts)
    #expect(text.contains("Task text-classification Languages en no Fine-tuned from google/bert"))
    #expect(text.contains("CO₂ emissions 12345 g CO₂ equivalents Oslo"))
    #expect(!text.contains("Library") && !text.contains("Newer model"))
    #expect(try !self.text(CardFacts()).contains("Task"))
  }

  @Test("is text, whatever it holds")
  func hostile() throws {
    var facts = CardFacts()
    facts.tags = [SampleRegistry.Hostile.script, SampleRegistry.Hostile.bidi, ""]
    facts.license = "https://user:secret@example.com/l?token=1"
    let page = try cards.page(cards.card(facts: facts))
    #expect(!page.contains(SampleRegistry.Hostile.script) && page.contains("&lt;script&gt;"))
    #expect(page.contains("invoice[U+202E]gpj.exe"))
    #expect(!page.contains("secret") && !page.contains("token"))
  }

  @Test("shows fifty values of a field and counts the others")
  func many() throws {
    var facts = CardFacts()
    facts.tags = (0..<60).map { "tag-\($0)" }
    let text = try text(facts)
    #expect(text.contains("tag-49 and 10 more") && !text.contains("tag-50"))
  }

  @Test("links a license to its address or to its file, and to nothing else")
  func license() throws {
    var facts = CardFacts()
    (facts.license, facts.licenseLink) = ("own", "https://example.com/license?x=1")
    let address = try cards.page(cards.card(facts: facts))
    #expect(address.contains("<a href=\"https://example.com/license\"><bdi>own</bdi></a>"))
    facts.licenseLink = "LICENSE"
    let commit = try SampleRegistry.commit(1).hex
    let file = try cards.page(cards.card(facts: facts, targets: ["LICENSE": .file("m/LICENSE")]))
    #expect(file.contains("blob/\(commit)/m/LICENSE\"><bdi>own</bdi></a>"))
    #expect(try text(facts).contains("License own LICENSE"))
    facts.licenseLink = "javascript:alert(1)"
    #expect(try !cards.page(cards.card(facts: facts)).contains("href=\"javascript"))
  }

  @Test("brings reported results as a table")
  func results() throws {
    var result = EvaluationResult(value: SampleRecords.number("0.912345678901"))
    result.taskType = "asr"
    (result.datasetType, result.datasetName) = ("acme/voices", "Voices")
    (result.datasetConfig, result.datasetSplit) = ("no", "test")
    (result.metricType, result.metricName) = ("wer", nil)
    (result.sourceName, result.sourceAddress) = ("Board", "https://example.com/board")
    result.isVerified = true
    var hostile = EvaluationResult(value: .string("87.5 ± <1.2>"))
    hostile.sourceAddress = "javascript:alert(1)"
    let map = EvaluationResult(value: .map([DataMember("wer", SampleRecords.number("3"))]))
    let page = try cards.page(cards.card(evaluations: [result, hostile, map]))
    let text = ModelPagesTests.text(page)
    #expect(text.contains("wer 0.912 Voices no, test asr Board marked as verified"))
    #expect(page.contains("<data value=\"0.912345678901\">"))
    #expect(page.contains("href=\"https://example.com/board\" rel=\"nofollow"))
    #expect(page.contains("87.5 ± &lt;1.2&gt;") && !page.contains("href=\"javascript"))
    #expect(text.contains("{&quot;wer&quot;: 3}"))
  }

  @Test("shows two hundred results and counts the others")
  func manyResults() throws {
    let results = (0..<205).map { EvaluationResult(value: SampleRecords.number(String($0))) }
    let page = try cards.page(cards.card(evaluations: results))
    #expect(page.contains("<data value=\"199\">") && !page.contains("<data value=\"200\">"))
    #expect(page.contains("5 more results stand in"))
  }

  @Test("is found by the search box")
  func search() throws {
    var facts = CardFacts()
    (facts.task, facts.library, facts.license) = ("asr", "espnet", "mit")
    let registry = try SampleCards.registry([cards.card(facts: facts)])
    let context = try #require(registry.repositories.first?.artifacts.first)
    let model = ModelReference(artifact: context, repository: registry.repositories[0])
    let search = SearchData(models: [model], addresses: SiteAddresses(registry: registry))
    let script = String(decoding: try #require(search.shards.first).bytes, as: UTF8.self)
    #expect(script.contains("\"text\": \"asr espnet mit \""))
  }
}
