import Records

/// The paths in Git whose change changes a model.
enum InputPaths {
  /// Files and folders of Git that the artifact was made from: the sources of its stages, what tracks
  /// them, and the files that say how it is made; the artifact itself where no stage makes it.
  static func all(_ lineage: Lineage?, annotation: Annotation?) -> Set<String> {
    var paths: Set<String> = []
    for stage in lineage?.stages ?? [] {
      paths.insert(stage.file.hasSuffix(".lock") ? pipeline(of: stage.file) : stage.file)
      paths.formUnion(stage.params.map(\.file))
      for input in stage.inputs { paths.formUnion(inGit(input)) }
    }
    if let tracker = lineage?.tracker { paths.insert(tracker) }
    if paths.isEmpty, let path = annotation?.path, let own = RepositoryPath(path, in: "").inside {
      paths.insert(own)
    }
    paths.remove("")
    return paths
  }

  private static func pipeline(of lock: String) -> String {
    lock.dropLast("lock".count) + "yaml"
  }

  private static func inGit(_ file: LineageFile) -> [String] {
    switch file.origin {
    case .stage: []
    case .git: [file.path]
    case .tracked(let tracker): [tracker]
    case .imported, .downloaded: file.kind == .external ? [] : ["\(file.path).dvc"]
    case .unknown: file.kind == .external ? [] : [file.path]
    }
  }

  /// Whether a path is one of those, or lies below one.
  static func contains(_ path: String, _ paths: Set<String>) -> Bool {
    var place = path
    while !place.isEmpty {
      if paths.contains(place) { return true }
      place = RepositoryPath.folder(of: place)
    }
    return false
  }

  /// The inputs that differ between two versions, in the order of the later one's pipeline.
  static func changes(from before: Lineage?, to after: Lineage?) -> [InputChange] {
    guard let before, let after else { return [] }
    let (old, new) = (sources(before), sources(after))
    let oldHashes = Dictionary(
      old.map { ($0.path, $0.hash) }, uniquingKeysWith: { first, _ in first })
    let newPaths = Set(new.map(\.path))
    let changed = new.compactMap { file -> InputChange? in
      guard let known = oldHashes[file.path] else {
        return InputChange(path: file.path, before: nil, after: file.hash)
      }
      return known == file.hash
        ? nil : InputChange(path: file.path, before: known, after: file.hash)
    }
    let gone = old.filter { !newPaths.contains($0.path) }.map { file in
      InputChange(path: file.path, before: file.hash, after: nil)
    }
    return changed + gone
  }

  /// What no stage wrote, each once; without a hash nothing can be compared.
  private static func sources(_ lineage: Lineage) -> [(path: String, hash: ContentHash)] {
    var seen: Set<String> = []
    return lineage.stages.flatMap(\.inputs).compactMap { file in
      if case .stage = file.origin { return nil }
      guard let hash = file.hashes.first, seen.insert(file.path).inserted else { return nil }
      return (file.path, hash)
    }
  }
}
