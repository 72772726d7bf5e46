package import GitStore

/// What takes something back: a stage, a version, or the whole artifact.
extension TagPlanner {
  /// How something is taken back.
  package enum Withdrawal: Equatable, Sendable {
    /// By a tag that says so; the history stays.
    case tag(PlannedTag)

    /// By deleting the tags that gave it; as if it had never been.
    case deletion([String])
  }

  /// What takes a stage from a version.
  package func unassignment(
    of stage: String, from version: String, deleting: Bool, _ wish: TagWish
  ) throws(WritingError) -> Withdrawal {
    try checkStage(stage)
    try checkVersion(version)
    guard artifact != nil else { throw notFound }
    let known = try existing(version)
    guard wish.isForced || known.stages.contains(where: { $0.stage == stage }) else {
      throw WritingError("Stage '\(stage)' is not assigned to a version '\(version)'")
    }
    if deleting {
      return .deletion(known.events.reversed().filter { $0.stage == stage }.map(\.tag).distinct())
    }
    return .tag(
      try plan(
        "#\(stage)!", isSimple: wish.style.isSimple(byDefault: false), at: known.commit, wish,
        message: "Unassigning stage '\(stage)' to artifact '\(name)' version '\(version)'",
        effect: "unassigns stage from version '\(version)'"))
  }

  /// What takes a version back.
  package func deregistration(
    of version: String, deleting: Bool, _ wish: TagWish
  ) throws(WritingError) -> Withdrawal {
    try checkVersion(version)
    let known = try wish.isForced ? self.version(named: version) : existing(version)
    guard let known else {
      throw WritingError("Can't deregister a version that have no git tags")
    }
    if !wish.isForced {
      let place = "The version at ref '\(known.commit.hex)'"
      guard known.isRegistered else { throw WritingError("\(place) is not registered") }
      guard known.isActive else { throw WritingError("\(place) was deregistered already") }
    }
    if deleting { return .deletion(known.events.reversed().map(\.tag).distinct()) }
    return .tag(
      try plan(
        "@\(version)!", isSimple: wish.style.isSimple(byDefault: true), at: known.commit, wish,
        message: "Deregistering artifact \(name) version \(version)",
        effect: "deregisters version"))
  }

  /// What takes the whole artifact out of use.
  ///
  /// - Parameters:
  ///   - commit: Where the tag is put; nothing for the commit of the artifact's newest event.
  ///   - head: Where it is put for an artifact without events.
  package func deprecation(
    at commit: ObjectID?, head: ObjectID?, deleting: Bool, _ wish: TagWish
  ) throws(WritingError) -> Withdrawal {
    if wish.isForced {
      if case .simple = wish.style {
        throw WritingError("Can't use 'force' with 'simple=True'")
      }
    } else {
      guard let artifact else { throw notFound }
      guard artifact.isActive else { throw WritingError("Artifact was deprecated already") }
    }
    if deleting {
      guard let artifact else { throw notFound }
      return .deletion(artifact.events.reversed().map(\.tag).distinct())
    }
    guard let place = commit ?? artifact?.newestCommit ?? head else {
      throw WritingError("the repository has no commit")
    }
    return .tag(
      try plan(
        "@deprecated", isSimple: !wish.isForced && wish.style.isSimple(byDefault: true),
        at: place, wish, message: "Deprecating artifact '\(name)'",
        effect: "deprecates artifact"))
  }

  private var notFound: WritingError { WritingError("Cannot find artifact '\(name)'") }

  private func existing(_ version: String) throws(WritingError) -> GTOVersion {
    guard let known = try self.version(named: version) else {
      throw WritingError("No versions found for '\(name)'")
    }
    return known
  }
}

extension GTOArtifact {
  /// The commit of the newest event, dates of commits among them.
  fileprivate var newestCommit: ObjectID? {
    typealias Moment = (second: Int64, commit: ObjectID)
    let moment = { (event: RegistryEvent) -> Moment in (event.time.seconds, event.commit) }
    var all = deprecations.map(moment)
    for version in versions {
      var own = (version.registrations + version.deregistrations).map(moment)
      if let enrichment = version.enrichment {
        own.append((enrichment.time.seconds, version.commit))
      }
      own += version.stageEvents.map(moment)
      all += own.stablySorted { $0.second < $1.second }.reversed()
    }
    return all.stablySorted { $0.second < $1.second }.last?.commit
  }
}
