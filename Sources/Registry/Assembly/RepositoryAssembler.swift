package import GitStore

/// Turns what was read of a repository into the values that pages and documents show.
package struct RepositoryAssembler: Sendable {
  /// What the site knows of the repository besides its contents.
  package struct Identity: Sendable {
    package var id: String
    package var url: String?
    package var webURL: String?
    package var defaultBranch: String?
    package var head: ObjectID?

    /// Names a repository.
    package init(
      id: String, url: String? = nil, webURL: String? = nil, defaultBranch: String? = nil,
      head: ObjectID? = nil
    ) {
      self.id = id
      self.url = url
      self.webURL = webURL
      self.defaultBranch = defaultBranch
      self.head = head
    }
  }

  /// Makes the repository's value.
  ///
  /// - Parameter diagnostics: what was found before anything was read.
  package static func repository(
    _ identity: Identity, _ reading: RegistryReading, diagnostics: [Diagnostic]
  ) -> Repository {
    let stages = reading.state.stages.distinct()
    let registered = reading.state.artifacts.map { artifact in
      ArtifactAssembler(source: artifact, reading: reading, stageOrder: stages).artifact()
    }
    let artifacts = (registered + unregistered(reading)).sorted {
      $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
    }
    let found = ArtifactDiagnostics(repository: identity.id, reading: reading).all(artifacts)
    return Repository(
      id: identity.id, url: identity.url, webURL: identity.webURL,
      defaultBranch: identity.defaultBranch, head: identity.head, artifacts: artifacts,
      stages: stages, ignoredTags: reading.tags.ignored,
      tagCount: reading.tags.tags.count, diagnostics: diagnostics + reading.diagnostics + found,
      published: reading.records.published)
  }

  /// Artifacts that only a dvc.yaml at HEAD speaks of.
  private static func unregistered(_ reading: RegistryReading) -> [Artifact] {
    guard let head = reading.annotations.head else { return [] }
    return reading.annotations.namesAtHead
      .filter { reading.state.artifact($0) == nil && ArtifactName.isFullName($0) }
      .map { name in
        Artifact(
          name: name, status: .unregistered, versions: [], latestIndex: nil, stages: [],
          intervals: [], events: [],
          headAnnotation: reading.annotations.annotation(name, at: head))
      }
  }
}
