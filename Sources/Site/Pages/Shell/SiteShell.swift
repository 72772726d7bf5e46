/// What surrounds the content of every page alike.
struct SiteShell: Sendable {
  /// A place in the header's navigation.
  struct Section: Sendable {
    let text: String
    let path: SitePath

    /// The first folder of the pages that belong to it.
    let folder: String
  }

  let settings: SiteSettings
  let assets: SiteAssets
  let addresses: SiteAddresses
  let sections: [Section]

  init(settings: SiteSettings, addresses: SiteAddresses, assets: SiteAssets) {
    self.settings = settings
    self.assets = assets
    self.addresses = addresses
    var sections = [
      Section(text: "Models", path: addresses.catalog, folder: "models"),
      Section(text: "Stages", path: addresses.stages, folder: "stages"),
      Section(text: "Labels", path: addresses.labels, folder: "labels"),
      Section(text: "Repositories", path: addresses.repositories, folder: "repositories"),
      Section(text: "Activity", path: addresses.activity, folder: "activity"),
      Section(text: "Data", path: addresses.data, folder: "data"),
    ]
    if !settings.comparison.leaderboards.isEmpty {
      let board = Section(
        text: "Leaderboards", path: addresses.leaderboards, folder: "leaderboards")
      sections.insert(board, at: 1)
    }
    self.sections = sections
  }
}
