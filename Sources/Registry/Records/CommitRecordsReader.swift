import Formats
import GitStore
import Records

/// Reads everything that was logged at many commits, in rounds over all of them together.
struct CommitRecordsReader {
  private let settings: RecordSettings
  private let idLength: Int
  private(set) var folders: CommitTrees
  private var projects = ProjectReader()
  private var data: DataFileReader

  /// What lies outside Git; cards are read from there, too.
  var stored: StoredFiles
  private var patterns: [(kind: UnavailableRecord.Kind, files: PatternFiles)]

  /// What was read last; it is dropped when it has been made part of versions.
  private(set) var records: [Subject: CommitRecords] = [:]

  init(settings: RecordSettings, workTree: String?, idLength: Int) {
    self.settings = settings
    self.idLength = idLength
    folders = CommitTrees(idLength: idLength)
    data = DataFileReader(sizeLimit: settings.limits.fileSize)
    stored = StoredFiles(settings: settings.storage, workTree: workTree)
    patterns =
      settings.metricsFiles.map { (.metrics, PatternFiles($0)) }
      + settings.paramsFiles.map { (.params, PatternFiles($0)) }
  }

  /// A model at a commit, by the commit's tree: commits with equal contents have equal records.
  struct Subject: Hashable {
    let tree: ObjectID
    let artifact: String
  }

  /// A project's sources at one commit, still to be read.
  private struct Found {
    let subject: Subject
    let projects: [CommitProject]
    var sources: [(project: CommitProject?, source: RecordSource)] = []

    /// Patterns that stand for more than is looked at.
    var cutPatterns: [String] = []

    /// Patterns that stand for nothing.
    var unmetPatterns: [String] = []
  }

  /// Reads what was logged about models at commits.
  mutating func read(
    _ subjects: [Subject], _ claims: FolderClaims, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = subjects.distinct()
    let scopes = new.map { (tree: $0.tree, scope: claims.scope(of: $0.artifact)) }
    try await folders.load(new.map(\.tree), &objects)
    let projects = try await self.projects.read(scopes, &folders, &data, &objects)
    var found: [Found] = []
    for (place, subject) in new.enumerated() {
      found.append(sources(of: subject, scopes[place].scope, projects[place]))
    }
    let all = found.flatMap(\.sources)
    try await data.read(
      all.compactMap { item in
        guard case .git(let file) = item.source.place else { return nil }
        return file
      }, &objects)
    try await stored.readConfigurations(projects.joined().compactMap(\.configuration), &objects)
    let outside = all.compactMap { Self.storedFile($0.source, in: $0.project) }
    try await stored.readLists(outside, &objects)
    await stored.readContents(outside)
    records = [:]
    for item in found { records[item.subject] = commitRecords(item) }
  }

  /// Reads the DVC projects that concern a model at a commit, and nothing that was logged.
  mutating func readProjects(
    of subject: Subject, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let scope = FolderClaims([]).scope(of: subject.artifact)
    try await folders.load([subject.tree], &objects)
    let found = try await projects.read([(subject.tree, scope)], &folders, &data, &objects)
    try await stored.readConfigurations(found.joined().compactMap(\.configuration), &objects)
    records[subject] = CommitRecords(
      projects: found.first ?? [], files: [], problems: [], unmetPatterns: [])
  }

  /// What DVC's configuration said in the projects of a subject, by their folders.
  func configurations(of subject: Subject) -> [String: DVCConfiguration] {
    var found: [String: DVCConfiguration] = [:]
    for project in projects(of: subject) {
      found[project.folder] = project.configuration.flatMap { stored.configuration($0) }
    }
    return found
  }

  /// The DVC projects that concern a model at a commit, of what was read last.
  func projects(of subject: Subject) -> [CommitProject] { records[subject]?.projects ?? [] }

  /// Drops what was read of Git; what was fetched from elsewhere stays.
  mutating func forget() {
    folders = CommitTrees(idLength: idLength)
    projects = ProjectReader()
    data = DataFileReader(sizeLimit: settings.limits.fileSize)
    patterns = patterns.map { ($0.kind, PatternFiles($0.files.pattern)) }
    records = [:]
  }

  /// The number of files below a folder of Git.
  mutating func fileCount(of folder: ObjectID) -> Int { folders.fileCount(of: folder) }

  /// Reads the lists of folders outside Git, and nothing larger.
  mutating func readLists(
    _ files: [StoredFile], _ objects: inout ObjectReader
  ) async throws(GitError) {
    try await stored.readLists(files, &objects)
  }

  private mutating func sources(
    of subject: Subject, _ scope: RecordScope, _ projects: [CommitProject]
  ) -> Found {
    let finder = RecordSources(
      tree: subject.tree, folders: folders, settings: settings)
    var found = Found(subject: subject, projects: projects)
    for project in projects {
      found.sources += finder.sources(of: project).map { (project, $0) }
    }
    var known = Set(found.sources.map(\.source.path))
    for index in patterns.indices {
      let kind = patterns[index].kind
      let matches = patterns[index].files.files(in: subject.tree, folders)
      for (path, entry) in matches.files
      where !scope.leavesOut(file: path) && known.insert(path).inserted {
        found.sources.append((nil, RecordSource(found: path, entry.id, kind)))
      }
      if matches.isCut {
        found.cutPatterns.append(patterns[index].files.pattern)
      } else if matches.files.isEmpty {
        found.unmetPatterns.append(patterns[index].files.pattern)
      }
    }
    return found
  }

  private static func storedFile(
    _ source: RecordSource, in project: CommitProject?
  ) -> StoredFile? {
    guard let project, case .stored(let output, let rest) = source.place else { return nil }
    return StoredFile(
      project: project.folder, configuration: project.configuration, output: output, rest: rest)
  }

  private func commitRecords(_ found: Found) -> CommitRecords {
    var log = CommitLog(limits: settings.limits)
    for project in found.projects {
      let configured = project.configuration.map { configuration in
        let path = project.folder.isEmpty ? ".dvc/config" : "\(project.folder)/.dvc/config"
        return stored.problems(of: configuration).map {
          RecordProblem.format($0, file: path, isRead: true)
        }
      }
      let problems = project.problems + project.resolved.problems + (configured ?? [])
      log.problems += problems.map { LoggedProblem(project: project.folder, problem: $0) }
    }
    for (project, source) in found.sources {
      switch source.place {
      case .git(let file):
        if let outcome = data.outcome(of: file) { log.add(outcome, source, project) }
      case .stored:
        guard let file = Self.storedFile(source, in: project) else { continue }
        for part in stored.parts(of: file) { log.add(part, source, project) }
      case .refused(let entry): log.refuse(entry, source, project)
      case .absent: log.miss(source, project)
      }
    }
    log.problems += found.cutPatterns.map { pattern in
      LoggedProblem(project: nil, problem: .cutPattern(pattern))
    }
    return CommitRecords(
      projects: found.projects, files: log.files, problems: log.problems,
      unmetPatterns: found.unmetPatterns)
  }
}
