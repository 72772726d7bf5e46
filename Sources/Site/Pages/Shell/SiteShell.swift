import GitStore
import Registry

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
  let searchShards: [OutputFile]

  /// The time of the newest event; nothing where there is none.
  let updated: GitTime?

  /// How many diagnostics the build report holds.
  let problemCount: Int

  init(
    registry: Registry, settings: SiteSettings, addresses: SiteAddresses, assets: SiteAssets,
    search: SearchData
  ) {
    self.settings = settings
    self.assets = assets
    self.addresses = addresses
    searchShards = search.shards
    updated = registry.repositories.lazy.flatMap(\.artifacts).compactMap(\.events.first?.time)
      .max { $0.seconds < $1.seconds }
    problemCount = registry.diagnostics.lazy.filter { $0.severity > .note }.count
    sections = [
      Section(text: "Models", path: addresses.catalog, folder: "models"),
      Section(text: "Stages", path: addresses.stages, folder: "stages"),
      Section(text: "Labels", path: addresses.labels, folder: "labels"),
      Section(text: "Repositories", path: addresses.repositories, folder: "repositories"),
      Section(text: "Activity", path: addresses.activity, folder: "activity"),
      Section(text: "Data", path: addresses.data, folder: "data"),
    ]
  }
}
