package import Registry
package import Theme

/// Makes the documents for scripts, everything under `api/v1/` (`index.md`).
package struct IndexDocuments: Sendable {
  private let scope: RegistryScope

  /// Prepares the documents of a registry; `theme` brings their schemas.
  package init(
    registry: Registry, addresses: SiteAddresses, settings: SiteSettings, theme: Theme
  ) {
    scope = RegistryScope(
      registry: registry, addresses: addresses, settings: settings, theme: theme)
  }

  /// The documents that concern the registry as a whole, but for the manifest.
  package func overview() -> [OutputFile] {
    IndexDocument.ofRegistry.flatMap { $0.files(scope) }
  }

  /// The documents of one artifact and of its versions.
  package func documents(of artifact: Artifact, in repository: Repository) -> [OutputFile] {
    let scope = ArtifactScope(artifact, in: repository, of: scope)
    return IndexDocument.ofArtifact.flatMap { $0.files(scope) }
  }

  /// The list of all other documents.
  ///
  /// Takes digests instead of files, so that no document needs to be kept after it is written.
  package func manifest(of files: [FileDigest]) -> OutputFile {
    ManifestDocument.file(listing: files, in: scope)
  }
}

/// A document, or a family of them, and how it is made.
struct IndexDocument<Scope>: Sendable {
  /// Makes the document's files.
  let files: @Sendable (Scope) -> [OutputFile]
}

extension IndexDocument where Scope == RegistryScope {
  /// The documents that a registry has once.
  static var ofRegistry: [IndexDocument] {
    [.index, .events, .eventsTable, .modelsText, .schemas]
  }
}

extension IndexDocument where Scope == ArtifactScope {
  /// The documents that every artifact has.
  static var ofArtifact: [IndexDocument] {
    [.model, .versions, .downloads, .latest, .stages, .timeline]
  }
}
