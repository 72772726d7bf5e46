/// The documents for scripts that concern the registry as a whole.
struct IndexFiles: PageGroup {
  private let documents: IndexDocuments
  private let models: [ModelReference]

  init(_ context: SiteContext) {
    models = context.models
    documents = IndexDocuments(
      registry: context.registry, addresses: context.addresses, settings: context.settings,
      theme: context.theme)
  }

  var units: Int { 1 }

  func files(unit: Int) -> [OutputFile] { documents.overview() }

  /// The documents of the model at a place.
  func files(ofModel place: Int) -> [OutputFile] {
    let model = models[place]
    return documents.documents(of: model.artifact, in: model.repository)
  }

  /// The list of all other documents.
  func manifest(of digests: [FileDigest]) -> OutputFile { documents.manifest(of: digests) }
}

extension SiteAddresses {
  /// Whether a file is one of the documents for scripts.
  static func isDocument(_ path: String) -> Bool { path.hasPrefix(indexFolder + "/") }
}
