import Cards
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
  let id: String
  let settings: RecordSettings
  private let isPartialClone: Bool
  private var logs: CommitRecordsReader
  private var contents = ArtifactContentsReader()
  private var cards: CardReader?
  private var plots: PlotReader?

  /// Where files go that the site hands out.
  private let spool: Spool?
  private var published: PublishedBlobs?
  var reading = RecordsReading()

  /// The configured patterns that fit no file of a version.
  private(set) var unmetPatterns: [RecordsReading.VersionKey: [String]] = [:]
  private var claims = FolderClaims([])
  private let earlier: EarlierVersions?
  private var toldOfCards: Set<CardProblem> = []

  /// What is wrong with one card: told once, however many versions have that card.
  private struct CardProblem: Hashable {
    let card: String?
    let problem: RecordProblem
  }

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
    isPartialClone: Bool, earlier: EarlierVersions? = nil
  ) {
    self.earlier = earlier
    self.repository = repository
    self.id = id
    self.settings = settings
    self.isPartialClone = isPartialClone
    self.cards = cards.map { CardReader(settings.cards, $0) }
    plots = cards.map { PlotReader(settings, into: $0.spool) }
    spool = cards?.spool
    published = settings.publishedSize.map { PublishedBlobs(limit: $0, earlier: earlier) }
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
    reading.claims = claims.checksum
    let records = try await self.records(of: subjects, &objects)
    for (subject, found) in zip(subjects, records) {
      guard let version = subject.version else { continue }
      reading.versions[.init(artifact: subject.artifact, version: version)] = found
    }
    let neighbours = self.neighbours(facts, subjects)
    tellOfBreaks(neighbours)
    let finder = CandidateFinder(settings: settings.candidates)
    let heads = finder.heads(facts.references)
    let pairs = neighbours.map { pair($0.version, $0.below) }
    guard !pairs.isEmpty || !settings.candidates.isEmpty else { return finished() }
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
      return finished()
    }
    let histories = try await InputHistoryReader.read(pairs, history, &commits, &objects)
    for (pair, found) in zip(pairs, histories) {
      reading.changes[.init(artifact: pair.artifact, version: pair.version)] = found
    }
    if !settings.candidates.isEmpty {
      try await readCandidates(facts, subjects, heads, history, &commits, &objects)
    }
    return finished()
  }

  /// All that was read, with the files to hand out of what is shown.
  private func finished() -> RecordsReading {
    guard let published else { return reading }
    var finished = reading
    let candidates = reading.candidates.values.lazy.flatMap(\.self).map(\.records)
    finished.published = published.places(
      of: reading.versions.values.compactMap(\.contents) + candidates.compactMap(\.contents))
    return finished
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
      let batch = Array(subjects[start..<min(start + Self.batch, subjects.count)])
      let versions = try await versions(of: batch, &objects)
      found += versions.map(\.records)
      keep(versions, of: batch)
    }
    return found
  }

  /// What was read of each subject before, or is read now.
  private mutating func versions(
    of subjects: [Subject], _ objects: inout ObjectReader
  ) async throws(GitError) -> [VersionReading] {
    var versions = subjects.map { subject in
      subject.version == nil
        ? nil
        : earlier?.version(
          of: subject.artifact, tree: subject.tree, annotation: subject.annotation,
          claims: reading.claims)
    }
    let places = versions.indices.filter { versions[$0] == nil }
    let new = places.map { subjects[$0] }
    var (read, ownerships) = try await readings(of: new, &objects)
    try await readPlots(of: new, ownerships, into: &read, &objects)
    try await readCards(of: new, into: &read, &objects)
    for (place, reading) in zip(places, read) {
      versions[place] = settled(reading, subjects[place])
    }
    logs.forget()
    return versions.compactMap(\.self)
  }

  private mutating func readings(
    of subjects: [Subject], _ objects: inout ObjectReader
  ) async throws(GitError) -> ([VersionReading], [RecordOwnership?]) {
    let keys = subjects.map(\.key)
    try await logs.read(keys, claims, &objects)
    let wanted = zip(subjects, keys).map { subject, key in
      (subject.annotation?.path).map { ArtifactContentsReader.Wanted(subject: key, path: $0) }
    }
    try await contents.read(wanted.compactMap(\.self), &logs, &objects)
    try await publish(wanted.compactMap { $0.flatMap { contents.contents[$0] } }, &objects)
    var found: [VersionReading] = []
    var ownerships: [RecordOwnership?] = []
    for ((subject, key), wanted) in zip(zip(subjects, keys), wanted) {
      var reading = VersionReading(annotation: subject.annotation)
      var ownership: RecordOwnership?
      if let records = logs.records[key] {
        let folders = logs.folders
        let assembler = VersionRecordsAssembler(
          records: records, artifact: subject.artifact, scope: claims.scope(of: subject.artifact),
          annotation: subject.annotation,
          isInGit: { folders.entry(at: $0, in: subject.tree) != nil })
        (reading.records, ownership) = assembler.assembled(
          contents: wanted.flatMap { contents.contents[$0] })
        reading.problems = assembler.problems.distinct()
        reading.unmetPatterns = records.unmetPatterns
      }
      found.append(reading)
      ownerships.append(ownership)
    }
    return (found, ownerships)
  }

  /// Copies files that the site hands out.
  private mutating func publish(
    _ contents: [ArtifactContents], _ objects: inout ObjectReader
  ) async throws(GitError) {
    guard let spool, var blobs = published.take() else { return }
    try await blobs.add(contents, to: spool, &objects)
    published = blobs
  }

  /// The plots of versions whose records were just read.
  private mutating func readPlots(
    of subjects: [Subject], _ ownerships: [RecordOwnership?], into readings: inout [VersionReading],
    _ objects: inout ObjectReader
  ) async throws(GitError) {
    guard var reader = plots.take() else { return }
    var places: [Int] = []
    var wanted: [PlotSubject] = []
    for (place, subject) in subjects.enumerated() where subject.version != nil {
      guard let ownership = ownerships[place] else { continue }
      places.append(place)
      wanted.append(PlotSubject(tree: subject.tree, ownership: ownership))
    }
    let found = try await reader.plots(of: wanted, &logs, &objects)
    plots = reader
    for (place, found) in zip(places, found) {
      readings[place].plots = found.plots
      readings[place].plotProblems = found.problems
    }
  }

  /// The cards of versions whose records were just read.
  private mutating func readCards(
    of subjects: [Subject], into readings: inout [VersionReading], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let places = subjects.indices.filter { subjects[$0].version != nil }
    guard !places.isEmpty, var reader = cards.take() else { return }
    let wanted = places.map { place in
      let subject = subjects[place]
      return CardSubject(
        artifact: subject.artifact, tree: subject.tree,
        path: subject.annotation?.path.flatMap { RepositoryPath($0, in: "").inside },
        file: subject.annotation?.file, projects: logs.projects(of: subject.key))
    }
    let found = try await reader.cards(of: wanted, &logs, &objects)
    cards = reader
    for (place, found) in zip(places, found) {
      readings[place].card = found.card
      readings[place].cardProblems = found.problems
    }
  }

  /// The reading, marked where a later one may find more.
  private func settled(_ reading: VersionReading, _ subject: Subject) -> VersionReading {
    var reading = reading
    let all = reading.problems + reading.plotProblems + reading.cardProblems
    reading.isSettled =
      !all.contains { RepositoryFacts.passingCodes.contains($0.code) }
      && logs.projects(of: subject.key).allSatisfy { project in
        project.wider.outputs.allSatisfy {
          logs.stored.isSettled($0, inProject: project.folder)
        }
      }
    return reading
  }

  /// Makes readings part of the whole, and tells what is wrong: of each distinct card once, of the
  /// first version that has it.
  private mutating func keep(_ versions: [VersionReading], of subjects: [Subject]) {
    for (subject, found) in zip(subjects, versions) {
      guard let version = subject.version else { continue }
      unmetPatterns[.init(artifact: subject.artifact, version: version)] = found.unmetPatterns
      tell(found.problems, subject, version)
    }
    for (subject, found) in zip(subjects, versions) {
      guard let version = subject.version else { continue }
      tell(found.plotProblems, subject, version)
    }
    for (subject, found) in zip(subjects, versions) {
      guard let version = subject.version else { continue }
      let key = RecordsReading.VersionKey(artifact: subject.artifact, version: version)
      reading.cards[key] = found.card
      reading.plots[key] = found.plots
      reading.problems.append(
        RepositoryFacts.VersionProblems(
          artifact: subject.artifact, version: version, isSettled: found.isSettled,
          unmetPatterns: found.unmetPatterns,
          records: found.problems, plots: found.plotProblems, card: found.cardProblems))
      let card = found.card?.identity
      let new = found.cardProblems.filter {
        toldOfCards.insert(CardProblem(card: card, problem: $0)).inserted
      }
      tell(new, subject, version)
    }
    reading.isSettled =
      reading.isSettled && logs.stored.isSettled && versions.allSatisfy(\.isSettled)
  }

  mutating func tell(_ problems: [RecordProblem], _ subject: Subject, _ version: String) {
    let place = DiagnosticPlace(
      repository: id, artifact: subject.artifact, version: version, commit: subject.commit.hex)
    reading.diagnostics += problems.distinct().map { $0.diagnostic(at: place) }
  }

  /// Each version with the active one below it, which is what pages compare it with.
  private func neighbours(_ facts: Facts, _ subjects: [Subject]) -> [Neighbours] {
    let byKey = Dictionary(
      subjects.map {
        (RecordsReading.VersionKey(artifact: $0.artifact, version: $0.version ?? ""), $0)
      }, uniquingKeysWith: { first, _ in first })
    return facts.artifacts.flatMap { artifact -> [Neighbours] in
      var pairs: [Neighbours] = []
      var below: Subject?
      for version in artifact.shownVersions.reversed() {
        guard let subject = byKey[.init(artifact: artifact.name, version: version.name)] else {
          continue
        }
        if let below { pairs.append(Neighbours(version: subject, below: below)) }
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
