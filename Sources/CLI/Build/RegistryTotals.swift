import Registry

/// How much a registry holds, for the closing line.
struct RegistryTotals: Sendable {
  let repositories: Int
  let models: Int
  let versions: Int

  init(_ registry: Registry) {
    let artifacts = registry.repositories.lazy.flatMap(\.artifacts)
    repositories = registry.repositories.count
    models = registry.repositories.map(\.artifacts.count).reduce(0, +)
    versions = artifacts.map(\.versions.count).reduce(0, +)
  }

  /// Sums up repositories that were not read again.
  init(_ kept: [KeptFacts], _ collected: CollectedFacts) {
    let summaries = kept.map(\.summary) + collected.summaries
    repositories = summaries.count
    models = summaries.map(\.models).reduce(0, +)
    versions = summaries.map(\.versions).reduce(0, +)
  }
}
