import Cards
import Mustache
import Registry

/// The card of a version: where it is from, what it declares, what others measured, and its text.
struct CardSection: TemplateModel {
  /// Whether it is the repository's README rather than a card of the model's.
  let isRepository: Bool

  /// The version that it is of, with the place on its page; nothing on that page itself.
  private(set) var version: VersionLink?
  let path: String
  let href: String?
  let commit: CommitLink
  let change: CardChange?
  let note: String?

  /// The whole text, where less is shown of it or it is not rendered.
  let originalHref: String?
  let facts: [CardFact]
  let results: CardResults?

  /// Safe markup; empty where the card has no text.
  let text: [UInt8]

  /// Why there is no text.
  let absence: String?

  /// Nothing where the version has no card.
  init?(at index: Int, in scope: ModelScope, link: SiteLinker) throws(SpoolError) {
    let version = scope.artifact.versions[index]
    guard let card = version.card else { return nil }
    let files = CardFiles(scope.forge, at: version.commit)
    isRepository = card.kind == .repository
    path = SiteText.singleLine(card.path)
    href = files.address(of: card.path)
    commit = CommitLink(version.commit, in: scope)
    change = scope.previous(of: index).map {
      CardChange(of: card, since: $0, in: scope, link: link)
    }
    note = card.note.map { SiteText.singleLine($0) }
    originalHref = card.original.map { link(scope.addresses.cardText($0)) }
    facts = CardFact.all(of: card, files)
    results = CardResults(of: card)
    let text = try scope.context.text(of: card)
    self.text =
      text.map {
        CardMarkup.bytes(of: $0, card, files: files, addresses: scope.addresses, link: link)
      } ?? []
    absence =
      !self.text.isEmpty
      ? nil : text == nil ? "The text of the card is not at hand." : "The card has no text."
  }

  /// The card of the model's latest version, for the model's page; nothing without one.
  init?(ofLatestIn scope: ModelScope, link: SiteLinker) throws(SpoolError) {
    guard let index = scope.artifact.latestIndex,
      let section = try CardSection(at: index, in: scope, link: link)
    else { return nil }
    self = section
    version = VersionLink(
      scope.artifact.versions[index].name, in: scope, link: link, anchor: Self.anchor)
  }

  /// The id of the section on a version's page.
  static let anchor = "card"

  static let fields: [TemplateField<Self>] = [
    .flag("is_repository") { $0.isRepository },
    .record("version") { $0.version },
    .text("path") { $0.path },
    .text("href") { $0.href },
    .record("commit") { $0.commit },
    .record("change") { $0.change },
    .text("note") { $0.note },
    .text("original_href") { $0.originalHref },
    .flag("has_facts") { !$0.facts.isEmpty },
    .list("facts") { $0.facts },
    .record("results") { $0.results },
    .markup("text") { $0.text },
    .text("absence") { $0.absence },
  ]
}

/// Whether a card is another one than at the version before.
struct CardChange: TemplateModel {
  let words: String
  let previous: VersionLink

  /// Where it was.
  let before: String?

  init(of card: VersionCard, since earlier: Version, in scope: ModelScope, link: SiteLinker) {
    previous = VersionLink(earlier.name, in: scope, link: link)
    let isMoved = earlier.card.map { $0.path != card.path } ?? false
    before = isMoved ? earlier.card.map { SiteText.singleLine($0.path) } : nil
    if let earlier = earlier.card {
      let isSame = earlier.identity == card.identity
      words = isSame ? (isMoved ? "moved" : "unchanged") : "changed"
    } else {
      words = "new"
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("words") { $0.words },
    .record("previous") { $0.previous },
    .text("before") { $0.before },
  ]
}
