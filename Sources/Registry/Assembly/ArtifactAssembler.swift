import GitStore

/// Turns what GTO's rules gave for one artifact into the values that pages and documents show.
struct ArtifactAssembler {
  let source: GTOArtifact
  let reading: RegistryReading

  /// The stages in the order of the registry's columns.
  let stageOrder: [String]

  func artifact() -> Artifact {
    let holdings = stageHoldings()
    let versions = versions(holdings)
    let latest = source.latest?.name
    return Artifact(
      name: source.name, status: status, versions: versions,
      latestIndex: latest.flatMap { name in versions.firstIndex { $0.name == name } },
      stages: holdings, intervals: StageReplay(source, holdings).intervals(),
      events: GTOState.ascending([source.events]).reversed(), headAnnotation: headAnnotation,
      candidates: reading.records.candidates(source.name))
  }

  private var status: Artifact.Status {
    if !source.isRegistered { return .unregistered }
    return source.isActive ? .active : .deprecated
  }

  private var headAnnotation: Annotation? {
    reading.annotations.head.flatMap { reading.annotations.annotation(source.name, at: $0) }
  }

  /// Each version name once: where GTO keeps several commits under one name, the first of its own
  /// order has the page and the others are told.
  private func versions(_ holdings: [StageHolding]) -> [Version] {
    let own = source.versions.filter { !$0.isDiscovered }
    let byName = Dictionary(grouping: own, by: \.name)
    let held = Dictionary(grouping: holdings.map(\.holder), by: \.version)
    return source.shownVersions.map { shown in
      let name = shown.name
      let same = byName[name] ?? [shown]
      let commit = reading.tags.commits[shown.commit] ?? shown.commit
      let others = same.map { reading.tags.commits[$0.commit] ?? $0.commit }.distinct()
      return Version(
        name: name, commit: commit, commitObject: reading.commits[commit],
        isActive: shown.isActive,
        events: (shown.registrations + shown.deregistrations).newestFirst().reversed(),
        stages: held[name] ?? [],
        annotation: reading.annotations.annotation(source.name, at: commit),
        otherCommits: others.filter { $0 != commit },
        records: reading.records.records(source.name, name),
        changes: reading.records.changes(source.name, name),
        card: reading.records.card(source.name, name),
        plots: reading.records.plots(source.name, name))
    }
  }

  private func stageHoldings() -> [StageHolding] {
    var query = GTOQuery()
    query.versionsPerStage = -1
    let found = source.holders(query).compactMap { stage, holders -> StageHolding? in
      let all = holders.compactMap(holder)
      return all.first.map { first in
        StageHolding(stage: stage, holder: first, shadowed: Array(all.dropFirst()))
      }
    }
    let places = Dictionary(
      stageOrder.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return found.stablySorted { one, two in
      let order = (places[one.stage] ?? .max, places[two.stage] ?? .max)
      if order.0 != order.1 { return order.0 < order.1 }
      return one.stage.utf8.lexicographicallyPrecedes(two.stage.utf8)
    }
  }

  private func holder(_ held: GTOHolder) -> StageHolder? {
    held.stage.newestAssignment.map { assignment in
      StageHolder(
        stage: held.stage.stage, version: held.version.name,
        commit: reading.tags.commits[held.version.commit] ?? held.version.commit,
        isRegistered: held.version.isRegistered, assignment: assignment)
    }
  }
}

extension GTOArtifact {
  /// Each registered version name once, the greatest first: of several commits under one name, the
  /// first active one of GTO's order.
  var shownVersions: [GTOVersion] {
    let own = versions.filter { !$0.isDiscovered }.bySemver()
    let byName = Dictionary(grouping: own, by: \.name)
    return own.map(\.name).distinct().compactMap { name in
      byName[name].flatMap { same in same.first(where: \.isActive) ?? same.first }
    }
  }
}
