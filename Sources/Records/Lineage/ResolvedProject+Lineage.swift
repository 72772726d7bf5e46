import Formats

extension ResolvedProject {
  /// Who wrote an artifact.
  private enum Source {
    case stages([Int])
    case data(TrackedData.Item)
  }

  /// How an artifact came to be; nothing where no stage and no `.dvc` file speaks of its path.
  ///
  /// The stage that writes the path itself counts first, then one that writes a folder above it,
  /// then those that write files below it; a `.dvc` file likewise.
  ///
  /// - Parameter isInGit: whether a file or folder at a path lies in Git.
  package func lineage(of artifactPath: String, isInGit: (String) -> Bool) -> Lineage? {
    switch source(of: artifactPath) {
    case nil: return nil
    case .data(let item)?:
      let rest = item.entry.part(at: artifactPath, of: item.path)
      return Lineage(
        stages: [], tracker: item.tracker, artifact: file(artifactPath, rest, origin: item.origin))
    case .stages(let makers)?:
      let order = graph.stages(leadingTo: makers)
      let lineage = order.map { stage($0, isInGit) }
      let name = order.last.map { stages[$0].name } ?? ""
      return Lineage(
        stages: lineage, tracker: nil,
        artifact: file(artifactPath, part(artifactPath, of: makers), origin: .stage(name)))
    }
  }

  private func source(of path: String) -> Source? {
    if let exact = trackedData.exact(path), !graph.writes(path) { return .data(exact) }
    let makers = graph.makers(of: path)
    guard let first = makers.first else {
      return (trackedData.above(path) ?? trackedData.below(path)).map { .data($0) }
    }
    // The nearer folder knows better than the farther one, and any folder better than what is below.
    guard let folder = trackedData.above(path) else { return .stages(makers) }
    let maker = graph.output(of: first, at: path)?.path.inside
    if let maker, maker.utf8.count >= folder.path.utf8.count { return .stages(makers) }
    return .data(folder)
  }

  /// What the lock knows of an artifact at the output of its stage, or in it.
  private func part(_ path: String, of makers: [Int]) -> DataEntry.Part? {
    for maker in makers {
      guard let output = graph.output(of: maker, at: path), let place = output.path.inside else {
        continue
      }
      return output.entry?.part(at: path, of: place) ?? DataEntry.Part()
    }
    return nil
  }

  /// The artifact; a folder where only parts of it are known.
  private func file(
    _ path: String, _ part: DataEntry.Part?, origin: LineageFile.Origin
  ) -> LineageFile {
    LineageFile(
      path: path.shownPath, kind: part.map { $0.isFolder ? .folder : .file } ?? .folder,
      size: part?.size, fileCount: part?.fileCount, hashes: [part?.hash].compactMap(\.self),
      origin: origin)
  }

  private func stage(_ position: Int, _ isInGit: (String) -> Bool) -> LineageStage {
    let stage = stages[position]
    let locked = stage.locked
    let commands = locked.map(\.commands) ?? []
    return LineageStage(
      name: stage.name, file: locked == nil ? stage.pipeline : stage.lockPath,
      commands: commands.isEmpty ? stage.commands : commands,
      inputs: graph.inputs[position].map { input in
        file(input) { origin(ofInput: $0, readBy: position, isInGit) }
      },
      outputs: graph.outputs[position].map { file($0) { _ in .stage(stage.name) } },
      params: (locked?.params ?? []).flatMap { params in
        let place = ResolvedStage.place(params.file.text, in: stage.folder)
        let path = place?.inside ?? params.file.text
        return params.values.map { LineageParam(file: path, key: $0.key, value: $0.value) }
      })
  }

  /// An input or output; what the lock does not say, the outputs of the project may.
  private func file(
    _ file: StageGraph.File, origin: (String) -> LineageFile.Origin
  ) -> LineageFile {
    switch file.path {
    case .external(let address):
      return LineageFile(
        path: address, kind: .external, size: file.entry?.size, fileCount: file.entry?.fileCount,
        hashes: [file.entry?.hash].compactMap(\.self), origin: .unknown)
    case .unresolved(let written):
      return LineageFile(
        path: written, kind: .file, size: nil, fileCount: nil, hashes: [], origin: .unknown)
    case .inside(let path):
      let known =
        file.entry == nil ? output(at: path).flatMap { $0.rest.isEmpty ? $0.output : nil } : nil
      let isFolder =
        file.entry.map { $0.isFolder || $0.fileCount != nil } ?? known?.isFolder
        ?? (graph.hasOutputs(below: path) || trackedData.below(path) != nil)
      return LineageFile(
        path: path.shownPath, kind: isFolder ? .folder : .file,
        size: file.entry?.size ?? known?.size, fileCount: file.entry?.fileCount ?? known?.fileCount,
        hashes: [file.entry?.hash ?? known?.hash].compactMap(\.self), origin: origin(path))
    }
  }

  private func origin(
    ofInput path: String, readBy reader: Int, _ isInGit: (String) -> Bool
  ) -> LineageFile.Origin {
    if let maker = graph.maker(of: path, except: reader) {
      return .stage(stages[maker].name)
    }
    if let data = trackedData.exact(path) ?? trackedData.above(path) { return data.origin }
    if isInGit(path) { return .git }
    return trackedData.below(path)?.origin ?? .unknown
  }
}

extension StageGraph {
  /// Whether a stage names the very path as its output.
  fileprivate func writes(_ path: String) -> Bool {
    makers(of: path).contains { stage in
      outputs[stage].contains { $0.path == .inside(path) }
    }
  }
}

extension DataEntry {
  /// What is known of an entry, or of a file or folder in it.
  fileprivate struct Part {
    var isFolder = false
    var size: Int?
    var fileCount: Int?
    var hash: ContentHash?
  }

  /// The part of the entry at a path, where the entry itself lies at `place`.
  fileprivate func part(at path: String, of place: String) -> Part? {
    if path == place {
      return Part(
        isFolder: isFolder || fileCount != nil, size: size, fileCount: fileCount, hash: hash)
    }
    guard RepositoryPath.lies(path, in: place) else { return nil }
    let rest = Array(path.utf8.dropFirst(place.isEmpty ? 0 : place.utf8.count + 1))
    let inside = String(decoding: rest, as: UTF8.self)
    if let file = files.first(where: { $0.path == inside }) {
      return Part(size: file.size, hash: file.hash)
    }
    return Part(isFolder: files.contains { RepositoryPath.lies($0.path, in: inside) })
  }
}

extension String {
  /// The path as people see it: the root is a dot.
  fileprivate var shownPath: String { isEmpty ? "." : self }
}
