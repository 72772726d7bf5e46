/// The badges that READMEs show, model by model.
struct BadgeFiles: PageGroup {
  private let badges: Badges
  private let models: [ModelReference]

  init(_ context: SiteContext) {
    models = context.models
    badges = Badges(
      registry: context.registry, addresses: context.addresses, settings: context.settings)
  }

  var units: Int { models.count }

  func files(unit: Int) -> [OutputFile] {
    badges.badges(of: models[unit].artifact, in: models[unit].repository)
  }
}
