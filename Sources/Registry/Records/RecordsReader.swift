import Formats
import GitStore
import Records

/// Reads metrics, params and lineage of every version, and what happened between versions.
///
/// All of it in the process that reads the objects, but for one more that lists the history.
struct RecordsReader {
  /// What is known of the repository before its records are read.
  struct Facts {
    let artifacts: [GTOArtifact]

    /// The commit behind each tagged object.
    let tagged: [ObjectID: ObjectID]
    let annotations: AnnotationReading
    let references: [GitReference]
  }

  private let repository: GitRepository
  private let id: String
  let settings: RecordSettings
  private let isPartialClone: Bool
  private var logs: CommitRecordsReader
  private var contents = ArtifactContentsReader()
  private var cards: CardReader?
  var reading = RecordsReading()
  private var claims = FolderClaims([])

  /// A version whose records are wanted.
  struct Subject {
    let artifact: String
    let version: String?
    let commit: ObjectID
    let tree: ObjectID
    let annotation: Annotation?

    var key: CommitRecordsReader.Subject { .init(tree: tree, artifact: artifact) }
  }

  init(
    _ repository: GitRepository, id: String, settings: RecordSettings, cards: CardOutput?,
    isPartialClone: Bool
  ) {
    self.repository = repository
    self.id = id
    self.settings = settings
    self.isPartialClone = isPartialClone
    self.cards = cards.map { CardReader(settings.cards, $0) }
    logs = CommitRecordsReader(
      settings: settings, workTree: repository.workTree, idLength: repository.idLength)
  }

  /// Reads everything; commits that the history needs are added to `commits`.
  mutating func read(
    _ facts: Facts, _ commits: inout CommitReader, _ objects: inout ObjectReader
  ) async throws(GitError) -> RecordsReading {
    let known = commits
    let subjects = facts.artifacts.flatMap { self.subjects(of: $0, facts, known) }
    let byArtifact = Dictionary(grouping: subjects, by: \.artifact)
    claims = FolderClaims(
      facts.artifacts.map { artifact in
        (artifact.name, (byArtifact[artifact.name] ?? []).compactMap(\.annotation?.path))
      })
    let records = try await self.records(of: subjects, &objects)
    for (subject, found) in zip(subjects, records) {
      guard let version = subject.version else { continue }
      reading.versions[.init(artifact: subject.artifact, version: version)] = found
    }
    let finder = CandidateFinder(settings: settings.candidates)
    let heads = finder.heads(facts.references)
    let pairs = self.pairs(facts, subjects)
    guard !pairs.isEmpty || !settings.candidates.isEmpty else { return reading }
    let metricPaths = Set(records.flatMap { $0.metrics.filter(\.isOwn).map(\.path) })
    let watched = pairs.reduce(into: Set<String>()) { $0.formUnion($1.paths) }
      .union(settings.candidates.commits ? metricPaths : [])
    let tips = (subjects.map(\.commit) + heads.map(\.commit) + [repository.head].compactMap(\.self))
      .distinct()
    let history = await self.history(of: tips, watching: watched)
    guard let history else {
      if !settings.candidates.isEmpty {
        try await readCandidates(facts, subjects, heads, CommitHistory(), &commits, &objects)
      }
      return reading
    }
    let histories = try await InputHistoryReader.read(pairs, history, &commits, &objects)
    for (pair, found) in zip(pairs, histories) {
      reading.changes[.init(artifact: pair.artifact, version: pair.version)] = found
    }
    if !settings.candidates.isEmpty {
      try await readCandidates(facts, subjects, heads, history, &commits, &objects)
    }
    return reading
  }

  /// The commits that lead to `tips`; nothing, and a word of it, where Git can't list them: one object
  /// that is missing between two versions must not cost the rest of the repository.
  private mutating func history(
    of tips: [ObjectID], watching paths: Set<String>
  ) async -> CommitHistory? {
    // What a partial clone lacks would be fetched; that it is one was told before.
    guard !isPartialClone else { return nil }
    do throws(GitError) {
      return try await repository.history(of: tips, watching: Self.limited(paths))
    } catch {
      reading.diagnostics.append(
        Diagnostic(
          "G016", .error, at: DiagnosticPlace(repository: id),
          problem:
            "git log failed, as it does where an object of the history is missing or damaged",
          consequence: "the commits between versions are not shown",
          help: "run git fsck, and fetch what it names again"))
      return nil
    }
  }

