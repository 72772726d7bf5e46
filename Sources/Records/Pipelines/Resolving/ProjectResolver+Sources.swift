extension ProjectResolver {
  /// The files of metrics in DVC's order, each path once.
  func metricSources(cached: PathIndex) -> [MetricSource] {
    var sources: [MetricSource] = []
    var seen: Set<String> = []
    for stage in stages {
      for output in stage.outputs where output.isMetrics {
        guard case .inside(let path) = output.path, seen.insert(path).inserted else { continue }
        sources.append(
          MetricSource(
            path: path, pipeline: stage.pipeline, stage: stage.name, isCached: output.isCached))
      }
    }
    for (path, pipeline) in topLevelMetrics where seen.insert(path).inserted {
      let isCached = !cached.exact(path).isEmpty || cached.above(path).contains { _ in true }
      sources.append(
        MetricSource(path: path, pipeline: pipeline, stage: nil, isCached: isCached))
    }
    return sources
  }

  /// The files of params, each once with all that is named of it.
  func paramSources() -> [ParamSource] {
    var sources = ParamSources()
    for stage in stages {
      for params in stage.params {
        sources.add(params, pipeline: stage.pipeline, stage: stage.name)
      }
    }
    for (path, pipeline) in topLevelParams {
      sources.add(.init(path: path, keys: nil), pipeline: pipeline, stage: nil)
    }
    let folder = files.folder.isEmpty ? "" : "\(files.folder)/"
    sources.addImplied("\(folder)params.yaml", pipeline: "\(folder)dvc.yaml")
    for stage in stages {
      for params in stage.usedVariables {
        sources.add(params, pipeline: stage.pipeline, stage: stage.name)
      }
    }
    return sources.all
  }

  /// What the `.dvc` files track, at its places.
  mutating func trackedData() -> [TrackedData.Item] {
    var items: [TrackedData.Item] = []
    for (path, file) in files.trackers {
      let above = RepositoryPath.folder(of: path)
      guard case .inside(let folder)? = ResolvedStage.place(file.folder, in: above) else {
        notePath(file.folder, file: path, at: nil)
        continue
      }
      for entry in file.outputs {
        switch ResolvedStage.place(entry.path.text, in: folder) {
        case .inside(let place):
          items.append(.init(path: place, tracker: path, entry: entry, source: file.inputs.first))
        // What lies at an address is no path of the repository, and nobody asks for it.
        case .external, .unresolved: continue
        case nil: notePath(entry.path.text, file: path, at: entry.path)
        }
      }
    }
    return items
  }

  private mutating func notePath(_ written: String, file: String, at place: PlacedText?) {
    log.add(
      "P006", .error, file: file, at: place,
      "the path “\(ExternalAddress.withoutCredentials(written))” does not lead into the repository",
      consequence: "it is left out", help: "name a file of the repository, with slashes")
  }
}

/// Files of params on the way to be gathered.
private struct ParamSources {
  private struct Gathered {
    let path: String
    let pipeline: String
    var keys: [String]? = []
    var seenKeys: Set<String> = []
    var stages: [String] = []
    var seenStages: Set<String> = []
    var isNamed = false
  }

  private var gathered: [Gathered] = []
  private var positions: [String: Int] = [:]

  var all: [ParamSource] {
    gathered.map {
      ParamSource(
        path: $0.path, keys: $0.keys, pipeline: $0.pipeline, stages: $0.stages,
        isImplied: !$0.isNamed)
    }
  }

  mutating func add(_ params: ResolvedStage.Params, pipeline: String, stage: String?) {
    let position = position(of: params.path, pipeline)
    gathered[position].isNamed = true
    if let stage, gathered[position].seenStages.insert(stage).inserted {
      gathered[position].stages.append(stage)
    }
    guard let keys = params.keys else {
      gathered[position].keys = nil
      return
    }
    for key in keys where gathered[position].seenKeys.insert(key).inserted {
      gathered[position].keys?.append(key)
    }
  }

  mutating func addImplied(_ path: String, pipeline: String) {
    gathered[position(of: path, pipeline)].keys = nil
  }

  private mutating func position(of path: String, _ pipeline: String) -> Int {
    if let position = positions[path] { return position }
    positions[path] = gathered.count
    gathered.append(Gathered(path: path, pipeline: pipeline))
    return gathered.count - 1
  }
}
