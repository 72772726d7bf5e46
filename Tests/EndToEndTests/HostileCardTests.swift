import FoundationEssentials
import TestSupport
import Testing

/// Cards that try to take over their page, to reach out, or to keep the program busy
/// (`bad-input.md`, M001 to M020; `hostile-input.md` §1 and §2).
@Suite(.timeLimit(.minutes(30)))
struct HostileCardTests {
  @Test("Every hostile card stands on its page, does nothing there, and is reported")
  func pages() async throws {
    try await withTemporaryFolder { folder in
      let cards = try HostileCard.all()
      let site = try await Self.site(of: cards + [.harmless], in: folder)
      for card in cards {
        let document = try site.document("cards", card.name, "v1.0.0")
        for codes in card.codes {
          #expect(
            !document.noteCodes.allSatisfy { !codes.contains($0) },
            "\(card.name): \(document.noteCodes), not \(codes)")
        }
        let isShown = try await site.shows(card.greeting, "cards", card.name, "v1.0.0")
        #expect(isShown, "\(card.name) is not on its page")
      }
      try await Vitrine.expectSound("check_cards", [site.folder, "cards", "harmless"])
    }
  }

  @Test("Nothing that a card names gets into the site unless it is an image")
  func files() async throws {
    try await withTemporaryFolder { folder in
      let site = try await Self.site(of: HostileCard.withImages, in: folder)
      // In a process of its own: a search in this one would keep others waiting.
      let search = try await runTool([
        "grep", "-rlaF", "-e", HostileCard.mark, "-e", "root:x:0", "-e", "git-lfs.github.com",
        site.folder,
      ])
      #expect(search.status == 1, "\(search.text)")
    }
  }

  @Test("Cards that take minutes to parse don't hold up the build, nor harm the card beside them")
  func slowCards() async throws {
    try await withTemporaryFolder { folder in
      let cards = try HostileCard.all().filter {
        ["m003", "m004", "m005"].contains($0.name.prefix(4))
      }
      let site = try await Self.site(of: cards + [.harmless], in: folder)
      // Nearly all are refused before they are parsed; the suite's time limit is for the others.
      let isShown = try await site.shows("<em>plain</em>", "cards", "harmless", "v1.0.0")
      #expect(isShown)
    }
  }

  /// Writes a repository with a model for each card, and builds its site.
  private static func site(of cards: [HostileCard], in folder: String) async throws -> RecordSite {
    let script = GitScript("\(folder)/repos/cards")
    try await script.initialize()
    var artifacts = "artifacts:\n"
    for card in cards {
      artifacts += "  \(card.name):\n    path: models/\(card.name)/model.bin\n    type: model\n"
      try write(card, to: "\(script.path)/models/\(card.name)")
    }
    try await script.commit(["dvc.yaml": artifacts, "secret.txt": "\(HostileCard.mark)\n"])
    for (index, card) in cards.enumerated() {
      try await script.tag("\(card.name)@v1.0.0", at: 1_704_100_000 + index)
    }
    return try await RecordSite.build(in: folder, with: Vitrine.optimised ?? Vitrine.binary)
  }

  private static func write(_ card: HostileCard, to folder: String) throws {
    try writeFile("\(folder)/model.bin", "weights of \(card.name)\n")
    try Data(card.text).write(to: URL(filePath: "\(folder)/README.md"))
    for (name, bytes) in card.files {
      try Data(bytes).write(to: URL(filePath: "\(folder)/\(name)"))
    }
    for (name, target) in card.links {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(name)", withDestinationPath: target)
    }
  }
}
