import Registry
import Testing

@testable import Site

struct PageShellTests {
  @Test func settingsReachEveryPage() async throws {
    var settings = SiteSettings()
    settings.title = "Models & <more>"
    settings.language = "de"
    settings.footer = "Ask \"us\""
    settings.generator = "Vitrine 1.2.3"
    settings.noindex = false
    settings.links = [
      SiteSettings.Link(text: "Handbook", url: "https://example.com/"),
      SiteSettings.Link(text: "Trap", url: "javascript:alert(1)"),
    ]
    let site = try await BuiltSite(of: try SampleRegistry.make(), settings: settings)
    for page in site.pages {
      #expect(page.text.contains("<html lang=\"de\">"), "\(page.path)")
      #expect(page.text.contains("Models &amp; &lt;more&gt;</title>"), "\(page.path)")
      #expect(page.text.contains("Ask &quot;us&quot;"), "\(page.path)")
      #expect(page.text.contains("Made by Vitrine 1.2.3"), "\(page.path)")
      #expect(page.text.contains("<a href=\"https://example.com/\">Handbook</a>"), "\(page.path)")
      #expect(!page.text.contains("Trap"), "\(page.path)")
      #expect(!page.text.contains("noindex"), "\(page.path)")
    }
  }

  @Test func searchEnginesStayAwayUnlessInvited() async throws {
    let site = try await BuiltSite(of: try SampleRegistry.make())
    let pages = site.pages
    #expect(pages.allSatisfy { $0.text.contains(#"<meta name="robots" content="noindex">"#) })
  }

  @Test(arguments: [
    ("index.html", []),
    ("stages/index.html", ["Models"]),
    ("stages/prod/index.html", ["Models", "Stages"]),
    ("labels/two-words/index.html", ["Models", "Labels"]),
    ("repositories/vision/index.html", ["Models", "Repositories"]),
  ])
  func theTrailLeadsUp(path: String, above: [String]) async throws {
    let page = try await BuiltSite(of: try SampleRegistry.make()).text(path)
    let trail = page.split(separator: "aria-label=\"Breadcrumb\"").dropFirst().first?
      .split(separator: "</ol>").first
    let links = trail.map { String($0).values(of: "href").count } ?? 0
    #expect(links == above.count)
    for text in above { #expect(trail?.contains("<bdi>\(text)</bdi></a>") == true) }
  }

  @Test func pagesAreMarkedInTheNavigation() async throws {
    let site = try await BuiltSite(of: try SampleRegistry.make())
    #expect(
      try site.text("index.html").contains(#"<a href="index.html" aria-current="page">Models</a>"#))
    #expect(
      try site.text("stages/prod/index.html")
        .contains(#"<a href="../index.html" aria-current="true">Stages</a>"#))
  }
}
