import TestSupport
import Testing

/// Each kind of drawing looks as it did when somebody last looked at it (`pages.md`, Plots).
@Suite("Pictures of drawings", .timeLimit(.minutes(30)))
struct GoldenDrawingTests {
  private static let stored = "\(Vitrine.root)/Tests/EndToEndTests/Golden/drawings"

  @Test("are those that are stored; check_golden.py --update stores them anew")
  func areAsStored() async throws {
    try await Vitrine.withDemo { _, site in
      try await Vitrine.expectSound("check_golden", [site, Self.stored])
    }
  }
}