  /// Where there are more than git can compare each changed file with in good time, their folders, or
  /// the folders above those, stand for them.
  private static func limited(_ paths: Set<String>) -> [String] {
    var watched = paths
    while watched.count > InputHistoryReader.pathLimit {
      let above = Set(
        watched.map { path in
          let folder = RepositoryPath.folder(of: path)
          return folder.isEmpty ? path : folder
        })
      if above == watched { break }
      watched = above
    }
    return watched.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func subjects(
    of artifact: GTOArtifact, _ facts: Facts, _ commits: CommitReader
  ) -> [Subject] {
    artifact.shownVersions.compactMap { version in
      let commit = facts.tagged[version.commit] ?? version.commit
      guard let tree = commits.commits[commit]?.tree else { return nil }
      return Subject(
        artifact: artifact.name, version: version.name, commit: commit, tree: tree,
        annotation: facts.annotations.annotation(artifact.name, at: commit))
    }
  }

  /// How many versions are read together: what was read for them is kept until they are done, and a
  /// remote that does not answer is waited for once for all of them.
  private static let batch = 1_000

  /// The records of commits for the artifacts' sake, with what could not be read of them.
  mutating func records(
    of subjects: [Subject], _ objects: inout ObjectReader
  ) async throws(GitError) -> [VersionRecords] {
    var found: [VersionRecords] = []
    for start in stride(from: 0, to: subjects.count, by: Self.batch) {
      let batch = subjects[start..<min(start + Self.batch, subjects.count)]
      found += try await records(ofBatch: Array(batch), &objects)
      try await readCards(batch.filter { $0.version != nil }, &objects)
      logs.forget()
    }
    return found
  }

  private mutating func records(
    ofBatch subjects: [Subject], _ objects: inout ObjectReader
  ) async throws(GitError) -> [VersionRecords] {
    let keys = subjects.map(\.key)
    try await logs.read(keys, claims, &objects)
    let wanted = zip(subjects, keys).map { subject, key in
      (subject.annotation?.path).map { ArtifactContentsReader.Wanted(subject: key, path: $0) }
    }
    try await contents.read(wanted.compactMap(\.self), &logs, &objects)
    var found: [VersionRecords] = []
    for ((subject, key), wanted) in zip(zip(subjects, keys), wanted) {
      guard let records = logs.records[key] else {
        found.append(VersionRecords())
        continue
      }
      let folders = logs.folders
      let assembler = VersionRecordsAssembler(
        records: records, artifact: subject.artifact, scope: claims.scope(of: subject.artifact),
        annotation: subject.annotation,
        isInGit: { folders.entry(at: $0, in: subject.tree) != nil })
      found.append(assembler.records(contents: wanted.flatMap { contents.contents[$0] }))
      if let version = subject.version { tell(assembler.problems, subject, version) }
    }
    return found
  }

  /// The cards of versions whose records were just read.
  private mutating func readCards(
    _ subjects: [Subject], _ objects: inout ObjectReader
  ) async throws(GitError) {
    guard var reader = cards.take() else { return }
    let wanted = subjects.map { subject in
      CardSubject(
        artifact: subject.artifact, tree: subject.tree,
        path: subject.annotation?.path.flatMap { RepositoryPath($0, in: "").inside },
        file: subject.annotation?.file, projects: logs.projects(of: subject.key))
    }
    let found = try await reader.cards(of: wanted, &logs, &objects)
    cards = reader
    for (subject, found) in zip(subjects, found) {
      guard let version = subject.version else { continue }
      reading.cards[.init(artifact: subject.artifact, version: version)] = found.card
      tell(found.problems, subject, version)
    }
  }

  private mutating func tell(_ problems: [RecordProblem], _ subject: Subject, _ version: String) {
    let place = DiagnosticPlace(
      repository: id, artifact: subject.artifact, version: version, commit: subject.commit.hex)
    reading.diagnostics += problems.distinct().map { $0.diagnostic(at: place) }
  }

  /// Each version with the active one below it, which is what pages compare it with.
  private func pairs(_ facts: Facts, _ subjects: [Subject]) -> [InputHistoryReader.Pair] {
    let byKey = Dictionary(
      subjects.map {
        (RecordsReading.VersionKey(artifact: $0.artifact, version: $0.version ?? ""), $0)
      }, uniquingKeysWith: { first, _ in first })
    return facts.artifacts.flatMap { artifact -> [InputHistoryReader.Pair] in
      var pairs: [InputHistoryReader.Pair] = []
      var below: Subject?
      for version in artifact.shownVersions.reversed() {
        guard let subject = byKey[.init(artifact: artifact.name, version: version.name)] else {
          continue
        }
        if let below { pairs.append(pair(subject, below)) }
        if version.isActive { below = subject }
      }
      return pairs
    }
  }

  private func pair(_ subject: Subject, _ below: Subject) -> InputHistoryReader.Pair {
    let now = reading.records(subject.artifact, subject.version ?? "").lineage
    let before = reading.records(below.artifact, below.version ?? "").lineage
    return InputHistoryReader.Pair(
      artifact: subject.artifact, version: subject.version ?? "", commit: subject.commit,
      since: below.version ?? "", sinceCommit: below.commit,
      paths: InputPaths.all(now, annotation: subject.annotation)
        .union(InputPaths.all(before, annotation: below.annotation)),
      changes: InputPaths.changes(from: before, to: now))
  }
}
