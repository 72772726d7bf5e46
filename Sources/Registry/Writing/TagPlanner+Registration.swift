package import GitStore

extension TagPlanner {
  /// The tag that registers a version at a commit.
  ///
  /// - Parameters:
  ///   - version: The version's name; nothing for the latest one with a number gone up.
  ///   - bumps: Which number goes up; the patch where nothing is said.
  package func registration(
    at commit: ObjectID, version: String?, bumps: [VersionBump] = [], _ wish: TagWish
  ) throws(WritingError) -> PlannedTag {
    guard bumps.count + (version == nil ? 0 : 1) <= 1 else {
      throw WritingError("Need to specify either version or single bump argument")
    }
    let known = try self.version(at: commit)
    let registered = try registeredName(at: known, version, bumps.first, wish)
    return try plan(
      "@\(registered)", isSimple: wish.style.isSimple(byDefault: true), at: commit, wish,
      message: "Registering artifact \(name) version \(registered)",
      effect: "registers version")
  }

  private func registeredName(
    at known: GTOVersion?, _ version: String?, _ bump: VersionBump?, _ wish: TagWish
  ) throws(WritingError) -> String {
    var wanted = version
    if let known {
      if !wish.isForced, known.isRegistered, known.isActive {
        throw WritingError(
          "'\(name)' is already registered in this commit with version '\(known.name)'")
      }
      if let version, version != known.name {
        throw WritingError("For this REF you can only register \(known.name)")
      }
      wanted = known.name
    }
    guard let wanted else { return try nextName(bump) }
    guard SemanticVersion(tag: wanted) != nil else {
      throw WritingError("Supplied version '\(wanted)' cannot be parsed")
    }
    let namesake = try self.version(named: wanted)
    guard namesake?.commit == known?.commit else {
      throw WritingError("Version '\(wanted)' already was registered.")
    }
    return wanted
  }

  private func nextName(_ bump: VersionBump?) throws(WritingError) -> String {
    guard let latest = artifact?.latest, latest.isRegistered,
      let version = SemanticVersion(tag: latest.name)
    else {
      guard bump == nil else {
        throw WritingError(
          "Can't apply bump, because this is the first version being registered")
      }
      return "v0.0.1"
    }
    return switch bump ?? .patch {
    case .major: "v\(version.major.incremented).0.0"
    case .minor: "v\(version.major).\(version.minor.incremented).0"
    case .patch: "v\(version.major).\(version.minor).\(version.patch.incremented)"
    }
  }
}
