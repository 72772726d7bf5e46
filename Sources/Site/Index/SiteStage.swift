package import Registry

/// A stage as the site shows it: what the configuration says, and what the registry holds.
package struct SiteStage: Sendable {
  package let name: String

  /// What people read instead of the name.
  package let title: String
  package let style: BadgeStyle

  /// Whether versions in it serve real users, by the configuration or else by its name.
  package let isProduction: Bool

  /// The number of artifacts of which some version holds it.
  package let modelCount: Int

  /// Every stage: configured ones in their order, then those that only repositories know, in an
  /// order that agrees with each repository's as far as these agree with each other.
  package static func all(in registry: Registry, settings: SiteSettings) -> [SiteStage] {
    var counts: [String: Int] = [:]
    var known: [String] = []
    for repository in registry.repositories {
      merge(repository.stages, into: &known)
      for holding in repository.artifacts.lazy.flatMap(\.stages) {
        counts[holding.stage, default: 0] += 1
      }
    }
    merge(counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }, into: &known)
    var configured: [StageSettings] = []
    for stage in settings.stages where !configured.contains(where: { $0.name == stage.name }) {
      configured.append(stage)
      known.removeAll { $0 == stage.name }
    }
    return configured.map { SiteStage($0.name, settings: $0, modelCount: counts[$0.name] ?? 0) }
      + known.map { SiteStage($0, settings: nil, modelCount: counts[$0] ?? 0) }
  }

  /// Puts each new stage behind the one that it follows in its own list.
  private static func merge(_ stages: [String], into known: inout [String]) {
    var place = 0
    for stage in stages {
      if let index = known.firstIndex(of: stage) {
        place = index + 1
      } else {
        known.insert(stage, at: place)
        place += 1
      }
    }
  }

  private init(_ name: String, settings: StageSettings?, modelCount: Int) {
    self.name = name
    title = settings?.title ?? name
    style = BadgeStyle(stage: name, settings: settings)
    isProduction = settings?.isProduction ?? (style == .prod)
    self.modelCount = modelCount
  }
}
