/// Everything that the repositories of a site register.
package struct Registry: Sendable {
  /// Sorted by id.
  package let repositories: [Repository]

  /// Makes a registry of repositories in any order.
  package init(repositories: [Repository]) {
    self.repositories = repositories.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Every diagnostic of every repository.
  package var diagnostics: [Diagnostic] { repositories.flatMap(\.diagnostics) }
}
