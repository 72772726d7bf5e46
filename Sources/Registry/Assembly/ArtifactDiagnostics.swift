import GitStore

/// Finds what is legal for GTO and still probably a mistake (`bad-input.md`, group T).
struct ArtifactDiagnostics {
  let repository: String
  let reading: RegistryReading

  func all(_ artifacts: [Artifact]) -> [Diagnostic] {
    noTags + unnamable + caseTwins(artifacts) + artifacts.flatMap(of)
  }

  private func of(_ artifact: Artifact) -> [Diagnostic] {
    doubleVersions(artifact) + outsidePaths(artifact) + unregisteredHolders(artifact)
      + idleEvents(artifact)
      + counters(artifact) + CounterGaps.diagnostics(of: artifact, in: repository)
  }

  private var noTags: [Diagnostic] {
    guard reading.tags.tags.isEmpty else { return [] }
    return [
      Diagnostic(
        reading.annotations.head == nil ? "G008" : "G007", .note,
        at: DiagnosticPlace(repository: repository),
        problem: "the repository has no GTO tags", consequence: "it has no registered versions",
        help: "register a first one: gto register NAME --version v0.1.0")
    ]
  }

  private var unnamable: [Diagnostic] {
    reading.annotations.namesAtHead.filter { !ArtifactName.isFullName($0) }.map { name in
      Diagnostic(
        "T002", .warning, at: DiagnosticPlace(repository: repository, artifact: name),
        problem: "“\(name)” is no artifact name, so it can't be registered",
        consequence: "it is left out",
        help: "letters, digits, - _ / only, a letter or digit at both ends")
    }
  }

  private func caseTwins(_ artifacts: [Artifact]) -> [Diagnostic] {
    let groups = Dictionary(grouping: artifacts.map(\.name)) { $0.lowercased() }
    return groups.values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
      .map { names in
        Diagnostic(
          "T009", .warning, at: DiagnosticPlace(repository: repository, artifact: names[0]),
          problem: "names that differ only in case: \(names.joined(separator: ", "))",
          consequence: "both are shown, under paths with a suffix",
          help: "deprecate the one that is a mistake")
      }
  }

  /// Annotations whose path leads out of the repository, where nothing of it can be.
  private func outsidePaths(_ artifact: Artifact) -> [Diagnostic] {
    let ofVersions = artifact.versions.map { ($0.name as String?, $0.commit, $0.annotation) }
    let ofHead = reading.annotations.head.map { (nil as String?, $0, artifact.headAnnotation) }
    return (ofVersions + (artifact.versions.isEmpty ? [ofHead].compactMap(\.self) : []))
      .compactMap { version, commit, annotation in
        guard let annotation, let path = annotation.writtenPath, annotation.path == nil else {
          return nil
        }
        return Diagnostic(
          "P006", .error,
          at: DiagnosticPlace(
            repository: repository, artifact: artifact.name, version: version, commit: commit.hex,
            file: annotation.file),
          problem: "the path “\(path)” leads out of the repository",
          consequence: "the version is shown without a path",
          help: "paths are relative to the folder of the file that they stand in")
      }
  }

  private func doubleVersions(_ artifact: Artifact) -> [Diagnostic] {
    artifact.versions.compactMap { version in
      let registrations = artifact.events.filter {
        $0.kind == .registration && $0.version == version.name
      }
      let count = registrations.map(\.commit).distinct().count
      guard count > 1 else { return nil }
      return Diagnostic(
        "T003", .error,
        at: DiagnosticPlace(
          repository: repository, artifact: artifact.name, version: version.name,
          commit: version.commit.hex),
        problem: "\(version.name) is registered at \(count) commits",
        consequence: "the page shows the one that GTO lists first, and names the others",
        help: "delete the tags of the wrong one")
    }
  }

  private func unregisteredHolders(_ artifact: Artifact) -> [Diagnostic] {
    artifact.stages.filter { !$0.holder.isRegistered }.map { holding in
      Diagnostic(
        "T004", .warning,
        at: DiagnosticPlace(
          repository: repository, tag: holding.holder.assignment.tag, artifact: artifact.name,
          commit: holding.holder.commit.hex),
        problem: "\(holding.stage) is held by a commit without a version",
        consequence: "shown as an unregistered commit",
        help: "register it: gto register \(artifact.name) \(holding.holder.commit.short)")
    }
  }

  /// Deregistrations and unassignments that take nothing away.
  private func idleEvents(_ artifact: Artifact) -> [Diagnostic] {
    var registered: Set<String> = []
    var assigned: Set<[String]> = []
    for event in artifact.events {
      let version = event.version ?? ""
      if event.kind == .registration { registered.insert("\(version) \(event.commit)") }
      if event.kind == .assignment { assigned.insert([version, event.stage ?? ""]) }
    }
    return artifact.events.reversed().compactMap { event in
      let version = event.version ?? ""
      let isIdle =
        switch event.kind {
        case .deregistration: !registered.contains("\(version) \(event.commit)")
        case .unassignment: !assigned.contains([version, event.stage ?? ""])
        case .deprecation, .registration, .assignment: false
        }
      guard isIdle else { return nil }
      return Diagnostic(
        "T006", .warning, at: DiagnosticPlace(repository: repository, tag: event.tag),
        problem: event.kind == .deregistration
          ? "it takes back a registration that was never made at its commit"
          : "it takes back a stage that was never given there",
        consequence: "it has no effect", help: "point it at the commit that you mean")
    }
  }

  /// Counters only ever grow by one, whatever kind of tag they are on.
  private func counters(_ artifact: Artifact) -> [Diagnostic] {
    var seen: [String: String] = [:]
    return artifact.events.reversed().compactMap { event in
      guard let counter = TagName(parsing: event.tag)?.counter else { return nil }
      let number = String(counter.drop { $0 == "0" })
      let problem: String
      if number.isEmpty {
        problem = "its counter is 0, and GTO counts from 1"
      } else if let other = seen.updateValue(event.tag, forKey: number), other != event.tag {
        problem = "its counter was used before, by \(other)"
      } else {
        return nil
      }
      return Diagnostic(
        "T005", .warning, at: DiagnosticPlace(repository: repository, tag: event.tag),
        problem: problem, consequence: "none: counters decide nothing",
        help: "let gto make the tags, it counts by itself")
    }
  }
}
