/// The style sheet, the scripts, and what the search box looks through.
struct AssetFiles: PageGroup {
  private let all: [OutputFile]

  init(_ context: SiteContext) {
    let search = SearchData(models: context.models, addresses: context.addresses)
    all = context.assets.files + search.shards
  }

  var units: Int { 1 }

  func files(unit: Int) -> [OutputFile] { all }
}
