import Cards
import Registry

/// Each model with its history and its versions.
struct ModelPages: PageGroup {
  static var models: [any PageModel.Type] {
    [ModelPage.self, HistoryPage.self, VersionPage.self]
  }

  private let context: SiteContext
  private let registry: RegistryScope

  init(_ context: SiteContext) {
    self.context = context
    registry = RegistryScope(
      registry: context.registry, addresses: context.addresses, settings: context.settings,
      theme: context.theme)
  }

  var units: Int { context.models.count }

  func files(unit: Int) throws(SpoolError) -> [OutputFile] {
    let scope = ModelScope(context.models[unit], in: context, of: registry)
    let history = 1...Paging(count: scope.artifact.events.count).pages
    var files = [context.file(try ModelPage(scope))]
    files += history.map { context.file(HistoryPage(page: $0, in: scope)) }
    for index in scope.artifact.versions.indices {
      files.append(context.file(try VersionPage(at: index, in: scope)))
    }
    return files
  }
}
