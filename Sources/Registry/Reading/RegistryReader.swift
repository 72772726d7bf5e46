import Formats
package import GitStore

/// How much of a repository a question needs.
package enum ReadingScope: Sendable, Equatable {
  /// The tags alone: the history.
  case events
  /// What decides who holds a stage and who is deprecated: the registry.
  case holders
  /// Everything about one artifact.
  case artifact(String)
  /// Everything about every artifact, and the annotations in dvc.yaml.
  case everything
}

/// What one repository registers, before it is turned into pages or answers.
package struct RegistryReading: Sendable {
  package let state: GTOState
  package let tags: TagReading
  package let configuration: GTOConfiguration

  /// The commits that were read, by id.
  package let commits: [ObjectID: CommitObject]
  package let annotations: AnnotationReading

  /// What was logged about versions; empty where nobody asked for it.
  package let records: RecordsReading

  /// What could not be read, and why.
  package let diagnostics: [Diagnostic]
}

/// Reads tags, commits and annotations of one repository in a few rounds of questions.
package struct RegistryReader: Sendable {
  private let repository: GitRepository

  /// The repository's name in messages.
  private let id: String

  /// How records are read; nothing where they are not.
  private let recordSettings: RecordSettings?
  private let releaseTags: ReleaseTags?
  private let cards: CardOutput?

  /// What was read of the versions before.
  private let earlier: EarlierVersions?

  /// Makes a reader of an open repository; only with settings for them, it reads records, and only
  /// with an output for them, cards.
  package init(
    _ repository: GitRepository, id: String, records: RecordSettings? = nil,
    releaseTags: ReleaseTags? = nil, cards: CardOutput? = nil
  ) {
    self.init(
      repository, id: id, records: records, releaseTags: releaseTags, cards: cards, earlier: nil)
  }

  init(
    _ repository: GitRepository, id: String, records: RecordSettings?, releaseTags: ReleaseTags?,
    cards: CardOutput?, earlier: EarlierVersions?
  ) {
    self.earlier = earlier
    self.releaseTags = releaseTags ?? records?.releaseTags
    self.cards = cards
    self.repository = repository
    self.id = id
    recordSettings = records
  }

  /// Reads as much as `scope` asks for.
  ///
  /// Two processes, one of them for the refs; a partial clone needs one more.
  package func read(
    _ scope: ReadingScope, isPartialClone: Bool = false
  ) async throws(GitError) -> RegistryReading {
    let (references, warnings) = try await repository.references()
    return try await read(
      scope, references: references, warnings: warnings, isPartialClone: isPartialClone)
  }

  /// Reads as much as `scope` asks for, of refs that are already listed.
  package func read(
    _ scope: ReadingScope, references: [GitReference], warnings: [String], isPartialClone: Bool
  ) async throws(GitError) -> RegistryReading {
    let configuration = GTOConfiguration(repository.workTreeFile(".gto") ?? [])
    let (reading, damaged) = try await repository.withObjects(isPartialClone: isPartialClone) {
      (objects) async throws(GitError) in
      try await read(scope, references, configuration, isPartialClone, &objects)
    }
    var diagnostics = warnings.map { warning in
      Diagnostic(
        "G015", .warning, at: DiagnosticPlace(repository: id), problem: "git says: \(warning)",
        consequence: "the ref is left out", help: "delete the damaged ref, or fetch it again")
    }
    diagnostics += reading.diagnostics
    diagnostics += damaged.sorted().map { object in
      Diagnostic(
        "G016", .error, at: DiagnosticPlace(repository: id), problem: "object \(object) is damaged",
        consequence: "what it holds is left out", help: "run git fsck, and fetch the object again")
    }
    return RegistryReading(
      state: reading.state, tags: reading.tags, configuration: configuration,
      commits: reading.commits, annotations: reading.annotations, records: reading.records,
      diagnostics: diagnostics)
  }

  private func read(
    _ scope: ReadingScope, _ references: [GitReference], _ configuration: GTOConfiguration,
    _ isPartialClone: Bool, _ objects: inout ObjectReader
  ) async throws(GitError) -> RegistryReading {
    let tags = try await self.tags(references, &objects)
    var resolver = GTOResolver(allowedStages: configuration.stages)
    resolver.apply(tags.tags)

    var commits = CommitReader()
    let wanted = versions(scope, resolver.state)
    let ids = wanted.compactMap { tags.commits[$0.commit] }
    try await commits.read(ids + (repository.head.map { [$0] } ?? []), &objects)

    var annotations = AnnotationReader(
      repository: id, index: configuration.index, idLength: repository.idLength)
    if scope != .events {
      try await annotations.read(
        versions: wanted, commits: tags.commits, objects: commits.commits, head: repository.head,
        withDvcFiles: scope == .everything, &objects)
    }
    let found = annotations.reading
    let wantedCommits = Set(wanted.map(\.commit))
    let refused = resolver.enrich(
      { artifact, commit in
        guard wantedCommits.contains(commit) || commit == repository.head else { return nil }
        let peeled = tags.commits[commit] ?? commit
        return commits.commits[peeled].map { object in
          GTOEnrichment(
            commit: peeled, object: object, annotation: found.legacy(artifact, at: peeled))
        }
      }, head: repository.head.map { ($0, scope == .events ? [] : found.legacyNamesAtHead) })
    var records = RecordsReading()
    if let recordSettings {
      var reader = RecordsReader(
        repository, id: id, settings: recordSettings, cards: cards,
        isPartialClone: isPartialClone, earlier: earlier)
      let facts = RecordsReader.Facts(
        artifacts: resolver.state.artifacts, tagged: tags.commits, annotations: found,
        references: references)
      records = try await reader.read(facts, &commits, &objects)
    }
    return RegistryReading(
      state: resolver.state, tags: tags, configuration: configuration, commits: commits.commits,
      annotations: found, records: records,
      diagnostics: configurationProblems(configuration) + tags.diagnostics
        + conflicts(resolver.conflicts, atHead: refused) + flaws(of: commits)
        + joined(found.diagnostics, records.diagnostics))
  }

  /// A dvc.yaml is read for its annotations and for its pipelines: what was told of it once, of the
  /// version or of HEAD at the version's commit, is not told again.
  private func joined(
    _ annotations: [Diagnostic], _ records: [Diagnostic]
  ) -> [Diagnostic] {
    let ofVersions = Set(records.map { DiagnosticKey($0, place: $0.place.withoutVersion) })
    let kept = annotations.filter { diagnostic in
      diagnostic.place.version != nil
        || !ofVersions.contains(DiagnosticKey(diagnostic, place: diagnostic.place))
    }
    let told = Set(kept.map { DiagnosticKey($0, place: $0.place) })
    return kept
      + records.distinct().filter { !told.contains(DiagnosticKey($0, place: $0.place)) }
  }

  /// The words differ with the reader.
  private struct DiagnosticKey: Hashable {
    let code: String
    let place: DiagnosticPlace

    init(_ diagnostic: Diagnostic, place: DiagnosticPlace) {
      code = diagnostic.code
      self.place = place
    }
  }

  /// GTO's tags, and the plain ones that the settings make versions of.
  private func tags(
    _ references: [GitReference], _ objects: inout ObjectReader
  ) async throws(GitError) -> TagReading {
    var reader = TagReader(repository: id)
    try await reader.read(references, &objects)
    var tags = reader.reading
    guard let releaseTags else { return tags }
    var releases = ReleaseTagReader(repository: id, settings: releaseTags)
    try await releases.read(references, &objects)
    tags.tags += releases.tags
    tags.commits.merge(releases.commits) { known, _ in known }
    tags.diagnostics += releases.diagnostics
    return tags
  }

  /// The versions whose commits the scope needs.
  ///
  /// A commit's date decides between commits without a version, and whether a deprecation holds.
  private func versions(_ scope: ReadingScope, _ state: GTOState) -> [AnnotatedVersion] {
    state.artifacts.flatMap { artifact in
      artifact.versions
        .filter { version in
          switch scope {
          case .events: false
          case .holders: version.isDiscovered || !artifact.deprecations.isEmpty
          case .artifact(let name): artifact.name == name
          case .everything: true
          }
        }
        .map { AnnotatedVersion(artifact: artifact.name, version: $0.name, commit: $0.commit) }
    }
  }

  /// What of commits is not shown as it is.
  private func flaws(of reader: CommitReader) -> [Diagnostic] {
    let flawed = reader.commits.filter { !$0.value.flaws.isEmpty }
      .sorted { $0.key.hex < $1.key.hex }
    return flawed.flatMap { id, commit in
      let place = DiagnosticPlace(repository: self.id, commit: id.hex)
      return commit.flaws.map { flaw in
        switch flaw {
        case .longMessage:
          Diagnostic(
            "G019", .warning, at: place, problem: "its message is longer than 1 MiB",
            consequence: "the first 1 MiB is read", help: "keep long texts in a file")
        case .undecodable:
          Diagnostic(
            "G020", .warning, at: place,
            problem: "a name or its message is not in the encoding that the commit says",
            consequence: "what cannot be read becomes U+FFFD",
            help: "set i18n.commitEncoding to what your editor writes")
        }
      }
    }
  }

  private func configurationProblems(_ configuration: GTOConfiguration) -> [Diagnostic] {
    guard let problem = configuration.problem else { return [] }
    return [
      Diagnostic(
        problem.code, .error,
        at: DiagnosticPlace(
          repository: id, file: ".gto", line: problem.line, column: problem.column),
        problem: problem.problem,
        consequence: "read as if there were no .gto; gto itself refuses it",
        help: problem.help ?? "mend the file")
    ]
  }

  private func conflicts(_ events: [RegistryEvent], atHead names: [String]) -> [Diagnostic] {
    events.map { TagProblem.severalVersions(artifact: $0.artifact).diagnostic($0.tag, id) }
      + names.map { name in
        Diagnostic(
          "T003", .error, at: DiagnosticPlace(repository: id, artifact: name),
          problem: TagProblem.severalVersions(artifact: name).text,
          consequence: "the annotation at HEAD joins none of them",
          help: "keep one version on each commit; this stops every gto command")
      }
  }
}
