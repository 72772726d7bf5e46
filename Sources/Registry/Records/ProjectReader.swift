import Formats
import GitStore
import Records

/// One DVC project as it stood at a commit.
struct CommitProject: Sendable {
  let folder: String
  let isRooted: Bool
  let configuration: ObjectID?

  /// The pipelines that concern the model.
  let resolved: ResolvedProject

  /// Those and the pipelines of other models whose outputs they read.
  let wider: ResolvedProject

  /// Summaries that DVCLive wrote, by path; not all of them are named by a pipeline.
  let summaries: [FoundFile]

  /// Folders that DVCLive writes to.
  let liveFolders: [String]
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
  private var resolved: [ProjectKey: ResolvedProject] = [:]

  /// How many comparisons of paths with rules of `.dvcignore` files are left for the repository.
  private var ignoreSteps = 200_000_000

  /// Everything that resolving a project depends on.
  private struct ProjectKey: Hashable {
    let plan: ProjectPlan
    let data: [ProjectPlan.PlannedFile]
  }

  /// A project at a commit, with what is known of it so far.
  private struct Draft {
    let tree: ObjectID
    let narrow: ProjectPlan
    var wide: ProjectPlan
  }

  /// How far inputs are followed into other models' folders.
  private static let widenings = 4

  /// The projects at each of the trees as far as they concern a model, in the trees' order.
  mutating func read(
    _ subjects: [(tree: ObjectID, scope: RecordScope)], _ folders: inout CommitTrees,
    _ data: inout DataFileReader, _ objects: inout ObjectReader
  ) async throws(GitError) -> [[CommitProject]] {
    var drafts: [[Draft]] = []
    for (tree, scope) in subjects {
      let plans = ProjectPlan.all(folders.recordFiles(in: tree, of: scope))
      drafts.append(plans.map { Draft(tree: tree, narrow: $0, wide: $0) })
    }
    let first = drafts.joined().map { ($0.tree, $0.narrow) }
    let keys = try await resolve(first, folders, &data, &objects)
    var projects = keys
    for _ in 0..<Self.widenings {
      var places: [Int] = []
      var widened: [(ObjectID, ProjectPlan)] = []
      for (place, (tree, _)) in first.enumerated() {
        let key = projects[place]
        if let plan = key.plan.reaching(inputs(of: key), in: tree, folders) {
          places.append(place)
          widened.append((tree, plan))
        }
      }
      if places.isEmpty { break }
      for (place, key) in zip(places, try await resolve(widened, folders, &data, &objects)) {
        projects[place] = key
      }
    }
    var next = 0
    return drafts.map { drafts in
      drafts.compactMap { _ in
        defer { next += 1 }
        return project(keys[next], widened: projects[next])
      }
    }
  }

  /// Reads and resolves plans; gives the keys of what was resolved.
  private mutating func resolve(
    _ plans: [(tree: ObjectID, plan: ProjectPlan)], _ folders: CommitTrees,
    _ data: inout DataFileReader, _ objects: inout ObjectReader
  ) async throws(GitError) -> [ProjectKey] {
    let all = plans.map(\.plan)
    try await pipelines.read(all.flatMap { $0.pipelines.map(\.id) }, &objects)
    try await locks.read(all.flatMap { $0.locks.map(\.id) }, &objects)
    try await trackers.read(all.flatMap { $0.trackers.map(\.id) }, &objects)
    try await ignores.read(all.flatMap { $0.ignores.map(\.id) }, &objects)
    var keys: [ProjectKey] = []
    for (tree, plan) in plans {
      let plan = withoutIgnored(plan)
      keys.append(ProjectKey(plan: plan, data: dataFiles(of: plan, in: tree, folders)))
    }
    try await data.read(keys.flatMap(\.data), &objects)
    for key in keys where resolved[key] == nil { resolved[key] = resolve(key, data) }
    return keys
  }

  /// What the stages of a project read.
  private func inputs(of key: ProjectKey) -> [String] {
    resolved[key]?.stages.flatMap { $0.inputs.compactMap(\.inside) } ?? []
  }

  private mutating func withoutIgnored(_ plan: ProjectPlan) -> ProjectPlan {
    guard !plan.ignores.isEmpty else { return plan }
    let rules = IgnoreRules(
      plan.ignores.compactMap { file in
        ignores.parsed[file.id].map { (RepositoryPath.folder(of: file.path), $0) }
      })
    var plan = plan
    for files in [\ProjectPlan.pipelines, \.trackers] {
      plan[keyPath: files].removeAll {
        rules.ignores($0.path, isFolder: false, steps: &ignoreSteps)
      }
    }
    plan.hasUnusedRules = rules.exceedsLimit || ignoreSteps < 0
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

  private func resolve(_ key: ProjectKey, _ data: DataFileReader) -> ResolvedProject {
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
    return ResolvedProject(files)
  }

  private func project(_ key: ProjectKey, widened: ProjectKey) -> CommitProject? {
    let plan = key.plan
    guard let narrow = resolved[key], let wide = resolved[widened] else { return nil }
    return CommitProject(
      folder: plan.folder, isRooted: plan.isRooted, configuration: plan.configuration,
      resolved: narrow, wider: wide, summaries: plan.summaries,
      liveFolders: plan.liveFolders, problems: problems(of: plan))
  }

  /// Files of the project that were not read; what is wrong in those that were, resolving tells.
  private func problems(of plan: ProjectPlan) -> [RecordProblem] {
    plan.refused.map { .notAFile($0) }
      + (plan.hasUnusedRules ? plan.ignores.prefix(1).map { .tooManyRules(file: $0.path) } : [])
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
