package import GitStore

/// Decides which tags change the registry as the user wants, by GTO's rules (`tags.md` §4.2).
///
/// The reading is in `TagPlanner+Registration.swift` and its neighbours, one file for what each
/// command does.
package struct TagPlanner: Sendable {
  let name: String
  let artifact: GTOArtifact?
  let allowedStages: [String]?

  /// The names of all tags, lightweight ones among them.
  private let tags: [String]

  /// Takes the registry as it is.
  ///
  /// - Throws: Where the name is none of an artifact.
  package init(
    _ name: String, in reading: RegistryReading, references: [GitReference]
  ) throws(WritingError) {
    guard ArtifactName.isFullName(name) else { throw .invalidName(name) }
    self.name = name
    artifact = reading.state.artifact(name)
    allowedStages = reading.configuration.stages
    let prefix = "refs/tags/"
    tags = references.lazy.map(\.name).filter { $0.hasPrefix(prefix) }
      .map { String($0.dropFirst(prefix.count)) }
  }

  /// Puts a tag's name together, and refuses one that is taken.
  ///
  /// - Parameter body: What follows the artifact's name, such as `@v1.0.0`.
  func plan(
    _ body: String, isSimple: Bool, at commit: ObjectID, _ wish: TagWish, message: String,
    effect: String
  ) throws(WritingError) -> PlannedTag {
    var tag = ArtifactName.inTag(name) + body
    if !isSimple { tag += "#\(nextCounter)" }
    if tags.contains(tag) { throw WritingError("tag '\(tag)' already exists") }
    let words = wish.message.flatMap { $0.isEmpty ? nil : $0 } ?? message
    return PlannedTag(name: tag, commit: commit, message: words, effect: effect)
  }

  /// One more than the greatest counter of any tag of the artifact; numbers may have any length.
  private var nextCounter: String {
    let counters = tags.compactMap { tag -> String? in
      guard let parsed = TagName(parsing: tag), parsed.artifact == name else { return nil }
      return parsed.counter.map { String($0.drop { $0 == "0" }) }
    }
    let greatest = counters.max { one, other in
      (one.utf8.count, one) < (other.utf8.count, other)
    }
    return (greatest ?? "").incremented
  }

  /// The version with a name, at a commit, or both; commits that only ever held a stage are none.
  func version(
    named version: String? = nil, at commit: ObjectID? = nil
  ) throws(WritingError) -> GTOVersion? {
    let found = (artifact?.versions ?? []).filter { known in
      !known.isDiscovered && (version == nil || known.name == version)
        && (commit == nil || known.commit == commit)
    }
    guard found.count <= 1 else {
      let names = found.map { "'\($0.name)'" }.joined(separator: ", ")
      throw WritingError(
        "Multiple versions are not allowed on the same Git commit. Violation detected for artifact "
          + "'\(name)', versions '[\(names)]'.")
    }
    return found.first
  }

  func checkVersion(_ version: String) throws(WritingError) {
    guard SemanticVersion(tag: version) != nil else {
      throw WritingError(
        "Version '\(version)' is not valid. Example of valid version: 'v1.0.0'")
    }
  }

  func checkStage(_ stage: String) throws(WritingError) {
    guard ArtifactName.isStage(stage) else { throw .invalidName(stage) }
    guard let allowedStages, !allowedStages.contains(stage) else { return }
    let names = allowedStages.map { "'\($0)'" }.joined(separator: ", ")
    throw WritingError("Allowed stages are: '[\(names)]'")
  }
}

extension String {
  /// The decimal number that is one greater; of no digits, 1.
  var incremented: String {
    var digits = Array(utf8)
    var place = digits.count
    while place > 0 {
      place -= 1
      if digits[place] < UInt8(ascii: "9") {
        digits[place] += 1
        return String(decoding: digits, as: UTF8.self)
      }
      digits[place] = UInt8(ascii: "0")
    }
    return "1" + String(decoding: digits, as: UTF8.self)
  }
}
