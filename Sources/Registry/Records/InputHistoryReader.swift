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

  /// No more paths than this are watched one by one.
  static let pathLimit = 5_000

  /// The history of each pair, in their order; `nil` for one whose commits are not connected.
  static func read(
    _ pairs: [Pair], _ history: CommitHistory, _ commits: inout CommitReader,
    _ objects: inout ObjectReader
  ) async throws(GitError) -> [InputHistory] {
    let found = pairs.map { touching($0, history) }
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

  private static func touching(_ pair: Pair, _ history: CommitHistory) -> [ObjectID] {
    guard pair.commit != pair.sinceCommit else { return [] }
    return history.between(pair.sinceCommit, pair.commit, limit: walkLimit).places.compactMap {
      let entry = history.entries[$0]
      let isTouching = entry.paths.contains { InputPaths.contains($0, pair.paths) }
      return isTouching ? entry.id : nil
    }
  }
}
