import Cards
import Formats
import Testing

@testable import Registry
@testable import Site

@Suite("Images of cards")
struct CardImageFilesTests {
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
