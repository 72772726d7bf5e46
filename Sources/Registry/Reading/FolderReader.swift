import GitStore

/// Walks trees by id and keeps what it has read: most folders are the same in most commits.
struct FolderReader {
  private var trees: [ObjectID: TreeObject] = [:]
  private let idLength: Int

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
