/// The style sheet, the scripts, and what the search box looks through.
struct AssetFiles: PageGroup {
  private let all: [OutputFile]

  init(_ context: SiteContext) { all = context.assets.files + context.shell.searchShards }

  var units: Int { 1 }

  func files(unit: Int) -> [OutputFile] { all }
}
