/// A DVC project at one commit with everything worked out: stages, metrics, params, and what DVC
/// keeps of it (`records.md` §2–§5, §7 and §8).
package struct ResolvedProject: Sendable {
  /// After `foreach` and `matrix`, in the order of the files.
  package let stages: [ResolvedStage]

  /// The metrics of stages first, then those that stand beside them, in the order of the files;
  /// each path once.
  package let metrics: [MetricSource]

  /// Each file once: params of stages, then those that stand beside them, then the project's
  /// params.yaml, then files whose values `${…}` uses.
  package let params: [ParamSource]

  /// The plots that stand beside the stages first, then those of stages, in the order of the files.
  package let plots: [PlotDefinition]

  /// What dvc.lock and `.dvc` files know, each path once.
  package let outputs: [TrackedOutput]

  /// What could not be read or worked out, in the files themselves and between them.
  package let problems: [RecordProblem]

  let graph: StageGraph
  let trackedData: TrackedData
  private let outputIndex: PathIndex

  /// Works a project's files out.
  ///
  /// The work is bounded whatever the files say; what is too much ends in a problem.
  package init(_ files: ProjectFiles) {
    var resolver = ProjectResolver(files)
    resolver.resolve()
    trackedData = TrackedData(resolver.trackedData())
    let outputs = TrackedOutput.all(of: resolver.stages, trackedData)
    outputIndex = PathIndex(outputs.map(\.path))
    graph = StageGraph(resolver.stages, &resolver.log)
    stages = resolver.stages
    self.outputs = outputs
    metrics = resolver.metricSources(cached: outputIndex)
    params = resolver.paramSources()
    plots = resolver.topLevelPlots + resolver.stagePlots
    problems = resolver.log.all
  }

  /// The outputs below a folder, in the order of their paths; at most `limit`.
  package func outputs(below folder: String, limit: Int) -> [TrackedOutput] {
    outputIndex.below(folder, limit: limit).map { outputs[$0] }
  }

  /// The output at a path, or the folder of DVC's that holds it, with the way from there.
  package func output(at path: String) -> (output: TrackedOutput, rest: String)? {
    if let exact = outputIndex.exact(path).first { return (outputs[exact], "") }
    for (folder, positions) in outputIndex.above(path) {
      guard let position = positions.first(where: { outputs[$0].isFolder }) else { continue }
      let rest = folder.isEmpty ? path : String(path.utf8.dropFirst(folder.utf8.count + 1)) ?? ""
      return (outputs[position], rest)
    }
    return nil
  }
}

extension TrackedOutput {
  /// All outputs that DVC keeps, each path once; one whose contents are known goes before one that
  /// was never fetched.
  fileprivate static func all(
    of stages: [ResolvedStage], _ trackedData: TrackedData
  ) -> [TrackedOutput] {
    var outputs: [TrackedOutput] = []
    var positions: [String: Int] = [:]
    func add(_ output: TrackedOutput) {
      guard let position = positions[output.path] else {
        positions[output.path] = outputs.count
        return outputs.append(output)
      }
      if outputs[position].hash == nil, output.hash != nil { outputs[position] = output }
    }
    for stage in stages {
      let flags = Dictionary(
        stage.outputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
      for entry in stage.locked?.outputs ?? [] {
        guard case .inside(let path)? = ResolvedStage.place(entry.path.text, in: stage.folder)
        else {
          continue
        }
        let flag = flags[.inside(path)]
        guard flag?.isCached ?? true else { continue }
        add(
          TrackedOutput(
            entry, path: path, file: stage.lockPath, stage: stage.name, remote: flag?.remote))
      }
    }
    for data in trackedData.all where data.entry.isCached {
      add(
        TrackedOutput(
          data.entry, path: data.path, file: data.tracker, stage: nil, remote: data.entry.remote,
          source: data.outputSource))
    }
    return outputs
  }

  private init(
    _ entry: DataEntry, path: String, file: String, stage: String?, remote: String?,
    source: Source? = nil
  ) {
    self.init(
      path: path, file: file, stage: stage, hash: entry.hash, isFolder: entry.isFolder,
      size: entry.size, fileCount: entry.fileCount, remote: remote, versions: entry.versions,
      files: entry.files, source: source)
  }
}
