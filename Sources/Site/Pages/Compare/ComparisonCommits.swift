import GitStore
import Mustache
import Registry

/// The commits that touched a model's inputs between two of its versions.
struct ComparisonCommits: TemplateModel {
  let commits: [CommitRow]

  /// How many there are, as far as each version tells.
  let count: Int

  /// How many are shown.
  private static let limit = 50

  /// Follows the versions down from the later one; nothing where that doesn't lead to the earlier one,
  /// or where nothing was touched.
  init?(from baseline: Int, to version: Int, in scope: ModelScope) {
    guard baseline > version else { return nil }
    let target = scope.artifact.versions[baseline].name
    var (place, count) = (version, 0)
    var commits: [CommitSummary] = []
    var seen: Set<String> = []
    while let changes = scope.artifact.versions[place].changes {
      count += changes.commitCount
      for commit in changes.commits where seen.insert(commit.id.hex).inserted {
        commits.append(commit)
      }
      if changes.since == target { break }
      guard let next = scope.records.place(ofVersion: changes.since), next > place else {
        return nil
      }
      place = next
    }
    guard scope.artifact.versions[place].changes?.since == target, !commits.isEmpty else {
      return nil
    }
    self.commits = commits.prefix(Self.limit).map { CommitRow($0, in: scope) }
    self.count = max(count, commits.count)
  }

  static let fields: [TemplateField<Self>] = [
    .list("commits") { $0.commits },
    .text("commit_count") { CountText.digits($0.count) },
    .text("more_commits") {
      let rest = $0.count - $0.commits.count
      return rest > 0 ? CountText.of(rest, "more commit") : nil
    },
  ]
}
