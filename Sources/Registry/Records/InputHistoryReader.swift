import GitStore
import Records

/// Tells what happened to a model's inputs between a version and the one below it.
struct InputHistoryReader {
  /// A version, with what its inputs are found by.
  struct Pair {
    let artifact: String
    let version: String
    let commit: ObjectID
    let since: String
    let sinceCommit: ObjectID
    let paths: Set<String>
    let changes: [InputChange]
  }

  /// The most commits that are looked at between two versions, and that are shown of them.
  static let (walkLimit, shownLimit) = (20_000, 50)

  /// No more paths than this are watched one by one: git compares every file with each of them.
  static let pathLimit = 100

  /// The history of each pair, in their order; `nil` for one whose commits are not connected.
  static func read(
    _ pairs: [Pair], _ history: CommitHistory, _ commits: inout CommitReader,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [InputHistory] {
    let touches = Touches(history, pairs.reduce(into: Set()) { $0.formUnion($1.paths) })
    let found = pairs.map { touching($0, history, touches) }
    try await commits.read(found.flatMap { $0.prefix(shownLimit) }, &objects)
    return zip(pairs, found).map { pair, ids in
      InputHistory(
        since: pair.since,
        commits: ids.prefix(shownLimit).map { id in
          let commit = commits.commits[id]
          return CommitSummary(
            id: id, author: commit?.author, time: commit?.committer?.time,
            subject: commit?.subject ?? "")
        }, commitCount: ids.count, inputs: pair.changes)
    }
  }

  private static func touching(
    _ pair: Pair, _ history: CommitHistory, _ touches: Touches
  ) -> [ObjectID] {
    let touching = touches.places(of: pair.paths)
    guard pair.commit != pair.sinceCommit, !touching.isEmpty else { return [] }
    let between = history.between(pair.sinceCommit, pair.commit, limit: walkLimit).places
    return between.filter(touching.contains).map { history.entries[$0].id }
  }
}

/// The commits that touched each watched path, or something below it: looked up once for all versions.
private struct Touches {
  private var places: [String: [Int]] = [:]

  init(_ history: CommitHistory, _ watched: Set<String>) {
    for (place, entry) in history.entries.enumerated() {
      var seen: Set<String> = []
      for path in entry.paths {
        var part = path
        while !part.isEmpty, seen.insert(part).inserted {
          if watched.contains(part) { places[part, default: []].append(place) }
          part = RepositoryPath.folder(of: part)
        }
      }
    }
  }

  func places(of paths: Set<String>) -> Set<Int> {
    paths.reduce(into: Set()) { $0.formUnion(places[$1] ?? []) }
  }
}
