import TestSupport
import Testing

/// Gives whole sites to the checkers that the web has.
@Suite(.timeLimit(.minutes(30)))
struct SiteCheckTests {
  @Test(arguments: SiteFixture.allCases)
  func isSound(_ fixture: SiteFixture) async throws {
    try await withTemporaryFolder { folder in
      let site = try await fixture.build(in: folder)
      try await Vitrine.expectSound("check_json", [site])
      try await Vitrine.expectSound("check_html", [site])
      try await Vitrine.expectSound("check_upload_order", [site])
      let isLarge = fixture == .many
      let links = isLarge ? [site, "--quick"] : [site]
      try await Vitrine.expectSound("check_links", links)
    }
  }

  @Test(arguments: [SiteFixture.demo, .hostile])
  func worksInABrowser(_ fixture: SiteFixture) async throws {
    try await withTemporaryFolder { folder in
      let site = try await fixture.build(in: folder)
      try await Vitrine.expectSound("check_browser", [site, "--pages", "1"])
    }
  }

  @Test func publishesNoCredentials() async throws {
    try await withTemporaryFolder { folder in
      let site = try await SiteFixture.hostile.build(in: folder)
      for path in try filesBelow(site) {
        let text = String(decoding: try readFile("\(site)/\(path)"), as: UTF8.self)
        for secret in ["secret", "token=abc", folder] {
          #expect(!text.contains(secret), "\(path) holds \(secret)")
        }
      }
    }
  }
}
