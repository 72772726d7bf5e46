import GitStore
import Records

/// Finds what defines the plots of versions: pipelines, DVCLive's folders, and configured patterns.
struct PlotFinder {
  let settings: RecordSettings
  let trees: CommitTrees
  private(set) var patterns: [PatternFiles]

  /// What a project defines at a version's commit.
  struct Wanted {
    let project: CommitProject
    let definitions: [PlotDefinition]
  }

  /// The same, with the files that there are.
  struct Planned {
    let project: CommitProject
    let plan: PlotPlan
  }

  init(settings: RecordSettings, trees: CommitTrees, patterns: [PatternFiles]) {
    self.settings = settings
    self.trees = trees
    self.patterns = patterns
  }

  /// What defines the plots of a version, by project.
  mutating func definitions(for subject: PlotSubject) -> [Wanted] {
    var wanted = subject.ownership.projects.map { project in
      Wanted(project: project, definitions: definitions(of: project, in: subject.tree))
    }
    let known = wanted.flatMap { $0.definitions.flatMap(\.paths) }
    var others: [PlotDefinition] = []
    for index in patterns.indices {
      let files = patterns[index].files(in: subject.tree, trees).files
      for (path, _) in files where !subject.ownership.scope.leavesOut(file: path) {
        guard !known.contains(where: { RepositoryPath.lies(path, in: $0) }) else { continue }
        others.append(PlotDefinition(id: path, path: path, pipeline: nil, stage: nil))
      }
    }
    if !others.isEmpty {
      wanted.append(Wanted(project: .none, definitions: others.distinct()))
    }
    return wanted.filter { !$0.definitions.isEmpty }
  }

  private func definitions(of project: CommitProject, in tree: ObjectID) -> [PlotDefinition] {
    let named = project.resolved.plots
    let paths = named.flatMap(\.paths)
    let live = project.liveFolders.filter { folder in
      !paths.contains { RepositoryPath.lies($0, in: folder) || RepositoryPath.lies(folder, in: $0) }
    }
    return named
      + live.flatMap { folder in
        LivePlots.definitions(
          in: folder, files: trees.files(at: folder, in: tree).map(\.path))
      }
  }

  /// The folders outside Git whose lists say which files there are.
  func storedFolders(
    _ wanted: some Sequence<Wanted>, _ trees: CommitTrees
  ) -> [StoredFile] {
    wanted.flatMap { wanted in
      wanted.definitions.flatMap(\.paths).distinct().flatMap {
        PlotPlaces.storedFiles(at: $0, in: wanted.project)
      }
    }.distinct()
  }

  /// The plots of a project.
  func plan(_ wanted: Wanted, _ places: PlotPlaces) -> Planned {
    let planner = PlotPlanner(
      project: wanted.project.folder, limit: settings.limits.plotsPerVersion
    ) { places.files(at: $0, in: wanted.project) }
    return Planned(project: wanted.project, plan: planner.plan(wanted.definitions))
  }
}

extension PlotDefinition {
  /// All paths that it names.
  fileprivate var paths: [String] {
    var paths = path.map { [$0] } ?? []
    for case .columns(let columns) in [x, y] { paths += columns.map(\.file) }
    return paths
  }
}

extension CommitProject {
  /// What belongs to no project.
  fileprivate static var none: CommitProject {
    CommitProject(
      folder: "", isRooted: false, configuration: nil,
      resolved: ResolvedProject(ProjectFiles(folder: "")),
      wider: ResolvedProject(ProjectFiles(folder: "")), summaries: [], liveFolders: [],
      problems: [])
  }
}
