import GitStore

/// Walks trees by id and keeps what it has read: most folders are the same in most commits.
struct FolderReader {
  private var trees: [ObjectID: TreeObject] = [:]
  private let idLength: Int

  /// Folders deeper than this are not looked into.
  static let depthLimit = 64

  init(idLength: Int) { self.idLength = idLength }

  /// The entries at paths below trees, in the order of the requests; nothing where there is none.
  ///
  /// All requests go down one level at a time, so the number of rounds is the depth of the deepest.
  mutating func entries(
    at requests: [(tree: ObjectID, path: [String])], _ objects: inout ObjectReader
  ) async throws(GitError) -> [TreeEntry?] {
    var found: [TreeEntry?] = Array(repeating: nil, count: requests.count)
    var places: [(request: Int, tree: ObjectID)] = requests.enumerated().map { ($0, $1.tree) }
    var depth = 0
    while !places.isEmpty {
      try await load(places.map(\.tree), &objects)
      var next: [(request: Int, tree: ObjectID)] = []
      for place in places {
        let path = requests[place.request].path
        guard depth < path.count, let entry = trees[place.tree]?.entry(named: path[depth]) else {
          continue
        }
        if depth == path.count - 1 {
          found[place.request] = entry
        } else if entry.mode == .folder {
          next.append((place.request, entry.id))
        }
      }
      places = next
      depth += 1
    }
    return found
  }

  /// Every file of that name below a tree, with the folder that it lies in; sorted by folder.
  mutating func files(
    named name: String, below root: ObjectID, _ objects: inout ObjectReader
  ) async throws(GitError) -> [(folder: String, entry: TreeEntry)] {
    var found: [(folder: String, entry: TreeEntry)] = []
    var level: [(folder: String, tree: ObjectID)] = [("", root)]
    for _ in 0..<Self.depthLimit where !level.isEmpty {
      var next: [(folder: String, tree: ObjectID)] = []
      let folders = level.map(\.folder)
      try await objects.contents(of: level.map(\.tree)) { index, answer, bytes in
        guard case .found(.tree, _) = answer else { return }
        for entry in TreeObject(bytes, idLength: idLength).entries {
          if entry.mode.isFile, entry.name == name {
            found.append((folders[index], entry))
          } else if entry.mode == .folder {
            let folder = folders[index]
            next.append((folder.isEmpty ? entry.name : "\(folder)/\(entry.name)", entry.id))
          }
        }
      }
      level = next
    }
    return found.sorted { $0.folder.utf8.lexicographicallyPrecedes($1.folder.utf8) }
  }

  private mutating func load(
    _ ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) {
    let missing = ids.distinct().filter { trees[$0] == nil }
    var loaded: [(ObjectID, TreeObject)] = []
    try await objects.contents(of: missing) { index, answer, bytes in
      guard case .found(.tree, _) = answer else { return }
      loaded.append((missing[index], TreeObject(bytes, idLength: idLength)))
    }
    for (id, tree) in loaded { trees[id] = tree }
  }
}
