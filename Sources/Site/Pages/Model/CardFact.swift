import Formats
import Mustache
import Records
import Registry

/// A line of what a card's metadata declares.
struct CardFact: TemplateModel {
  let name: String
  let values: [CardValue]

  /// How many further values are left out.
  let more: Int

  private static let limit = 50

  /// Nothing where there is no value.
  init?(_ name: String, _ values: [CardValue]) {
    let values = values.filter { !$0.text.isEmpty }
    guard !values.isEmpty else { return nil }
    self.name = name
    self.values = Array(values.prefix(Self.limit))
    more = max(0, values.count - Self.limit)
  }

  /// The lines of a card, in the order in which people ask for them.
  static func all(of card: VersionCard, _ files: CardFiles) -> [CardFact] {
    let facts = card.facts
    return [
      CardFact("Name", of: facts.modelName),
      CardFact("Task", of: facts.task),
      CardFact("Library", of: facts.library),
      CardFact("License", CardValue.license(of: card, files)),
      CardFact("Languages", of: facts.languages),
      CardFact(baseModels(facts), of: facts.baseModels),
      CardFact("Datasets", of: facts.datasets),
      CardFact("Metrics", of: facts.metrics),
      CardFact("Tags", of: facts.tags),
      CardFact("CO₂ emissions", facts.emissions.map(CardValue.emissions) ?? []),
      CardFact("Newer model", of: facts.newVersion),
    ].compactMap { $0 }
  }

  private init?(_ name: String, of value: String?) { self.init(name, of: value.map { [$0] } ?? []) }

  private init?(_ name: String, of values: [String]) {
    self.init(name, values.map { CardValue($0) })
  }

  /// What was done with the base models, in the words of the Hub's four relations.
  private static func baseModels(_ facts: CardFacts) -> String {
    switch facts.baseModelRelation {
    case "adapter": "Adapter for"
    case "merge": "Merged from"
    case "quantized": "Quantized from"
    case "finetune": "Fine-tuned from"
    default: facts.baseModels.count > 1 ? "Base models" : "Base model"
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .list("values") { $0.values },
    .text("more") { $0.more > 0 ? CountText.digits($0.more) : nil },
  ]
}

/// One of the values of a line.
struct CardValue: TemplateModel {
  let text: String
  let href: String?

  init(_ text: String, href: String? = nil) {
    self.text = SiteText.singleLine(PublicAddress.cleanedWords(in: text), limit: 300)
    self.href = href
  }

  /// The licence with its text, which is an address or a file of the repository.
  static func license(of card: VersionCard, _ files: CardFiles) -> [CardValue] {
    let (name, link) = (card.facts.license, card.facts.licenseLink)
    guard let link, !link.isEmpty else { return name.map { [CardValue($0)] } ?? [] }
    if let href = SafeLink.web(link) ?? file(link, of: card).flatMap(files.address) {
      return [CardValue(name ?? link, href: href)]
    }
    return (name.map { [CardValue($0)] } ?? []) + [CardValue(link)]
  }

  private static func file(_ link: String, of card: VersionCard) -> String? {
    guard case .file(let path) = card.targets[link] else { return nil }
    return path
  }

  /// `1500 g CO₂ equivalents`, then how and where.
  static func emissions(_ emissions: CardEmissions) -> [CardValue] {
    let grams = emissions.grams.map { "\($0.text) g CO₂ equivalents" }
    let words = [
      grams, emissions.trainingType, emissions.hardware, emissions.location,
      emissions.source.map { "by \($0)" },
    ]
    return words.compactMap { $0 }.map { CardValue($0) }
  }

  static let fields: [TemplateField<Self>] = [
    .text("text") { $0.text },
    .text("href") { $0.href },
  ]
}
