import Cards
import Formats
import Testing

@testable import Registry
@testable import Site

@Suite("Images and texts of cards")
struct CardAssetFilesTests {
  @Test("are files of the site once, whichever versions show them, with any number of jobs")
  func once() async throws {
    let cards = try SampleCards()
    let (one, other) = (
      try cards.image("a", bytes: [1, 2, 3]), try cards.image("b", bytes: [9], format: .webp)
    )
    let again = try cards.image("a", bytes: [1, 2, 3])
    let registry = try SampleCards.registry([
      cards.card(targets: ["x.png": .image(one), "y": .image(other), "z": .file("z")]),
      cards.card(targets: ["moved.png": .image(again), "gone": .missing("gone")]), nil,
    ])
    let folder = "assets/cards/"
    for jobs in [1, 3] {
      let site = try await BuiltSite(of: registry, jobs: jobs, spool: cards.spool)
      let images = site.files.filter { $0.key.hasPrefix(folder) }
      #expect(
        images == [
          "\(folder)\(String(repeating: "a", count: 32)).png": [1, 2, 3],
          "\(folder)\(String(repeating: "b", count: 32)).webp": [9],
        ])
    }
  }

  @Test("hold the whole text of a card that is cut or not rendered, and its page leads there")
  func wholeText() async throws {
    let cards = try SampleCards()
    let original = CardOriginal(
      bytes: try cards.spool.append([65, 66]), digest: String(repeating: "c", count: 64))
    let registry = try SampleCards.registry([try cards.card(original: original)])
    let site = try await BuiltSite(of: registry, jobs: 1, spool: cards.spool)
    let name = "assets/cards/\(String(repeating: "c", count: 32)).txt"
    #expect(site.files[name] == [65, 66])
    let page = try #require(site.files["models/r/m/v1.0.0/index.html"])
    #expect(String(decoding: page, as: UTF8.self).contains("href=\"../../../../\(name)\""))
  }

  @Test("end the build where they can't be read")
  func unreadable() async throws {
    let (full, short) = (try SampleCards(), try SampleCards())
    _ = try full.image(bytes: Array(repeating: 0, count: 10_000))
    let card = try short.card(targets: ["x": .image(try full.image())])
    let registry = try SampleCards.registry([card])
    await #expect(throws: SpoolError.self) {
      try await BuiltSite(of: registry, spool: short.spool)
    }
  }
}
