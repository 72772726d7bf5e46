import GitStore
import Mustache
import Registry

/// The list of all models, the site's entrance; on further pages what doesn't fit the first.
struct CatalogPages: PageGroup {
  static var models: [any PageModel.Type] { [CatalogPage.self] }

  private let context: SiteContext

  /// The models in use, those that something happened to last first.
  private let active: [ModelReference]
  private let deprecated: [ModelReference]
  private let unregistered: [ModelReference]
  private let facets: [Facet.Source]
  private let recent: [EventReference]

  /// How many events stand beside the first page's table.
  private static let recentCount = 8

  init(_ context: SiteContext) {
    self.context = context
    active = context.models.filter { $0.artifact.status == .active }.latestFirst()
    deprecated = context.models.filter { $0.artifact.status == .deprecated }.latestFirst()
    unregistered = context.models.filter { $0.artifact.status == .unregistered }
    facets = Facet.sources(of: context)
    recent = Array(EventReference.newest(Self.recentCount, of: context.models))
  }

  var units: Int { Paging(count: active.count).pages }

  func files(unit: Int) -> [OutputFile] { [context.file(page(unit + 1))] }

  private func page(_ number: Int) -> CatalogPage {
    let path = context.addresses.catalog(page: number)
    let link = SiteLinker(page: path)
    let isFirst = number == 1
    let table = ModelTable(
      active, page: number, first: context.addresses.catalog, stages: context.stages,
      caption: "Models by last activity", showsRepository: true, showsMetrics: true, in: context,
      link: link)
    return CatalogPage(
      shell: PageShell(
        site: context.shell, path: path, heading: isFirst ? "Models" : "Models, page \(number)",
        description: context.settings.description, document: context.addresses.indexDocument,
        updated: context.models.updated, problemCount: context.problemCount),
      introduction: context.settings.description,
      totals: totals,
      table: active.isEmpty ? nil : table,
      emptiness: context.models.isEmpty ? Emptiness(context.registry) : nil,
      facets: facets.map { Facet($0, link: link) },
      recent: isFirst ? recent.map { $0.row(in: context, link: link) } : [],
      activityHref: link(context.addresses.activity),
      deprecated: isFirst ? shortened(deprecated, link: link) : nil,
      unregistered: isFirst ? shortened(unregistered, link: link) : nil)
  }

  private func shortened(_ models: [ModelReference], link: SiteLinker) -> ApartModels? {
    ApartModels(models, in: context, link: link)
  }

  /// `12 models · 57 versions · 3 repositories · 4 stages`.
  private var totals: String {
    let versions = context.models.reduce(0) {
      $0 + $1.artifact.versions.count
    }
    let repositories = context.registry.repositories.count
    return [
      CountText.of(context.models.count, "model"), CountText.of(versions, "version"),
      CountText.of(repositories, "repository", plural: "repositories"),
      CountText.of(context.stages.count, "stage"),
    ].joined(separator: " · ")
  }
}

extension [ModelReference] {
  /// Those first that something happened to last; else as they are.
  func latestFirst() -> [ModelReference] {
    enumerated().map { (place: $0, seconds: $1.lastEvent?.time.seconds ?? .min, model: $1) }
      .sorted { ($1.seconds, $0.place) < ($0.seconds, $1.place) }
      .map(\.model)
  }
}
