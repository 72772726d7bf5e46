import GitStore

/// The state of one repository's registry, as GTO 1.10.1 resolves it (`tags.md` §2).
package struct GTOState: Sendable {
  /// In the order in which reading found them: deprecated ones, registered ones, assigned ones,
  /// and those of artifacts.yaml.
  package internal(set) var artifacts: [GTOArtifact] = []

  /// The list of stages in `.gto`.
  package internal(set) var allowedStages: [String]?

  private var places: [String: Int] = [:]

  init() {}

  /// The place of an artifact in `artifacts`, which is made where there is none.
  mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    artifacts.append(GTOArtifact(name: name))
    places[name] = artifacts.count - 1
    return artifacts.count - 1
  }

  /// The artifact of that full name.
  package func artifact(_ name: String) -> GTOArtifact? { places[name].map { artifacts[$0] } }

  /// The stages that some active version holds, sorted by code point.
  package var usedStages: [String] {
    var names: Set<String> = []
    for artifact in artifacts {
      for version in artifact.versions where version.isActive {
        for stage in version.stages where stage.isActive { names.insert(stage.stage) }
      }
    }
    return names.sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
  }

  /// The configured stages, else those in use: the columns of the registry.
  package var stages: [String] { allowedStages ?? usedStages }

  /// Every event of every artifact, newest first, in the order of `gto history`.
  package var history: [RegistryEvent] { Self.ascending(artifacts.map(\.events)).reversed() }

  /// Merges the events of several artifacts, each newest first, into GTO's ascending order.
  static func ascending(_ lists: [[RegistryEvent]]) -> [RegistryEvent] {
    lists.flatMap(\.self).stablySorted { one, two in
      (one.time.seconds, one.kind.rawValue) < (two.time.seconds, two.kind.rawValue)
    }
  }
}
