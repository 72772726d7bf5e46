import GitStore

/// The choices that GTO's `show` offers (`tags.md` §2.5).
package struct GTOQuery: Sendable {
  /// By what the holder of a stage is chosen.
  package enum Order: String, Sendable {
    case timestamp, semver
  }

  /// How many stages of each version count, the oldest ones; all with -1 (`--av`).
  package var assignmentsPerVersion = -1

  /// How many versions a stage has; all with -1 (`--vs`).
  package var versionsPerStage = 1

  /// Leaves commits without a version out of stages (`--ro`).
  package var registeredOnly = false

  /// Shows what is deprecated or deregistered, too (`-d`).
  package var includesDeprecated = false
  package var order = Order.timestamp

  /// Makes the choices that hold where nothing is asked for.
  package init() {}
}

/// A version that holds a stage.
package struct GTOHolder: Sendable {
  package let version: GTOVersion
  package let stage: GTOStage
}

extension GTOArtifact {
  /// Who holds which stage, stages in the order in which they come up (`tags.md` §2.5).
  package func holders(_ query: GTOQuery) -> [(stage: String, holders: [GTOHolder])] {
    let counted = versions.filter {
      $0.isActive && ($0.isRegistered || !query.registeredOnly)
    }
    let ordered = query.order == .semver ? counted.bySemver() : counted.byTimestamp()
    var assigned = ordered.flatMap { version in
      let stages = version.activeStages
      let count = query.assignmentsPerVersion < 0 ? stages.count : query.assignmentsPerVersion
      return stages.prefix(count).map { GTOHolder(version: version, stage: $0) }
    }
    if query.order == .timestamp {
      assigned = assigned.stablySorted { $0.stage.assignedAt < $1.stage.assignedAt }.reversed()
    }
    var result: [(stage: String, holders: [GTOHolder])] = []
    var places: [String: Int] = [:]
    var names: [Set<String>] = []
    for holder in assigned {
      let place = places[holder.stage.stage] ?? result.count
      if place == result.count {
        places[holder.stage.stage] = place
        result.append((holder.stage.stage, []))
        names.append([])
      }
      let isFull =
        query.versionsPerStage >= 0 && result[place].holders.count >= query.versionsPerStage
      if !isFull, names[place].insert(holder.version.name).inserted {
        result[place].holders.append(holder)
      }
    }
    return result
  }

  /// The greatest active version that was registered.
  package var latest: GTOVersion? {
    versions.filter { $0.isActive && $0.isRegistered }.bySemver().first
  }

  /// The rows of `gto show NAME`: active versions and commits, or everything with `-d`.
  package func rows(_ query: GTOQuery) -> [GTOVersion] {
    guard isActive || query.includesDeprecated else { return [] }
    return versions.filter { query.includesDeprecated || $0.isActive }.bySemver()
  }
}

extension [GTOVersion] {
  /// By SemVer precedence, greatest first, and the one created last first among equals; after them
  /// the names that are no versions, by their text, descending (`tags.md` §2.4).
  package func bySemver() -> [GTOVersion] {
    let parsed = map { (version: $0, semver: SemanticVersion(tag: $0.name)) }
    let valid = parsed.compactMap { pair in pair.semver.map { (version: pair.version, semver: $0) }
    }
    let others = parsed.filter { $0.semver == nil }.map(\.version)
    return valid.stablySorted { $0.semver.precedes($1.semver) }.reversed().map(\.version)
      + others.stablySorted {
        $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars)
      }.reversed()
  }

  /// By the time of creation, newest first, and the one created last first among equals.
  func byTimestamp() -> [GTOVersion] {
    map { (version: $0, second: $0.createdAt.seconds) }
      .stablySorted { $0.second < $1.second }.reversed().map(\.version)
  }
}
