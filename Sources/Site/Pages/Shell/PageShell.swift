import GitStore
import Mustache

/// What the layout puts around the content of one page.
struct PageShell: Sendable {
  let site: SiteShell
  let path: SitePath

  /// The page's heading, which also begins its title.
  let heading: String

  /// A sentence for search engines and link previews.
  var description = ""

  /// The pages above this one, outermost first, without the catalog.
  var ancestors: [Link] = []

  /// The page's own document for scripts.
  var document: SitePath?

  /// The time of the newest event that the page tells of: never one of the whole site, which would make
  /// every tag change every page.
  var updated: GitTime?

  /// How many diagnostics the build report holds; only for pages that change with any of them.
  var problemCount: Int?

  /// Set for a page that a server shows under any address.
  var baseURL: String?

  /// Writes the addresses of this page's links.
  var link: SiteLinker { SiteLinker(page: path, baseURL: baseURL) }

  private var isCatalog: Bool { path == site.addresses.catalog }

  private var title: String {
    isCatalog ? site.settings.title : "\(heading) · \(site.settings.title)"
  }

  private var trail: [Crumb] {
    guard !isCatalog else { return [] }
    let above = [Link(text: "Models", target: site.addresses.catalog)] + ancestors
    return above.map { Crumb(text: $0.text, href: $0.target.map(link.callAsFunction)) }
      + [Crumb(text: heading, href: nil)]
  }

  private var navigation: [NavigationLink] {
    let folder = path.text.prefix { $0 != "/" }
    return site.sections.map { section in
      let isHere = section.path == path
      return NavigationLink(
        text: section.text, href: link(section.path), isHere: isHere,
        isWithin: !isHere
          && (folder == section.folder || (folder == "catalog" && section.folder == "models")))
    }
  }

  private var ownLinks: [NavigationLink] {
    site.settings.links.compactMap { own in
      guard let href = SafeLink.href(own.url) else { return nil }
      return NavigationLink(text: own.text, href: href, isHere: false, isWithin: false)
    }
  }

  private var problems: String? {
    switch problemCount {
    case nil: nil
    case 0?: "No problems"
    case 1?: "1 problem"
    case let count?: "\(count) problems"
    }
  }

  /// The feed of the same events; nothing where the site's address isn't known.
  private var feed: String? {
    site.settings.baseURL == nil ? nil : link(SiteAddresses.feed(besides: path))
  }
}

extension PageShell {
  /// The text and the target of a link within the site; some levels of a trail have no page.
  struct Link: Sendable {
    let text: String
    let target: SitePath?
  }

  struct Crumb: TemplateModel {
    let text: String
    let href: String?

    static let fields: [TemplateField<Self>] = [
      .text("text") { $0.text },
      .text("href") { $0.href },
    ]
  }

  struct NavigationLink: TemplateModel {
    let text: String
    let href: String

    /// Whether it leads to the very page.
    let isHere: Bool

    /// Whether the page lies in its part of the site.
    let isWithin: Bool

    static let fields: [TemplateField<Self>] = [
      .text("text") { $0.text },
      .text("href") { $0.href },
      .flag("here") { $0.isHere },
      .flag("within") { $0.isWithin },
    ]
  }
}

extension PageShell: TemplateModel {
  static let fields: [TemplateField<PageShell>] = [
    .text("heading") { $0.heading },
    .text("title") { $0.title },
    .text("description") { $0.description },
    .text("language") { $0.site.settings.language },
    .text("site_title") { $0.site.settings.title },
    .text("site_footer") { $0.site.settings.footer },
    .text("generator") { $0.site.settings.generator },
    .flag("noindex") { $0.site.settings.noindex },
    .text("style") { $0.link($0.site.assets.style) },
    .text("script") { $0.link($0.site.assets.script) },
    .text("colors") { $0.link($0.site.assets.colors) },
    .text("icon") { $0.link($0.site.assets.icon) },
    .text("home") { $0.link($0.site.addresses.catalog) },
    .text("root") { $0.link(SitePath(text: "")) },
    .text("search_script") { $0.link(SearchData.path(0)) },
    .flag("has_trail") { !$0.trail.isEmpty },
    .list("trail") { $0.trail },
    .list("navigation") { $0.navigation },
    .list("links") { $0.ownLinks },
    .record("updated") { $0.updated.map(TimeText.init) },
    .text("feed") { $0.feed },
    .text("document") { $0.document.map($0.link.callAsFunction) },
    .text("report") { $0.link($0.site.addresses.report) },
    .text("problems") { $0.problems },
    .flag("has_problems") { ($0.problemCount ?? 0) > 0 },
  ]
}
