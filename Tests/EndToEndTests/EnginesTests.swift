import TestSupport
import Testing

/// The site in the engines that `SiteCheckTests` does not ask: Firefox, and WebKit by WebKitGTK.
@Suite("Firefox and WebKit", .timeLimit(.minutes(30)))
struct EnginesTests {
  @Test(
    "draw every plot, report no failing script, and compare by keyboard",
    arguments: ["firefox", "webkit"])
  func works(_ engine: String) async throws {
    try await Vitrine.withDemo { _, site in
      try await Vitrine.expectSound("check_engines", [site, "--engine", engine])
    }
  }
}
