import Cards
import GitStore
import Markdown
import Locks
import TestSupport
import Testing

@testable import Registry

/// What becomes of cards that can't be rendered, and how often any is rendered.
@Suite(.timeLimit(.minutes(30)))
struct CardFailureTests {
  /// Gives every card the same outcome, and remembers what it was asked for.
  private final class FixedRenderer: CardRendering {
    private let outcome: CardOutcome
    private let asked = Guarded<[String]>([])

    init(_ outcome: CardOutcome) { self.outcome = outcome }

    var texts: [String] { asked.withLock(\.self) }

    func render(_ texts: [CardText]) async -> [CardOutcome] {
      asked.withLock { $0 += texts.map { String(decoding: $0.bytes, as: UTF8.self) } }
      return texts.map { _ in outcome }
    }
  }

  /// Three versions of one model and one of another, with two cards among them.
  private func load(
    _ renderer: some CardRendering, _ settings: RecordSettings = RecordSettings(),
    cards: [String] = ["# *One*\n", "# Two\n"]
  ) async throws -> (versions: [Version], diagnostics: [Diagnostic], texts: [String]) {
    var result: ([Version], [Diagnostic], [String]) = ([], [], [])
    try await RegistryScript.make { repo in
      try await repo.script.commit([
        "dvc.yaml": "artifacts:\n  m: {path: m.bin}\n  other: {path: o.bin}\n", "m.bin": "1",
        "o.bin": "1", "MODEL_CARD.md": cards[0],
      ])
      try await repo.tag("m@v1.0.0", "other@v1.0.0")
      try await repo.script.commit(["m.bin": "2"])
      try await repo.tag("m@v2.0.0", minute: 2)
      try await repo.script.commit(["m.bin": "3", "MODEL_CARD.md": cards[1]])
      try await repo.tag("m@v3.0.0", minute: 3)
      let spool = try Spool()
      let registry = try await RegistryLoader(
        [RepositorySource(path: repo.script.path)], records: settings,
        cards: CardOutput(renderer: renderer, spool: spool), jobs: 1
      ).load()
      let versions = registry.repositories.flatMap { $0.artifacts.flatMap(\.versions) }
      let texts = try versions.compactMap(\.card).map { card in
        let rendered = try #require(RenderedMarkdown(coded: spool.bytes(at: card.text)))
        return rendered.pieces.reduce(into: "") { text, piece in
          if case .markup(let markup) = piece { text += String(decoding: markup, as: UTF8.self) }
        }
      }
      result = (versions, registry.diagnostics, texts)
    }
    return result
  }

  @Test("Each card is rendered once, however many versions and models have it")
  func rendersOnce() async throws {
    let markup = RenderedMarkdown(pieces: [.markup(Array("<p>shown</p>".utf8))])
    let renderer = FixedRenderer(.rendered(markup))
    let found = try await load(renderer)
    #expect(renderer.texts.sorted() == ["# *One*\n", "# Two\n"])
    #expect(found.versions.count == 4)
    #expect(found.texts.count == 4)
    #expect(found.texts.allSatisfy { $0.contains("<p>shown</p>") })
    #expect(found.diagnostics.isEmpty)
  }

  @Test(
    "A card that took too long or ended its process is shown as it is written, and told of once",
    arguments: [(CardOutcome.overran, "M004"), (.failed("signal 11"), "O020")])
  func failing(outcome: CardOutcome, code: String) async throws {
    let found = try await load(FixedRenderer(outcome))
    #expect(found.texts.count == 4)
    #expect(found.versions.allSatisfy { $0.card?.note != nil })
    let withStars = found.texts.count { $0.contains("*One*") }
    #expect(withStars == 3, "\(found.texts)")
    #expect(found.diagnostics.map(\.code) == [code, code], "one for each distinct card")
    #expect(found.diagnostics.first?.severity == (code == "O020" ? .error : .warning))
  }

  @Test("HTML that a team does not want is told of once, with its count")
  func withoutHTML() async throws {
    var settings = RecordSettings()
    settings.cards.markdown.html = .none
    let found = try await load(
      DirectRenderer(options: settings.cards.markdown), settings,
      cards: ["A <b>bold</b> word.\n\n<div>\n\nText\n\n</div>\n", "None\n"])
    #expect(found.diagnostics.map(\.code) == ["M006"])
    #expect(found.diagnostics.first?.problem.hasSuffix("(4 in all)") == true)
    #expect(found.texts.allSatisfy { !$0.contains("<b>") && !$0.contains("<div") })
  }
}
