import Mustache
import Registry

/// What the page of a model says of the plots of its latest version: what there is, and where.
struct PlotsLink: TemplateModel {
  /// A link to a figure.
  struct Link: TemplateModel {
    let title: String
    let kind: String
    let href: String

    static let fields: [TemplateField<Self>] = [
      .text("title") { $0.title },
      .text("kind") { $0.kind },
      .text("href") { $0.href },
    ]
  }

  let version: VersionLink
  let links: [Link]
  let more: Int

  private static let limit = 20

  /// Nothing where it has none.
  init?(ofLatestIn scope: ModelScope, link: SiteLinker) {
    guard let latest = scope.artifact.latest, !latest.plots.isEmpty,
      let page = scope.page(ofVersion: latest.name)
    else { return nil }
    version = VersionLink(latest.name, in: scope, link: link)
    links = latest.plots.prefix(Self.limit).enumerated().map { index, plot in
      Link(
        title: SiteText.singleLine(plot.title ?? plot.id, limit: 200), kind: plot.kind.words,
        href: "\(link(page))#plot-\(index + 1)")
    }
    more = latest.plots.count - links.count
  }

  static let fields: [TemplateField<Self>] = [
    .record("version") { $0.version },
    .list("links") { $0.links },
    .text("more") { $0.more > 0 ? CountText.of($0.more, "more plot") : nil },
  ]
}
