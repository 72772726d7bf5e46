import GitStore

/// Replays an artifact's events in the order of time, and notes who held which stage meanwhile.
///
/// A stage falls to the newest active assignment among active versions; when that goes, it falls
/// back to the one before it (`tags.md` §2.5). Reading joins a stage to the version of its commit
/// whenever that was registered, and so does the replay.
struct StageReplay {
  private let events: [RegistryEvent]
  private let holdings: [StageHolding]

  /// By stage, the assignments that nothing has taken back, the oldest first; one for each commit.
  private var assigned: [String: [RegistryEvent]] = [:]

  /// Commits whose version a deregistration has taken away: at another commit, one of the same name
  /// takes nothing away.
  private var inactive: Set<ObjectID> = []

  /// By stage, the interval that is still open.
  private var open: [String: StageInterval] = [:]
  private var closed: [StageInterval] = []

  init(_ artifact: GTOArtifact, _ holdings: [StageHolding]) {
    events = GTOState.ascending([artifact.events])
    self.holdings = holdings
  }

  consuming func intervals() -> [StageInterval] {
    for event in events { apply(event) }
    settle()
    return (closed + open.values).sorted(by: Self.precedes)
  }

  private mutating func apply(_ event: RegistryEvent) {
    guard let version = event.version else { return }
    switch event.kind {
    case .registration:
      inactive.remove(event.commit)
      stages(of: event.commit).forEach { update($0, event) }
    case .deregistration:
      inactive.insert(event.commit)
      stages(of: event.commit).forEach { update($0, event) }
    case .assignment, .unassignment:
      guard let stage = event.stage else { return }
      // An unassignment of a commit without a version never cancels anything there.
      let isCommit = version == event.commit.hex
      if event.kind == .unassignment, isCommit { return }
      assigned[stage, default: []].removeAll { $0.commit == event.commit }
      if event.kind == .assignment { assigned[stage, default: []].append(event) }
      update(stage, event)
    case .deprecation:
      break
    }
  }

  private func stages(of commit: ObjectID) -> [String] {
    assigned.filter { $0.value.contains { $0.commit == commit } }.map(\.key).sorted()
  }

  /// Closes and opens intervals where an event has changed the holder of a stage.
  private mutating func update(_ stage: String, _ event: RegistryEvent) {
    let holder = assigned[stage]?.last { !inactive.contains($0.commit) }
    let before = open[stage]
    guard holder?.version != before?.version else { return }
    if let before { close(before, by: event) }
    open[stage] = holder.flatMap { holder in
      holder.version.map { StageInterval(stage: stage, version: $0, begin: event, end: nil) }
    }
  }

  private mutating func close(_ interval: StageInterval, by event: RegistryEvent) {
    closed.append(
      StageInterval(
        stage: interval.stage, version: interval.version, begin: interval.begin, end: event))
  }

  /// Where several things happened in one second, GTO's ties decide who holds a stage in the end.
  private mutating func settle() {
    for holding in holdings where open[holding.stage]?.version != holding.holder.version {
      let assignment = holding.holder.assignment
      if let before = open[holding.stage] { close(before, by: assignment) }
      open[holding.stage] = StageInterval(
        stage: holding.stage, version: holding.holder.version, begin: assignment, end: nil)
    }
    let held = Set(holdings.map(\.stage))
    for (stage, interval) in open where !held.contains(stage) {
      open[stage] = nil
      close(interval, by: events.last ?? interval.begin)
    }
  }

  private static func precedes(_ one: StageInterval, _ two: StageInterval) -> Bool {
    if one.begin.time.seconds != two.begin.time.seconds {
      return one.begin.time.seconds < two.begin.time.seconds
    }
    if one.stage != two.stage { return one.stage < two.stage }
    // In one second: what ended comes before what holds, then by version.
    if (one.end == nil) != (two.end == nil) { return one.end != nil }
    return one.version < two.version
  }
}
