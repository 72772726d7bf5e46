import GitStore
import Registry
import Theme

/// What documents need to know of the site as a whole.
struct RegistryScope: Sendable {
  let registry: Registry
  let addresses: SiteAddresses
  let settings: SiteSettings
  let stages: [SiteStage]

  /// The schemas by file name.
  let schemas: [String: [UInt8]]

  /// The time of the newest event.
  let updated: GitTime?

  private let stageRanks: [String: Int]

  /// By repository id and artifact.
  private let diagnostics: [String: [String: [Diagnostic]]]

  init(registry: Registry, addresses: SiteAddresses, settings: SiteSettings, theme: Theme) {
    self.registry = registry
    self.addresses = addresses
    self.settings = settings
    stages = SiteStage.all(in: registry, settings: settings)
    stageRanks = Dictionary(
      stages.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    schemas = Self.schemas(of: theme)
    updated = registry.repositories.lazy.flatMap(\.artifacts).compactMap(\.events.first?.time)
      .max { $0.seconds < $1.seconds }
    var diagnostics: [String: [String: [Diagnostic]]] = [:]
    for diagnostic in registry.diagnostics {
      guard let artifact = diagnostic.place.artifact else { continue }
      diagnostics[diagnostic.place.repository, default: [:]][artifact, default: []]
        .append(diagnostic)
    }
    self.diagnostics = diagnostics
  }

  /// What could not be read about an artifact.
  func diagnostics(of artifact: Artifact, in repository: Repository) -> [Diagnostic] {
    diagnostics[repository.id]?[artifact.name] ?? []
  }

  /// Who holds what of an artifact, in the site's order of stages.
  func holdings(of artifact: Artifact) -> [StageHolding] {
    artifact.stages.enumerated()
      .sorted { (rank(of: $0.element.stage), $0.offset) < (rank(of: $1.element.stage), $1.offset) }
      .map(\.element)
  }

  private func rank(of stage: String) -> Int { stageRanks[stage] ?? stages.count }

  private static func schemas(of theme: Theme) -> [String: [UInt8]] {
    let folder = "schema/"
    var schemas: [String: [UInt8]] = [:]
    for (path, bytes) in theme.assets
    where path.hasPrefix(folder) && path.hasSuffix(".schema.json") {
      schemas[String(path.dropFirst(folder.count))] = bytes
    }
    return schemas
  }
}
