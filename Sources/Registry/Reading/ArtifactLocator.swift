package import GitStore
package import Records

/// Finds one version of an artifact in a repository: where its bytes lie, and nothing that was logged.
package struct ArtifactLocator: Sendable {
  /// A version, and what keeps it.
  package struct Location: Sendable {
    package let version: Version

    /// Nothing where no annotation says where the artifact lies.
    package let contents: ArtifactContents?

    /// What DVC's configuration said at the version's commit, by the folder of the project.
    package let configurations: [String: DVCConfiguration]
  }

  private let repository: GitRepository
  private let id: String
  private let settings: RecordSettings

  /// Prepares the search in an open repository.
  package init(_ repository: GitRepository, id: String, settings: RecordSettings) {
    self.repository = repository
    self.id = id
    self.settings = settings
  }

  /// All that the repository registers, without records.
  package func registry() async throws(GitError) -> Repository {
    let reader = RegistryReader(repository, id: id, releaseTags: settings.releaseTags)
    let reading = try await reader.read(.everything, isPartialClone: try await isPartial())
    return RepositoryAssembler.repository(.init(id: id), reading, diagnostics: [])
  }

  private func isPartial() async throws(GitError) -> Bool {
    try await repository.configuration().isPartialClone
  }

  /// Where a version of `registry` lies.
  package func location(
    of version: Version, of artifact: Artifact
  ) async throws(GitError) -> Location {
    guard let tree = version.commitObject?.tree, let path = version.annotation?.path else {
      return Location(version: version, contents: nil, configurations: [:])
    }
    let subject = CommitRecordsReader.Subject(tree: tree, artifact: artifact.name)
    let (settings, idLength, workTree) = (settings, repository.idLength, repository.workTree)
    let found = try await repository.withObjects(isPartialClone: try await isPartial()) {
      (objects) async throws(GitError) in
      var records = CommitRecordsReader(settings: settings, workTree: workTree, idLength: idLength)
      try await records.readProjects(of: subject, &objects)
      var contents = ArtifactContentsReader()
      let wanted = ArtifactContentsReader.Wanted(subject: subject, path: path)
      try await contents.read([wanted], &records, &objects)
      return (contents.contents[wanted], records.configurations(of: subject))
    }
    return Location(
      version: version, contents: found.result.0, configurations: found.result.1)
  }
}

extension GitRepository {
  /// Writes blobs to files, as far as the repository has them.
  package func write(
    _ blobs: [(id: ObjectID, path: String)], to write: @Sendable ([UInt8], String) -> Void
  ) async throws(GitError) {
    _ = try await withObjects(isPartialClone: try await configuration().isPartialClone) {
      (objects) async throws(GitError) in
      // One at a time: each is in memory as a whole.
      for (id, path) in blobs {
        try await objects.contents(of: [id]) { _, answer, bytes in
          if case .found(.blob, _) = answer { write(bytes.copied(), path) }
        }
      }
    }
  }
}
