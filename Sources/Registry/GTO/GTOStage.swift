import GitStore

/// One stage on one version, with the tags that gave and took it.
package struct GTOStage: Sendable {
  package let stage: String

  /// Both in reading order, which is by tagger second.
  package private(set) var assignments: [RegistryEvent] = []
  package private(set) var unassignments: [RegistryEvent] = []

  init(stage: String) { self.stage = stage }

  mutating func add(_ event: RegistryEvent) {
    if event.kind == .assignment {
      assignments.append(event)
      assignments.sortByTime()
    } else {
      unassignments.append(event)
      unassignments.sortByTime()
    }
  }

  /// Newest first; in one second the unassignment comes before the assignment.
  package var events: [RegistryEvent] { (assignments + unassignments).newestFirst() }

  /// Whether the newest event is an assignment.
  package var isActive: Bool {
    guard let given = assignments.last else { return false }
    guard let taken = unassignments.last else { return true }
    return taken.time.seconds < given.time.seconds
  }

  /// The newest assignment.
  package var newestAssignment: RegistryEvent? { assignments.last }
}

extension [RegistryEvent] {
  /// Puts the events in ascending order of their seconds; equal seconds stay as they are.
  mutating func sortByTime() {
    // Tags are read in the order of time, so there is hardly ever anything to do.
    let isSorted = zip(self, dropFirst()).allSatisfy { $0.time.seconds <= $1.time.seconds }
    if !isSorted { self = stablySorted { $0.time.seconds < $1.time.seconds } }
  }

  /// The list in descending order, which is GTO's stable ascending order read backwards.
  func newestFirst() -> [RegistryEvent] {
    var list = self
    list.sortByTime()
    return list.reversed()
  }
}
