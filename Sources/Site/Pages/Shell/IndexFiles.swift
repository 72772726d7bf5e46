/// The documents for scripts: those of the registry as a whole, then those of each model.
struct IndexFiles: PageGroup {
  private let documents: IndexDocuments
  private let models: [ModelReference]

  init(_ context: SiteContext) {
    models = context.models
    documents = IndexDocuments(
      registry: context.registry, addresses: context.addresses, settings: context.settings,
      theme: context.theme)
  }

  var units: Int { 1 + models.count }

  func files(unit: Int) -> [OutputFile] {
    guard unit > 0 else { return documents.overview() }
    let model = models[unit - 1]
    return documents.documents(of: model.artifact, in: model.repository)
  }

  /// The list of all other documents.
  func manifest(of digests: [FileDigest]) -> OutputFile { documents.manifest(of: digests) }
}

extension SiteAddresses {
  /// Whether a file is one of the documents for scripts.
  static func isDocument(_ path: String) -> Bool { path.hasPrefix(indexFolder + "/") }
}
