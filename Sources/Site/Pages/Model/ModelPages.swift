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

  func files(unit: Int) -> [OutputFile] {
    let scope = ModelScope(context.models[unit], in: context, of: registry)
    let history = 1...Paging(count: scope.artifact.events.count).pages
    return [context.file(ModelPage(scope))]
      + history.map { context.file(HistoryPage(page: $0, in: scope)) }
      + scope.artifact.versions.indices.map { context.file(VersionPage(at: $0, in: scope)) }
  }
}
