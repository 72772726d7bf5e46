import Mustache
import Registry

/// What a page of the catalog shows.
struct CatalogPage: PageModel {
  static let template = "catalog"

  let shell: PageShell
  let introduction: String
  let totals: String
  let table: ModelTable?
  let emptiness: Emptiness?
  let facets: [Facet]
  let recent: [EventRow]
  let activityHref: String
  let deprecated: ApartModels?
  let unregistered: ApartModels?

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("introduction") { $0.introduction },
    .text("totals") { $0.totals },
    .record("table") { $0.table },
    .record("empty") { $0.emptiness },
    .list("facets") { $0.facets },
    .list("recent") { $0.recent },
    .flag("has_recent") { !$0.recent.isEmpty },
    .text("activity_href") { $0.activityHref },
    .record("deprecated") { $0.deprecated },
    .record("unregistered") { $0.unregistered },
  ]
}

/// Why a catalog has nothing to show.
struct Emptiness: TemplateModel {
  let reason: String

  init(_ registry: Registry) {
    let tags = registry.repositories.reduce(0) { $0 + $1.tagCount }
    reason =
      if registry.repositories.isEmpty {
        "No repository is configured."
      } else if tags == 0 {
        "No tag registers a model yet."
      } else {
        "\(CountText.of(tags, "tag")) could be read, but none of them registers a model."
      }
  }

  static let fields: [TemplateField<Self>] = [.text("reason") { $0.reason }]
}

/// Models that are listed apart from those in use.
struct ApartModels: TemplateModel {
  let rows: [ApartRow]

  /// How many are left out.
  let moreCount: Int
  let allHref: String

  private static let limit = 100

  /// Nothing where there are none.
  init?(_ models: [ModelReference], in context: SiteContext, link: SiteLinker) {
    guard !models.isEmpty else { return nil }
    rows = models.prefix(Self.limit).map { ApartRow($0, in: context, link: link) }
    moreCount = max(0, models.count - Self.limit)
    allHref = link(context.addresses.names)
  }

  static let fields: [TemplateField<Self>] = [
    .list("rows") { $0.rows },
    .text("more") { $0.moreCount > 0 ? CountText.digits($0.moreCount) : nil },
    .text("all_href") { $0.allHref },
  ]
}

/// A model that is no longer, or not yet, in use.
struct ApartRow: TemplateModel {
  let model: ModelRow
  let person: PersonText?
  let note: String
  let command: String

  init(_ model: ModelReference, in context: SiteContext, link: SiteLinker) {
    let deprecation = model.artifact.deprecation
    self.model = ModelRow(model, stages: [], in: context, link: link)
    person = deprecation.flatMap { PersonText($0.tagger, policy: context.settings.authors) }
    note = SiteText.singleLine(
      deprecation?.message ?? model.artifact.annotation?.description ?? "", limit: 200)
    command = ShellWord.command("gto", "register", model.artifact.name)
  }

  static let fields: [TemplateField<Self>] = [
    .record("model") { $0.model },
    .record("person") { $0.person },
    .text("note") { $0.note },
    .text("command") { $0.command },
  ]
}
