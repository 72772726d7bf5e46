import GitStore

/// Reads commits by id, each once.
struct CommitReader {
  private(set) var commits: [ObjectID: CommitObject] = [:]

  /// Reads those of `ids` that were not read before; one that is missing or damaged is left out.
  mutating func read(
    _ ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = ids.distinct().filter { commits[$0] == nil }
    var loaded: [(ObjectID, CommitObject)] = []
    try await objects.contents(of: new) { index, answer, bytes in
      if case .found(.commit, _) = answer, let commit = CommitObject(parsing: bytes) {
        loaded.append((new[index], commit))
      }
    }
    for (id, commit) in loaded { commits[id] = commit }
  }
}
