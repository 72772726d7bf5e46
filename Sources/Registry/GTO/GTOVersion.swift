package import GitStore

/// A version as GTO keeps it: a name and a commit, registered or only ever given a stage.
package struct GTOVersion: Sendable {
  /// The version's name, or the full id of a commit that has none.
  package let name: String

  /// The object that its tags point at, not peeled.
  package let commit: ObjectID
  package private(set) var registrations: [RegistryEvent] = []
  package private(set) var deregistrations: [RegistryEvent] = []

  /// In the order in which the stages first appeared.
  package private(set) var stages: [GTOStage] = []

  /// What the commit itself adds: its date counts as an event.
  package var enrichment: GTOEnrichment?

  init(name: String, commit: ObjectID) {
    self.name = name
    self.commit = commit
  }

  mutating func add(_ event: RegistryEvent) {
    switch event.kind {
    case .registration:
      registrations.append(event)
      registrations.sortByTime()
    case .deregistration:
      deregistrations.append(event)
      deregistrations.sortByTime()
    case .assignment, .unassignment:
      let stage = event.stage ?? ""
      if let index = stages.firstIndex(where: { $0.stage == stage }) {
        stages[index].add(event)
      } else {
        var added = GTOStage(stage: stage)
        added.add(event)
        stages.append(added)
      }
    case .deprecation:
      break
    }
  }

  /// Whether it has no tag of its own: GTO only found it under a stage, or in artifacts.yaml.
  package var isDiscovered: Bool { registrations.isEmpty && deregistrations.isEmpty }

  /// Whether it was ever registered.
  package var isRegistered: Bool { !registrations.isEmpty }

  /// Whether its newest own tag is a registration; always so for a commit without tags of its own.
  package var isActive: Bool {
    guard let taken = deregistrations.last else { return true }
    guard let given = registrations.last else { return false }
    return taken.time.seconds < given.time.seconds
  }

  /// The tags of its stages, stage by stage, newest first in each.
  var stageEvents: [RegistryEvent] { stages.flatMap(\.events) }

  /// All its tags, newest first (`tags.md` §2.7).
  package var events: [RegistryEvent] {
    (registrations + deregistrations + stageEvents).newestFirst()
  }

  /// The moment that orders versions by time: the newest registration, else the newest of the
  /// commit's date and the stages' tags.
  package var createdAt: GitTime {
    if let registration = registrations.last { return registration.time }
    let newest = stageEvents.newestFirst().first?.time
    guard let commit = enrichment?.time else { return newest ?? GitTime(seconds: 0) }
    guard let newest else { return commit }
    return newest.seconds >= commit.seconds ? newest : commit
  }

  /// The stages that it holds, by the time of the assignment, oldest first.
  package var activeStages: [GTOStage] {
    let active = stages.filter(\.isActive)
    return active.stablySorted { $0.assignedAt < $1.assignedAt }
  }
}

extension GTOStage {
  /// The second of the newest assignment.
  var assignedAt: Int64 { newestAssignment?.time.seconds ?? .min }
}

/// What a commit adds to a version: its date, its people, and the annotation in artifacts.yaml.
package struct GTOEnrichment: Sendable {
  /// The commit's id, peeled.
  package let commit: ObjectID
  package let object: CommitObject

  /// The entry of artifacts.yaml at that commit.
  package let annotation: GTOAnnotation?

  /// The committer's date.
  var time: GitTime { object.committer?.time ?? GitTime(seconds: 0) }
}

extension Array {
  /// Sorts so that equal elements keep their order.
  func stablySorted(_ precedes: (Element, Element) -> Bool) -> [Element] {
    // The standard library's sort is stable, and does not promise to be.
    enumerated()
      .sorted { one, two in
        if precedes(one.element, two.element) { return true }
        if precedes(two.element, one.element) { return false }
        return one.offset < two.offset
      }
      .map(\.element)
  }
}
