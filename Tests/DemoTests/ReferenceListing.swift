import GitStore

/// The refs of a repository as `name id`, sorted by their bytes.
func references(of repository: String) async throws -> [String] {
  let found = try await GitRepository.open(repository).references()
  return found.references.map { "\($0.name) \($0.id)" }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
