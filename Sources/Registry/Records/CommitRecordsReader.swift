import Formats
import GitStore
import Records

/// Reads everything that was logged at many commits, in rounds over all of them together.
struct CommitRecordsReader {
  private let settings: RecordSettings
  private(set) var folders: CommitTrees
  private var projects = ProjectReader()
  private var data: DataFileReader
  private(set) var stored: StoredFiles

  /// What was read last; it is dropped when it has been made part of versions.
  private(set) var records: [Subject: CommitRecords] = [:]

  init(settings: RecordSettings, workTree: String?, idLength: Int) {
    self.settings = settings
    folders = CommitTrees(idLength: idLength)
    data = DataFileReader(sizeLimit: settings.limits.fileSize)
    stored = StoredFiles(settings: settings.storage, workTree: workTree)
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
  }

  /// Reads what was logged about models at commits.
  mutating func read(
    _ subjects: [Subject], _ claims: FolderClaims, _ objects: inout ObjectReader
  ) async throws(GitError) {
    let new = subjects.distinct()
    let scopes = new.map { (tree: $0.tree, scope: claims.scope(of: $0.artifact)) }
    try await folders.load(new.map(\.tree), &objects)
    let projects = try await self.projects.read(scopes, &folders, &data, &objects)
    let found = zip(zip(new, scopes), projects).map { subject, projects in
      sources(of: subject.0, subject.1.scope, projects)
    }
    let all = found.flatMap(\.sources)
    try await data.read(
      all.compactMap { item in
        guard case .git(let file) = item.source.place else { return nil }
        return file
      }, &objects)
    let outside = all.compactMap { Self.storedFile($0.source, in: $0.project) }
    try await stored.readLists(outside, &objects)
    await stored.readContents(outside)
    records = [:]
    for item in found { records[item.subject] = commitRecords(item) }
  }

  /// Reads the lists of folders outside Git, and nothing larger.
  mutating func readLists(
    _ files: [StoredFile], _ objects: inout ObjectReader
  ) async throws(GitError) {
    try await stored.readLists(files, &objects)
  }

  private func sources(
    of subject: Subject, _ scope: RecordScope, _ projects: [CommitProject]
  ) -> Found {
    let finder = RecordSources(
      tree: subject.tree, scope: scope, folders: folders, settings: settings)
    var found = Found(subject: subject, projects: projects)
    for project in projects {
      found.sources += finder.sources(of: project).map { (project, $0) }
    }
    found.sources += finder.configured(besides: Set(found.sources.map(\.source.path)))
      .map { (nil, $0) }
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
        return stored.problems(of: configuration).map { RecordProblem.format($0, file: path) }
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
    return CommitRecords(projects: found.projects, files: log.files, problems: log.problems)
  }
}
