import TestSupport
import Testing

/// Feeds, the table of events and what search engines are told.
@Suite(.timeLimit(.minutes(30)))
struct FeedTests {
  private static let base = "https://models.example/"

  private static func withSite(
    _ configuration: String = "", _ arguments: String...,
    body: (_ site: String) async throws -> Void
  ) async throws {
    try await Vitrine.withDemo { folder, _ in
      try writeFile("\(folder)/vitrine.yaml", configuration)
      let result = try await runTool(
        [Vitrine.binary, "build", "\(folder)/repositories", "-o", "\(folder)/out", "--offline"]
          + ["-c", "\(folder)/vitrine.yaml", "--fail-on", "never"] + arguments)
      #expect(result.status == 0, "\(result.errors)")
      try await body("\(folder)/out")
    }
  }

  @Test func readersTakeThem() async throws {
    try await Self.withSite("noindex: false\n", "--base-url", Self.base) { site in
      try await Vitrine.expectSound("check_feeds", [site, Self.base])
      let robots = String(decoding: try readFile("\(site)/robots.txt"), as: UTF8.self)
      #expect(robots.contains("Sitemap: \(Self.base)sitemap.xml"))
      let page = String(decoding: try readFile("\(site)/index.html"), as: UTF8.self)
      #expect(page.contains("type=\"application/atom+xml\" href=\"feed.atom\""))
      let stage = String(decoding: try readFile("\(site)/stages/prod/index.html"), as: UTF8.self)
      #expect(stage.contains("type=\"application/atom+xml\" href=\"feed.atom\""))
      #expect(fileExists("\(site)/stages/prod/feed.atom"))
      let version = try filesBelow("\(site)/models/churn/churn")
        .first { $0.hasPrefix("v") && $0.hasSuffix("/index.html") }
      let text = try readFile("\(site)/models/churn/churn/\(try #require(version))")
      #expect(String(decoding: text, as: UTF8.self).contains("href=\"../feed.atom\""))
    }
  }

  @Test func withoutAnAddressThereAreNone() async throws {
    try await Self.withSite { site in
      let files = try filesBelow(site)
      #expect(
        !files.contains { $0.hasSuffix(".atom") || $0 == "sitemap.xml" || $0 == "robots.txt" })
    }
  }

  @Test func hiddenSitesHaveNoSitemap() async throws {
    try await Self.withSite("", "--base-url", Self.base) { site in
      #expect(!fileExists("\(site)/sitemap.xml"))
      let robots = String(decoding: try readFile("\(site)/robots.txt"), as: UTF8.self)
      #expect(robots == "User-agent: *\nDisallow: /\n")
    }
    try await Self.withSite("", "--base-url", "\(Self.base)registry/") { site in
      #expect(!fileExists("\(site)/robots.txt"))
    }
  }

  @Test func namesOfOthersAreNoMarkup() async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await script.commit()
      let message = "=cmd|'/c calc'!A1 <script>&\"\u{1b}[2J\n]]> \u{202e}"
      try await script.tag("m@v1.0.0", message: message, at: 1_704_067_300)
      try await script.tag("a/b@v1.0.0-rc.1+b", message: "-1", at: 1_704_067_400)
      try await require([
        Vitrine.binary, "build", script.path, "-o", "\(folder)/site", "--base-url", Self.base,
      ])
      try await Vitrine.expectSound("check_feeds", ["\(folder)/site", Self.base])
      let table = String(
        decoding: try readFile("\(folder)/site/api/v1/events.csv"), as: UTF8.self)
      #expect(table.contains(",\"'=cmd|"), "\(table)")
      #expect(table.contains(",'-1\n"), "\(table)")
      #expect(!table.contains("\u{1b}"))
    }
  }
}
