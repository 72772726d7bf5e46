import GitStore

/// An artifact as GTO keeps it.
package struct GTOArtifact: Sendable {
  package let name: String

  /// In the order in which they were created while reading.
  package internal(set) var versions: [GTOVersion] = []
  package private(set) var deprecations: [RegistryEvent] = []

  init(name: String) { self.name = name }

  mutating func addDeprecation(_ event: RegistryEvent) {
    deprecations.append(event)
    deprecations.sortByTime()
  }

  /// All its tags, newest first (`tags.md` §2.7).
  package var events: [RegistryEvent] {
    (deprecations + versions.flatMap(\.events)).newestFirst()
  }

  /// Whether its newest event, dates of commits among them, is no deprecation (`tags.md` §2.6).
  package var isActive: Bool {
    guard let deprecation = deprecations.last?.time.seconds else { return !versions.isEmpty }
    return versions.contains { version in
      version.enrichment.map { $0.time.seconds >= deprecation } ?? false
        || version.hasEvent(since: deprecation)
    }
  }

  /// Whether any tag speaks of it.
  package var isRegistered: Bool {
    !deprecations.isEmpty || versions.contains { !$0.isDiscovered || !$0.stages.isEmpty }
  }
}

extension GTOVersion {
  fileprivate func hasEvent(since second: Int64) -> Bool {
    let isLate: (RegistryEvent) -> Bool = { $0.time.seconds >= second }
    return registrations.contains(where: isLate) || deregistrations.contains(where: isLate)
      || stages.contains { stage in
        stage.assignments.contains(where: isLate) || stage.unassignments.contains(where: isLate)
      }
  }
}
