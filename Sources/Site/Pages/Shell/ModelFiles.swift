import Cards
import Formats
import GitStore
import Records
import Registry

/// All files of each model: its pages, its documents and its badges.
struct ModelFiles: PageGroup {
  static var models: [any PageModel.Type] { ModelPages.models }

  private let context: SiteContext
  private let pages: ModelPages
  private let documents: IndexFiles
  private let badges: BadgeFiles
  private let diagnostics: RegistryScope

  init(_ context: SiteContext) {
    self.context = context
    pages = ModelPages(context)
    documents = IndexFiles(context)
    badges = BadgeFiles(context)
    diagnostics = pages.registry
  }

  var units: Int { context.models.count }

  func files(unit: Int) throws(SpoolError) -> [OutputFile] {
    try pages.files(unit: unit) + documents.files(ofModel: unit) + badges.files(unit: unit)
  }

  /// Everything that the files of a model are made from; nothing where its facts have no digest.
  func key(unit: Int) -> UnitKey? {
    let model = context.models[unit]
    let (artifact, repository) = (model.artifact, model.repository)
    guard let digest = artifact.digest else { return nil }
    let told = diagnostics.diagnostics(of: artifact, in: repository)
    // Without an annotation of its own, links lead to the repository's head.
    let head = artifact.latest?.annotation == nil ? repository.head?.hex : nil
    let surroundings = [
      repository.id, repository.url, repository.webURL, head, artifact.name,
      context.addresses.folder(of: artifact, in: repository),
    ]
    return UnitKey(
      name: "\(repository.id)/\(artifact.name)",
      key: Checksum(joining: [
        context.fingerprint, digest, Diagnostic.checksum(of: told),
        Checksum(ReflectedText.text(of: surroundings)), handedOut(of: artifact, in: repository),
      ]))
  }

  /// Which of the model's files the site hands out.
  private func handedOut(of artifact: Artifact, in repository: Repository) -> Checksum {
    guard !repository.published.isEmpty else { return Checksum(joining: []) }
    let files = artifact.versions.lazy.compactMap(\.records.contents).flatMap(\.files)
    let places = files.compactMap(\.git).compactMap { repository.published[$0.blob] }
    return Checksum(joining: places.map(\.checksum))
  }
}
