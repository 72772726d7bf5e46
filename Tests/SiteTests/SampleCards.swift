import Cards
import Formats
import Markdown
import Records
import Testing

@testable import Registry
@testable import Site

/// Cards made by hand, with a spool that holds their texts and images.
struct SampleCards {
  let spool: Spool

  init() throws { spool = try Spool() }

  /// A card whose text is made of these pieces.
  func card(
    _ pieces: [RenderedMarkdown.Piece] = [.markup(Array("<p>Words</p>".utf8))],
    kind: VersionCard.Kind = .model, path: String = "models/README.md", identity: String = "one",
    metadata: DataValue? = nil, facts: CardFacts = CardFacts(),
    evaluations: [EvaluationResult] = [], note: String? = nil, original: CardOriginal? = nil,
    targets: [String: CardTarget] = [:]
  ) throws -> VersionCard {
    VersionCard(
      kind: kind, path: path, identity: identity, metadata: metadata, facts: facts,
      evaluations: evaluations, text: try spool.append(RenderedMarkdown(pieces: pieces).coded),
      note: note, original: original, targets: targets)
  }

  /// An image of so many pixels; its digest is made up of one digit.
  func image(
    _ digit: Character = "a", bytes: [UInt8] = [1, 2, 3], format: ImageHeader.Format = .png,
    width: Int = 800, height: Int = 400
  ) throws -> CardImage {
    CardImage(
      bytes: try spool.append(bytes), digest: String(repeating: digit, count: 64), format: format,
      width: width, height: height)
  }

  /// The model `m` of the repository `r` on GitHub with the versions v1.0.0, v1.0.1 and on, which have
  /// these cards.
  static func registry(_ cards: [VersionCard?]) throws -> Registry {
    var versions: [Version] = []
    var events: [RegistryEvent] = []
    for (index, card) in cards.enumerated() {
      let commit = try SampleRegistry.commit(index + 1)
      let event = try SampleRegistry.registration("m", "v1.0.\(index)", at: commit, day: index)
      var version = try SampleRegistry.version(event, at: commit)
      version.card = card
      versions.insert(version, at: 0)
      events.insert(event, at: 0)
    }
    let artifact = SampleRegistry.artifact("m", versions, latest: 0, events: events)
    return Registry(repositories: [
      Repository(
        id: "r", url: nil, webURL: "https://github.com/acme/r", defaultBranch: "main", head: nil,
        artifacts: [artifact], stages: [], ignoredTags: [], tagCount: events.count, diagnostics: [])
    ])
  }

  /// The pages of that model.
  func pages(_ cards: [VersionCard?]) throws -> [String: String] {
    try ModelPagesTests.pages(of: Self.registry(cards), spool: spool)
  }

  /// The page of the only version.
  func page(_ card: VersionCard?) throws -> String {
    try #require(try pages([card])["models/r/m/v1.0.0/index.html"])
  }
}
