package import GitStore

extension TagPlanner {
  /// What a stage is assigned to.
  package enum Target: Sendable {
    /// A registered version, by its name.
    case version(String)

    /// A commit; where it has no version, one is registered first, of that name or the next.
    case commit(ObjectID, naming: String?, registers: Bool)
  }

  /// The tags that assign a stage: that of the stage, and before it, where there is need, that of the
  /// version.
  package func assignment(
    of stage: String, to target: Target, _ wish: TagWish
  ) throws(WritingError) -> [PlannedTag] {
    try checkStage(stage)
    switch target {
    case .version(let version):
      try checkVersion(version)
      guard let known = try self.version(named: version) else {
        throw WritingError("Version '\(version)' is not registered")
      }
      return [try assignment(of: stage, at: known.commit, of: known, known.name, wish)]
    case .commit(let commit, let naming, let registers):
      return try assignment(of: stage, at: commit, naming: naming, registers: registers, wish)
    }
  }

  private func assignment(
    of stage: String, at commit: ObjectID, naming: String?, registers: Bool, _ wish: TagWish
  ) throws(WritingError) -> [PlannedTag] {
    if let naming {
      try checkVersion(naming)
      guard registers else {
        throw WritingError("You either need to supply version name or skip registration")
      }
    }
    if let known = try version(at: commit) {
      if let naming {
        throw WritingError(
          "Can't register '\(naming)', since '\(known.name)' is registered already at this ref")
      }
      return [try assignment(of: stage, at: commit, of: known, known.name, wish)]
    }
    guard registers else {
      return [try assignment(of: stage, at: commit, of: nil, commit.hex, wish)]
    }
    let registration = try registration(at: commit, version: naming, TagWish())
    let version = String(registration.name.dropFirst(ArtifactName.inTag(name).count + 1))
    return [registration, try assignment(of: stage, at: commit, of: nil, version, wish)]
  }

  private func assignment(
    of stage: String, at commit: ObjectID, of known: GTOVersion?, _ version: String,
    _ wish: TagWish
  ) throws(WritingError) -> PlannedTag {
    let holds = known?.stages.contains { $0.stage == stage && $0.isActive } ?? false
    guard wish.isForced || !holds else {
      throw WritingError(
        "Version '\(version)' is already in stage '\(stage)'. Use the '--force' flag to create a new "
          + "Git tag nevertheless.")
    }
    return try plan(
      "#\(stage)", isSimple: wish.style.isSimple(byDefault: false), at: commit, wish,
      message: "Assigning stage \(stage) to artifact \(name) version \(version)",
      effect: "assigns stage to version '\(version)'")
  }
}
