import Records

/// Tells which of the records at a commit are about one artifact.
struct RecordOwnership {
  /// The projects that speak of the artifact.
  let projects: [CommitProject]

  /// The stages that made the artifact, and those that use it.
  let related: Set<String>

  /// The folder that the artifact belongs to by its name.
  let folder: String
  let scope: RecordScope

  /// Whether a file belongs to the pipeline that makes this very artifact.
  ///
  /// - Parameters:
  ///   - pipeline: The dvc.yaml that names it.
  ///   - stages: The stages that write or read it.
  func owns(_ path: String, pipeline: String?, stages: [String]) -> Bool {
    if !related.isEmpty, !stages.isEmpty { return stages.contains(where: related.contains) }
    let home = RepositoryPath.folder(of: pipeline ?? path)
    return home == folder || scope.owns(home) || scope.owns(RepositoryPath.folder(of: path))
  }
}
