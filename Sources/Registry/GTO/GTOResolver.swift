package import GitStore

/// Applies tags in GTO's order and gives the state of the registry (`tags.md` §2.1 and §2.2).
package struct GTOResolver {
  /// The state so far.
  package private(set) var state = GTOState()

  /// Events that GTO dies of, because their commit has several versions of the artifact; left out.
  package private(set) var conflicts: [RegistryEvent] = []

  /// By artifact and commit, the places of the versions there that have tags of their own.
  private var ownVersions: [VersionKey: [Int]] = [:]

  /// The events applied so far, by the name of their tag: two refs may lead to one tag object.
  private var applied: [String: [RegistryEvent]] = [:]

  private struct VersionKey: Hashable {
    let artifact: Int
    let commit: ObjectID
  }

  /// Starts with an empty registry whose stages `.gto` may limit.
  package init(allowedStages: [String]? = nil) { state.allowedStages = allowedStages }

  /// Applies all tags, which come in the order of their refs' names.
  package mutating func apply(_ tags: [RegistryTag]) {
    for pass in RegistryTag.Pass.allCases {
      let inPass = tags.filter { $0.pass == pass }
      for tag in inPass.stablySorted({ $0.event.time.seconds < $1.event.time.seconds }) {
        apply(tag.event)
      }
    }
  }

  private mutating func apply(_ event: RegistryEvent) {
    let artifact = state.place(of: event.artifact)
    switch event.kind {
    case .deprecation:
      if isNew(event) { state.artifacts[artifact].addDeprecation(event) }
    case .registration, .deregistration:
      if isNew(event) { register(event, artifact) }
    case .assignment, .unassignment:
      assign(event, artifact)
    }
  }

  private mutating func register(_ event: RegistryEvent, _ artifact: Int) {
    let key = VersionKey(artifact: artifact, commit: event.commit)
    let name = event.version ?? ""
    let known = ownVersions[key]?.first { state.artifacts[artifact].versions[$0].name == name }
    let place = known ?? add(name: name, commit: event.commit, to: artifact)
    if known == nil { ownVersions[key, default: []].append(place) }
    state.artifacts[artifact].versions[place].add(event)
  }

  /// A stage joins the version that has tags of its own at the commit. Where there is none, GTO
  /// looks twice and makes a version each time, the first of them without any event.
  private mutating func assign(_ event: RegistryEvent, _ artifact: Int) {
    let own = ownVersions[VersionKey(artifact: artifact, commit: event.commit)] ?? []
    guard own.count <= 1 else { return conflicts.append(event) }
    if let place = own.first {
      let joined = event.joining(version: state.artifacts[artifact].versions[place].name)
      if isNew(joined) { state.artifacts[artifact].versions[place].add(joined) }
      return
    }
    let joined = event.joining(version: event.commit.hex)
    _ = add(name: event.commit.hex, commit: event.commit, to: artifact)
    guard isNew(joined) else { return }
    let place = add(name: event.commit.hex, commit: event.commit, to: artifact)
    state.artifacts[artifact].versions[place].add(joined)
  }

  private mutating func add(name: String, commit: ObjectID, to artifact: Int) -> Int {
    state.artifacts[artifact].versions.append(GTOVersion(name: name, commit: commit))
    return state.artifacts[artifact].versions.count - 1
  }

  private mutating func isNew(_ event: RegistryEvent) -> Bool {
    if applied[event.tag]?.contains(event) == true { return false }
    applied[event.tag, default: []].append(event)
    return true
  }

  /// Adds what commits and artifacts.yaml say, after all tags (`tags.md` §2.1, steps 3 and 4).
  ///
  /// - Parameters:
  ///   - enrichment: what a version's commit adds; nothing where the commit was not asked for.
  ///   - head: HEAD's commit and the entries of its artifacts.yaml, in the file's order.
  /// - Returns: names in artifacts.yaml that GTO dies of, because HEAD has several versions.
  package mutating func enrich(
    _ enrichment: (_ artifact: String, _ commit: ObjectID) -> GTOEnrichment?,
    head: (commit: ObjectID, names: [String])?
  ) -> [String] {
    for artifact in state.artifacts.indices {
      let name = state.artifacts[artifact].name
      for version in state.artifacts[artifact].versions.indices {
        let commit = state.artifacts[artifact].versions[version].commit
        state.artifacts[artifact].versions[version].enrichment = enrichment(name, commit)
      }
    }
    guard let head else { return [] }
    var refused: [String] = []
    for name in head.names {
      let artifact = state.place(of: name)
      let own = ownVersions[VersionKey(artifact: artifact, commit: head.commit)] ?? []
      if own.count > 1 {
        refused.append(name)
      } else if own.isEmpty {
        let place = add(name: head.commit.hex, commit: head.commit, to: artifact)
        state.artifacts[artifact].versions[place].enrichment = enrichment(name, head.commit)
      }
    }
    return refused
  }
}

/// A tag of the registry: the event in its object, and the pass in which its ref's name puts it.
package struct RegistryTag: Sendable {
  /// The three passes over the tags.
  package enum Pass: CaseIterable, Sendable {
    case deprecations, versions, stages
  }

  /// The ref's name below `refs/tags/`.
  package let refName: String
  package let pass: Pass
  package let event: RegistryEvent
}

extension TagName {
  /// The pass in which GTO reads a ref of that name; nothing for the reserved action.
  var pass: RegistryTag.Pass? {
    switch action {
    case .deprecate: .deprecations
    case .register, .deregister: .versions
    case .assign, .unassign: .stages
    case .create: nil
    }
  }
}

extension RegistryEvent {
  /// The event of a stage, told which version it joins.
  func joining(version: String) -> RegistryEvent {
    RegistryEvent(
      kind: kind, artifact: artifact, version: version, stage: stage, tag: tag, commit: commit,
      tagger: tagger, message: message, signature: signature)
  }
}
