import Cards
import Mustache
import TestSupport
import Testing
import Theme

@testable import Registry
@testable import Site

struct ModelPagesTests {
  @Test("The templates name only what the pages declare")
  func templates() throws {
    let templates = try TemplateSet(Theme.bundled.templates)
    for model in ModelPages.models {
      try check(model, in: templates)
    }
  }

  @Test("Every page has one heading, ids once, and nothing that a policy or a reader trips over")
  func everyPage() throws {
    let pages = try Self.pages(of: SampleRegistry.make()).filter { $0.key.hasSuffix(".html") }
    let comparisons = pages.keys.filter { $0.contains("/compare/") }
    #expect(pages.count - comparisons.count == 5 + 1 + 6 + 6 + 3)
    // Of each model with versions the page for any choice, and four pairs of one model.
    #expect(comparisons.count == 5 + 4)
    for (path, html) in pages {
      let elements = DrawnElement.all(in: Array(html.utf8))
      let ids = elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path)")
      #expect(elements.count { $0.name == "h1" } == 1, "\(path)")
      #expect(!elements.contains { $0.attributes["style"] != nil }, "\(path)")
      #expect(!html.contains(SampleRegistry.Hostile.script), "\(path)")
      #expect(!html.unicodeScalars.contains("\u{202E}") && !html.utf8.contains(7), "\(path)")
    }
  }

  @Test("Every link to a page of the models leads to one, and every anchor to its id")
  func links() throws {
    let pages = try Self.pages(of: SampleRegistry.make())
    var checked = 0
    for (path, html) in pages where path.hasSuffix(".html") {
      for element in DrawnElement.all(in: Array(html.utf8)) where element.name == "a" {
        let href = try #require(element.attributes["href"])
        let parts = href.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard let target = Self.resolve(String(parts[0]), from: path),
          target.hasPrefix("models/")
        else { continue }
        let page = try #require(pages[target], "\(path) → \(href)")
        // What holds `=` is a page's state, not a place on it.
        if parts.count > 1, !parts[1].contains("=") {
          #expect(page.contains("id=\"\(parts[1])\""), "\(path) → \(href)")
        }
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test("The model's page tells stages, versions, fallbacks and endings")
  func model() throws {
    let html = try #require(
      try Self.pages(of: SampleRegistry.make())["models/churn/churn/index.html"])
    let text = Self.text(html)
    let holder = "since 2024-02-11 by Ann Archer Better on new customers falls back to v1.1.0"
    #expect(text.contains(holder))
    #expect(text.contains("nothing v1.2.0 left 2024-02-15 by Ann Archer"))
    #expect(text.contains("deregistered 2024-01-13 by Bob : Trained on the test set"))
    #expect(html.contains("<del><a class=\"version\" href=\"v1.0.1/index.html\">"))
    #expect(html.contains("href=\"v2.0.0-rc.1%2Bbuild.5/index.html\""))
    #expect(text.contains("dvc artifacts get https://github.com/acme/churn churn --rev v1.2.0"))
    #expect(text.contains("Ann Archer unassigned dev from v1.2.0"))
    #expect(!text.contains("curl"))
  }

  @Test("The site's own address makes lines for scripts and READMEs whole")
  func address() throws {
    var settings = SiteSettings()
    settings.baseURL = "https://models.example.com/"
    let page = try #require(
      try Self.pages(of: SampleRegistry.make(), settings)["models/churn/churn/index.html"])
    let base = "https://models.example.com/"
    #expect(page.contains("curl -fsSL \(base)api/v1/models/churn/churn/stages/prod.txt"))
    #expect(page.contains("[![churn latest](\(base)badges/churn/churn/latest.svg)]"))
  }

  @Test("Nobody is named where the settings keep people out")
  func nobody() throws {
    var settings = SiteSettings()
    settings.authors = .none
    for (path, html) in try Self.pages(of: SampleRegistry.make(), settings) {
      #expect(!html.contains("Ann Archer") && !html.contains("someone@example.com"), "\(path)")
    }
  }

  @Test("A model without versions shows how to register the first")
  func unregistered() throws {
    let page = try #require(
      try Self.pages(of: SampleRegistry.make())["models/churn/text-embedder/index.html"])
    let command =
      "gto register text-embedder --version v0.1.0\ngit push origin text-embedder@v0.1.0"
    #expect(page.contains(command))
  }

  @Test("A deprecated model says who, when and why")
  func deprecated() throws {
    let page = try #require(
      try Self.pages(of: SampleRegistry.make())["models/churn/legacy-scorer/index.html"])
    let text = Self.text(page)
    #expect(text.contains("Deprecated 2024-01-06 by Ann Archer"))
    #expect(text.contains("Replaced by churn"))
  }

  @Test("A version's page tells its origin, what waits, and what changed")
  func version() throws {
    let pages = try Self.pages(of: SampleRegistry.make())
    let latest = Self.text(try #require(pages["models/churn/churn/v1.2.0/index.html"]))
    #expect(latest.contains("SSH, present, not checked"))
    #expect(latest.contains("The annotation is the same."))
    let older = Self.text(try #require(pages["models/churn/churn/v1.1.0/index.html"]))
    #expect(older.contains("prod waits behind the present holder: assigned 2024-01-22"))
    #expect(older.contains("Changes since v1.0.0"), "v1.0.1 was deregistered")
    let ended = Self.text(try #require(pages["models/churn/churn/v1.0.1/index.html"]))
    #expect(ended.contains("Deregistered 2024-01-13 by Bob"))
    #expect(ended.contains("path models/churn.pkl"))
    let broken = Self.text(try #require(pages["models/vision/detector/v1.0.0/index.html"]))
    #expect(broken.contains("Incomplete. Something of this version could not be read"))
    #expect(broken.contains("dvc.yaml:14:3 : mapping values"), "the file, and where in it")
  }

  private func check(_ model: (some PageModel).Type, in templates: TemplateSet) throws {
    try templates.check(model.template, against: model)
  }
}

extension ModelPagesTests {
  /// The pages of all models by path.
  static func pages(
    of registry: Registry, _ settings: SiteSettings = SiteSettings(), spool: Spool? = nil
  ) throws -> [String: String] {
    try pages(in: context(of: registry, settings, spool: spool))
  }

  /// What pages of models are made from.
  static func context(
    of registry: Registry, _ settings: SiteSettings = SiteSettings(), spool: Spool? = nil
  ) throws -> SiteContext {
    SiteContext(
      registry: registry, settings: settings, theme: .bundled,
      templates: try TemplateSet(Theme.bundled.templates), spool: spool)
  }

  /// The files of all models by path.
  static func pages(in context: SiteContext) throws -> [String: String] {
    let group = ModelPages(context)
    let files = try (0..<group.units).flatMap { try group.files(unit: $0) }
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// What a reader sees, its blanks run together.
  static func text(_ html: String) -> String {
    let pieces = html.split(separator: "<", omittingEmptySubsequences: true).map { piece in
      piece.firstIndex(of: ">").map { String(piece[piece.index(after: $0)...]) } ?? String(piece)
    }
    let words = pieces.joined(separator: " ").split { $0 == " " || $0 == "\n" }
    return words.joined(separator: " ").replacing("&#39;", with: "'")
  }

  /// The path of a relative address in the site; nothing for one that leads out of it.
  static func resolve(_ href: String, from page: String) -> String? {
    guard !href.contains(":") else { return nil }
    guard !href.isEmpty else { return page }
    var parts = page.split(separator: "/").dropLast().map(String.init)
    for part in href.split(separator: "/") {
      if part == ".." { parts = parts.dropLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/").replacing("%2B", with: "+")
  }
}
