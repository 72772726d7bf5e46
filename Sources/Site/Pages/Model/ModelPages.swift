import Cards
import Registry

/// Each model with its history and its versions.
struct ModelPages: PageGroup {
  static var models: [any PageModel.Type] {
    [ModelPage.self, HistoryPage.self, VersionPage.self] + ComparisonFiles.models
  }

  private let context: SiteContext
  let registry: RegistryScope

  init(_ context: SiteContext) {
    self.context = context
    registry = RegistryScope(
      registry: context.registry, addresses: context.addresses, settings: context.settings,
      theme: context.theme)
  }

  var units: Int { context.models.count }

  func files(unit: Int) throws(SpoolError) -> [OutputFile] {
    let scope = ModelScope(context.models[unit], in: context, of: registry)
    var files = [context.file(try ModelPage(scope))]
    files += MetricsTrends.file(in: scope).map { [$0] } ?? []
    files += scope.historyPaging.pages.map { context.file(HistoryPage(page: $0, in: scope)) }
    for index in scope.artifact.versions.indices {
      let page = try VersionPage(at: index, in: scope)
      files.append(context.file(page))
      files += page.plots?.tables ?? []
    }
    return files + (try ComparisonFiles.all(in: scope))
  }
}
