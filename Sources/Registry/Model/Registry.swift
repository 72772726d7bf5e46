/// Everything that the repositories of a site register.
package struct Registry: Sendable {
  /// Sorted by id.
  package let repositories: [Repository]

  /// What is told of the registry as a whole, such as rules that it breaks.
  package var findings: [Diagnostic] = []

  /// Makes a registry of repositories in any order.
  package init(repositories: [Repository]) {
    self.repositories = repositories.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// Every diagnostic of every repository, and those of the registry as a whole.
  package var diagnostics: [Diagnostic] { findings + repositories.flatMap(\.diagnostics) }
}
