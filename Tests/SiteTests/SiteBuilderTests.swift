import Mustache
import Registry
import Testing
import Theme

@testable import Site

struct SiteBuilderTests {
  private static let policy = """
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; \
    style-src 'self'; img-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; \
    form-action 'none'">
    <meta name="referrer" content="no-referrer">
    """

  @Test func everyPageHasTheShell() async throws {
    let site = try await BuiltSite(of: try SampleRegistry.make())
    #expect(site.pages.count > 20)
    for page in site.pages {
      #expect(page.text.contains(Self.policy), "\(page.path)")
      #expect(page.text.occurrences(of: "<h1") == 1, "\(page.path)")
      #expect(page.text.contains(##"<a class="skip" href="#main">"##), "\(page.path)")
      #expect(page.text.contains(#"<main id="main""#), "\(page.path)")
      #expect(page.text.contains(#"<link rel="alternate" type="application/json""#), "\(page.path)")
    }
  }

  @Test("Pages tell of their own newest event, and only two kinds of the number of problems")
  func pagesTellOfThemselvesOnly() async throws {
    let site = try await BuiltSite(of: try SampleRegistry.make())
    for page in site.pages {
      let counts = page.path == "index.html" || page.path.hasPrefix("report/index")
      #expect(page.text.contains(">Build report</a>") != counts, "\(page.path)")
      #expect(page.text.contains(#"search/0.js">"#), "\(page.path)")
    }
    let models = site.pages.filter { $0.path.hasPrefix("models/") }
    let told = models.compactMap { page in
      page.text.split(separator: "Newest event <time", maxSplits: 1).last?.prefix(40)
    }
    #expect(Set(told).count > 1, "all models tell of one event")
    for path in ["index.html", "activity/index.html"] {
      #expect(try site.text(path).contains("Newest event <time"), "\(path)")
    }
  }

  @Test func nothingInAPageIsRunFromItsText() async throws {
    let site = try await BuiltSite(of: try SampleRegistry.make())
    for page in site.pages {
      #expect(!page.text.contains("<script>"), "\(page.path)")
      #expect(!page.text.contains(" style="), "\(page.path)")
      #expect(!page.text.contains("javascript:"), "\(page.path)")
      #expect(!page.text.unicodeScalars.contains("\u{202E}"), "\(page.path)")
      #expect(!page.text.unicodeScalars.contains("\u{7}"), "\(page.path)")
    }
    let activity = try site.text("activity/index.html")
    #expect(activity.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(activity.contains("invoice[U+202E]gpj.exe"))
    #expect(activity.contains("👩🏽‍🔬 🚀"))
  }

  @Test(arguments: [nil, "https://models.example.com/"])
  func everyLinkLeadsToAFile(baseURL: String?) async throws {
    var settings = SiteSettings()
    settings.baseURL = baseURL
    let site = try await BuiltSite(of: try SampleRegistry.make(), settings: settings)
    let addresses = Set(site.files.keys.map { SitePath(text: $0).encoded })
    for page in site.pages where page.path != "404.html" {
      let folder = SitePath(text: page.path).encoded.split(separator: "/").dropLast()
      for address in page.text.values(of: "href") + page.text.values(of: "src") {
        guard !address.hasPrefix("https://"), !address.hasPrefix("#") else { continue }
        var parts = folder
        for part in address.prefix(while: { $0 != "#" }).split(separator: "/") {
          if part == ".." { #expect(parts.popLast() != nil) } else { parts.append(part) }
        }
        let isThere = addresses.contains(parts.joined(separator: "/"))
        #expect(isThere, "\(page.path) links to \(address)")
      }
    }
  }

  @Test func theSameRegistryGivesTheSameFiles() async throws {
    let registry = try SampleRegistry.make()
    let one = try await BuiltSite(of: registry, jobs: 1)
    let other = try await BuiltSite(of: registry, jobs: 3)
    #expect(one.files == other.files)
    #expect(one.totals == other.totals)
    #expect(one.totals.files == one.files.count)
    #expect(one.totals.pages == one.pages.count)
    #expect(one.totals.bytes == one.files.values.reduce(0) { $0 + $1.count })
  }

  @Test func theManifestComesLast() async throws {
    let site = try await BuiltSite(of: try SampleRegistry.make(), jobs: 2)
    #expect(site.order.last == "api/v1/manifest.json")
    let manifest = try site.text("api/v1/manifest.json")
    let documents = site.files.keys.filter { $0.hasPrefix("api/v1/") }
    #expect(manifest.occurrences(of: "\"sha256\"") == documents.count - 1)
  }

  @Test func anEmptyRegistryHasASite() async throws {
    let site = try await BuiltSite(of: Registry(repositories: []))
    let catalog = try site.text("index.html")
    #expect(catalog.contains("No models yet"))
    #expect(catalog.contains("gto register my-model"))
    #expect(!catalog.contains("<table"))
    #expect(try site.text("report/index.html").contains("No problems"))
  }

  @Test func aPageForMissingPagesNeedsTheSitesAddress() async throws {
    #expect(try await BuiltSite(of: try SampleRegistry.make()).files["404.html"] == nil)
    var settings = SiteSettings()
    settings.baseURL = "https://models.example.com/team/"
    let page = try await BuiltSite(of: try SampleRegistry.make(), settings: settings)
      .text("404.html")
    let addresses = page.values(of: "href").filter { $0 != "#main" }
    #expect(addresses.allSatisfy { $0.hasPrefix("https://models.example.com/team/") })
    #expect(addresses.contains("https://models.example.com/team/index.html"))
  }

  @Test func aTeamsTemplatesTakeTheBundledOnesPlace() async throws {
    let own = Array("{{<layout}}{{$main}}<p>Ours: {{totals}}</p>{{/main}}{{/layout}}".utf8)
    let theme = Theme.bundled.overlaid(templates: ["catalog.mustache": own], assets: [:])
    let site = try await BuiltSite(of: try SampleRegistry.make(), theme: theme)
    #expect(try site.text("index.html").contains("<p>Ours: 6 models"))
  }

  @Test(arguments: [
    ("catalog.mustache", "<p>\n  {{totls}}\n</p>", "catalog.mustache:2:3: "),
    ("partials/badge.mustache", "{{{text}}}", "partials/badge.mustache:1:1: "),
    ("report.mustache", "{{#groups}}\n", "report.mustache:1:1: "),
    ("stage.mustache", "{{<layout}}\n{{$mian}}{{/mian}}\n{{/layout}}", "stage.mustache:2:1: "),
  ])
  func aBrokenTemplateIsNamedWithItsPlace(file: String, source: String, place: String) throws {
    let theme = Theme.bundled.overlaid(templates: [file: Array(source.utf8)], assets: [:])
    let registry = try SampleRegistry.make()
    let errors = #expect(throws: TemplateErrors.self) {
      try SiteBuilder(registry: registry, settings: SiteSettings(), theme: theme)
    }
    #expect(errors?.description.hasPrefix(place) == true, "\(errors?.description ?? "no error")")
  }

  @Test func authorsAreShownAsFarAsTheyMay() async throws {
    var settings = SiteSettings()
    let expected: [(AuthorPolicy, name: Bool, email: Bool)] = [
      (.none, false, false), (.names, true, false), (.namesAndEmails, true, true),
    ]
    for (policy, name, email) in expected {
      settings.authors = policy
      let site = try await BuiltSite(of: try SampleRegistry.make(), settings: settings)
      let pages = site.pages.map(\.text)
      #expect(pages.contains { $0.contains("Ann Archer") } == name)
      #expect(pages.contains { $0.contains("someone@example.com") } == email)
    }
  }
}
