import GitStore

/// Follows tagged objects to the commits behind them.
enum TagPeeling {
  /// How many tags of tags are followed.
  static let levels = 10

  /// Where a tagged object leads.
  struct Target {
    var commit: ObjectID?
    var problem: TagProblem?
  }

  /// Peels each of `targets`, asking for each distinct object once.
  static func peel(
    _ targets: [(id: ObjectID, kind: ObjectKind)], _ objects: inout ObjectReader
  ) async throws(GitError) -> [ObjectID: Target] {
    var result: [ObjectID: Target] = [:]
    var chains: [(start: ObjectID, end: ObjectID)] = targets.map(\.id).distinct().map { ($0, $0) }
    for _ in 0...levels where !chains.isEmpty {
      let kinds = try await kinds(of: chains.map(\.end), &objects)
      var tags: [(start: ObjectID, end: ObjectID)] = []
      for (chain, kind) in zip(chains, kinds) {
        switch kind {
        case .commit: result[chain.start] = Target(commit: chain.end)
        case .tag: tags.append(chain)
        case .blob, .tree: result[chain.start] = Target(problem: .pointsAt(kind?.rawValue ?? ""))
        case nil: result[chain.start] = Target(problem: .targetMissing(chain.end))
        }
      }
      chains = try await step(tags, &objects)
    }
    for chain in chains { result[chain.start] = Target(problem: .chainTooLong) }
    return result
  }

  private static func kinds(
    of ids: [ObjectID], _ objects: inout ObjectReader
  ) async throws(GitError) -> [ObjectKind?] {
    var kinds: [ObjectKind?] = Array(repeating: nil, count: ids.count)
    try await objects.kinds(of: ids) { index, answer in
      if case .found(let kind, _) = answer { kinds[index] = kind }
    }
    return kinds
  }

  private static func step(
    _ tags: [(start: ObjectID, end: ObjectID)], _ objects: inout ObjectReader
  ) async throws(GitError) -> [(start: ObjectID, end: ObjectID)] {
    guard !tags.isEmpty else { return [] }
    var next: [(start: ObjectID, end: ObjectID)] = []
    try await objects.contents(of: tags.map(\.end)) { index, _, bytes in
      if let tag = TagObject(parsing: bytes) { next.append((tags[index].start, tag.target)) }
    }
    return next
  }
}
