import Formats
import GitStore
import Records

/// One DVC project as it stood at a commit.
struct CommitProject: Sendable {
  let folder: String
  let isRooted: Bool
  let configuration: ObjectID?
  let resolved: ResolvedProject

  /// Summaries that DVCLive wrote, by path; not all of them are named by a pipeline.
  let summaries: [FoundFile]
  let problems: [RecordProblem]
}

/// Reads DVC's files at many commits and resolves their pipelines (`records.md` §2, §3, §7 and §8).
///
/// Each distinct blob is parsed once, and each distinct set of them is resolved once.
struct ProjectReader {
  private var pipelines = BlobReader { PipelineFile($0) }
  private var locks = BlobReader { LockFile($0) }
  private var trackers = BlobReader { TrackerFile($0) }
  private var ignores = BlobReader { $0 }
  private var resolved: [ProjectKey: CommitProject] = [:]

  /// Everything that resolving a project depends on.
  private struct ProjectKey: Hashable {
    let plan: ProjectPlan
    let data: [ProjectPlan.PlannedFile]
  }

  /// The projects at each of the trees, in the trees' order.
  mutating func read(
    _ trees: [ObjectID], _ folders: inout CommitTrees, _ data: inout DataFileReader,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [[CommitProject]] {
    var plans: [[ProjectPlan]] = []
    for tree in trees { plans.append(ProjectPlan.all(folders.recordFiles(in: tree))) }
    let all = plans.joined()
    try await pipelines.read(all.flatMap { $0.pipelines.map(\.id) }, &objects)
    try await locks.read(all.flatMap { $0.locks.map(\.id) }, &objects)
    try await trackers.read(all.flatMap { $0.trackers.map(\.id) }, &objects)
    try await ignores.read(all.flatMap { $0.ignores.map(\.id) }, &objects)
    var keys: [[ProjectKey]] = []
    for (tree, plans) in zip(trees, plans) {
      keys.append(
        plans.map { plan in
          let plan = withoutIgnored(plan)
          return ProjectKey(plan: plan, data: dataFiles(of: plan, in: tree, folders))
        })
    }
    try await data.read(keys.joined().flatMap(\.data), &objects)
    var projects: [[CommitProject]] = []
    for keys in keys { projects.append(keys.map { project($0, data) }) }
    return projects
  }

  private func withoutIgnored(_ plan: ProjectPlan) -> ProjectPlan {
    guard !plan.ignores.isEmpty else { return plan }
    let rules = IgnoreRules(
      plan.ignores.compactMap { file in
        ignores.parsed[file.id].map { (RepositoryPath.folder(of: file.path), $0) }
      })
    var plan = plan
    plan.pipelines.removeAll { rules.ignores($0.path, isFolder: false) }
    plan.trackers.removeAll { rules.ignores($0.path, isFolder: false) }
    return plan
  }

  /// The files that variables come from, as far as they lie in Git.
  private func dataFiles(
    of plan: ProjectPlan, in tree: ObjectID, _ folders: CommitTrees
  ) -> [ProjectPlan.PlannedFile] {
    var paths = [RepositoryPath("params.yaml", in: plan.folder).inside].compactMap(\.self)
    for pipeline in plan.pipelines {
      let folder = RepositoryPath.folder(of: pipeline.path)
      let named = pipelines.parsed[pipeline.id]?.variableFiles ?? []
      paths += (["params.yaml"] + named).compactMap { RepositoryPath($0, in: folder).inside }
    }
    return paths.distinct().compactMap { path in
      guard let entry = folders.entry(at: path, in: tree), entry.mode.isFile else { return nil }
      return ProjectPlan.PlannedFile(path: path, id: entry.id)
    }
  }

  private mutating func project(_ key: ProjectKey, _ data: DataFileReader) -> CommitProject {
    if let known = resolved[key] { return known }
    let plan = key.plan
    var files = ProjectFiles(folder: plan.folder)
    for file in plan.pipelines {
      if let parsed = pipelines.parsed[file.id] { files.pipelines.append((file.path, parsed)) }
    }
    for file in plan.locks { files.locks[file.path] = locks.parsed[file.id] }
    for file in plan.trackers {
      if let parsed = trackers.parsed[file.id] { files.trackers.append((file.path, parsed)) }
    }
    for file in key.data {
      if case .file(let read)? = data.outcome(of: file) { files.data[file.path] = read.value }
    }
    let project = CommitProject(
      folder: plan.folder, isRooted: plan.isRooted, configuration: plan.configuration,
      resolved: ResolvedProject(files), summaries: plan.summaries, problems: problems(of: plan))
    resolved[key] = project
    return project
  }

  /// Files of the project that were not read; what is wrong in those that were, resolving tells.
  private func problems(of plan: ProjectPlan) -> [RecordProblem] {
    plan.refused.map { .notAFile($0) }
      + plan.pipelines.flatMap { problem(pipelines.unread[$0.id], $0) }
      + plan.locks.flatMap { problem(locks.unread[$0.id], $0) }
      + plan.trackers.flatMap { problem(trackers.unread[$0.id], $0) }
  }

  private func problem(
    _ problem: BlobProblem?, _ file: ProjectPlan.PlannedFile
  ) -> [RecordProblem] {
    problem.map { [.unread($0, file: file.path)] } ?? []
  }
}
