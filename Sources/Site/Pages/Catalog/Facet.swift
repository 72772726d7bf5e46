import Mustache
import Registry

/// One way to narrow the catalog down: plain links with counts.
struct Facet: TemplateModel {
  /// A facet before its links are written for a page.
  struct Source: Sendable {
    let title: String
    let items: [(text: String, count: Int, path: SitePath, anchor: String)]
    let all: SitePath?

    /// Whether the texts are single letters, which stand side by side.
    var areLetters = false
  }

  let title: String
  let areLetters: Bool
  let items: [Item]
  let allHref: String?

  init(_ source: Source, link: SiteLinker) {
    title = source.title
    areLetters = source.areLetters
    items = source.items.map {
      Item(text: $0.text, count: CountText.digits($0.count), href: link($0.path) + $0.anchor)
    }
    allHref = source.all.map(link.callAsFunction)
  }

  static let fields: [TemplateField<Self>] = [
    .text("title") { $0.title },
    .flag("letters") { $0.areLetters },
    .list("items") { $0.items },
    .text("all_href") { $0.allHref },
  ]

  struct Item: TemplateModel {
    let text: String
    let count: String
    let href: String

    static let fields: [TemplateField<Self>] = [
      .text("text") { $0.text },
      .text("count") { $0.count },
      .text("href") { $0.href },
    ]
  }
}

extension Facet {
  /// How many values of a facet are listed before the link to all of them.
  private static let limit = 12

  /// Every facet in which models differ.
  static func sources(of context: SiteContext) -> [Source] {
    [stages, labels, types, repositories, names].map { $0(context) }.filter { !$0.items.isEmpty }
  }

  private static func stages(_ context: SiteContext) -> Source {
    let items = context.stages.filter { $0.modelCount > 0 }.map {
      (SiteText.shown($0.title), $0.modelCount, context.addresses.stage($0.name), "")
    }
    return source("Stage", items, all: context.addresses.stages)
  }

  private static func labels(_ context: SiteContext) -> Source {
    let items = LabelIndex(context.models).labels.map {
      (LabelIndex.text(of: $0.name), $0.models.count, context.addresses.label($0.name), "")
    }
    return source("Label", items, all: context.addresses.labels)
  }

  private static func types(_ context: SiteContext) -> Source {
    let types = TypeIndex(context.models).types
    let items =
      types.count < 2
      ? []
      : types.map {
        (SiteText.singleLine($0.name), $0.models.count, context.addresses.labels, "#\($0.anchor)")
      }
    return source("Type", items, all: nil)
  }

  private static func repositories(_ context: SiteContext) -> Source {
    let items = context.registry.repositories.map {
      (SiteText.shown($0.id), $0.artifacts.count, context.addresses.repository($0), "")
    }
    return source("Repository", items, all: context.addresses.repositories)
  }

  private static func names(_ context: SiteContext) -> Source {
    let letters = NameIndex(context.models).letters
    return Source(
      title: "A–Z",
      items: letters.map {
        ($0.letter, $0.count, context.addresses.names(page: $0.page), "#\($0.anchor)")
      }, all: nil, areLetters: true)
  }

  private static func source(
    _ title: String, _ items: [(String, Int, SitePath, String)], all: SitePath?
  ) -> Source {
    let listed = items.prefix(limit).map { (text: $0.0, count: $0.1, path: $0.2, anchor: $0.3) }
    return Source(title: title, items: listed, all: items.count > limit ? all : nil)
  }
}
