import Formats

/// Works a project's files out: variables, repeated stages, and what they read and write.
///
/// Every stage and every text of it stands alone: what cannot be worked out costs only itself.
struct ProjectResolver {
  let files: ProjectFiles
  var budget = ExpansionBudget()
  var log = ProblemLog()

  /// The variables of files that were read already.
  var loadedFiles: [String: VariableMap] = [:]
  var stages: [ResolvedStage] = []
  var topLevelMetrics: [(path: String, pipeline: String)] = []
  var topLevelParams: [(path: String, pipeline: String)] = []
  var topLevelPlots: [PlotDefinition] = []
  var stagePlots: [PlotDefinition] = []

  init(_ files: ProjectFiles) { self.files = files }

  /// Works everything out, in the order of the files.
  mutating func resolve() {
    for pipeline in files.pipelines {
      log.add(
        pipeline.file.problems, file: pipeline.path,
        subject: "the stages, metrics, params and plots")
      var scope = PipelineScope(path: pipeline.path, file: pipeline.file, project: files)
      if let lock = scope.lock {
        log.add(lock.problems, file: scope.lockPath, subject: "the hashes and sizes")
      }
      loadVariables(&scope)
      resolveStages(of: scope)
      resolveLists(of: scope)
    }
    resolveLonelyLocks()
    for tracker in files.trackers {
      log.add(tracker.file.problems, file: tracker.path, subject: "the data")
    }
  }

  /// The metrics, params and plots that stand beside the stages.
  private mutating func resolveLists(of scope: PipelineScope) {
    for metrics in scope.file.metrics {
      guard let path = listedPath(metrics, scope) else { continue }
      topLevelMetrics.append((path, scope.path))
    }
    for params in scope.file.params {
      guard let path = listedPath(params, scope) else { continue }
      topLevelParams.append((path, scope.path))
    }
    resolvePlots(of: scope)
  }

  private mutating func listedPath(_ template: TextTemplate, _ scope: PipelineScope) -> String? {
    var tracker = VariableTracker()
    do throws(InterpolationError) {
      let written = try template.text(in: scope.context, &budget, &tracker)
      guard case .inside(let path)? = ResolvedStage.place(written, in: scope.folder) else {
        refuse(written, at: template.source, scope)
        return nil
      }
      return path
    } catch {
      log.add(
        "P011", file: scope.path, at: template.source, error.problem,
        consequence: "the file is not read", help: Self.variableHelp)
      return nil
    }
  }

  /// Notes a path that leads out of the repository.
  mutating func refuse(_ written: String, at place: PlacedText, _ scope: PipelineScope) {
    let shown = ExternalAddress.withoutCredentials(written)
    log.add(
      "P006", .error, file: scope.path, at: place,
      "the path “\(shown)” does not lead into the repository", consequence: "it is left out",
      help: "name a file of the repository, relative to its folder and with slashes")
  }

  /// What helps where a variable is not known.
  static let variableHelp =
    "define it in the params.yaml beside dvc.yaml, or in a file that `vars` names"

  /// Locks without a dvc.yaml: what they recorded is still true.
  private mutating func resolveLonelyLocks() {
    let covered = Set(
      files.pipelines.map { PipelineScope(path: $0.path, file: $0.file, project: files).lockPath })
    for (path, lock) in files.locks.sorted(by: { $0.key < $1.key }) where !covered.contains(path) {
      log.add(lock.problems, file: path, subject: "the hashes and sizes")
      log.add(
        "P012", file: path, at: nil, "no dvc.yaml lies beside this dvc.lock",
        consequence: "its stages are shown as they ran, without metrics and params",
        help: "commit the dvc.yaml, or remove the dvc.lock")
      let folder = RepositoryPath.folder(of: path)
      for locked in lock.stages {
        guard takeStage(nodes: 1, at: locked.name, in: path) else { return }
        stages.append(
          ResolvedStage(
            lockedOnly: locked, lockPath: path, folder: folder,
            prefix: folder == files.folder ? "" : "\(path):"))
      }
    }
  }

  /// Draws a stage from the budget; says so where there is none left.
  mutating func takeStage(nodes: Int, at place: PlacedText, in file: String) -> Bool {
    guard !budget.takeStage(nodes: nodes) else { return true }
    log.add(
      "P011", file: file, at: place,
      "the project has more than 10,000 stages or 100,000 entries of stages",
      consequence: "this stage and those after it are missing", help: "split the project up")
    return false
  }
}

extension ResolvedStage {
  /// A stage that only a lock knows.
  init(lockedOnly locked: LockedStage, lockPath: String, folder: String, prefix: String) {
    self.init(
      name: prefix + locked.name.text, pipeline: lockPath, folder: folder,
      commands: locked.commands,
      inputs: locked.inputs.compactMap { Self.place($0.path.text, in: folder) },
      outputs: locked.outputs.compactMap { entry in
        Self.place(entry.path.text, in: folder).map { Output(path: $0, isMetrics: false) }
      },
      params: [], usedVariables: [], key: locked.name.text, place: locked.name, locked: locked,
      lockPath: lockPath)
  }
}
