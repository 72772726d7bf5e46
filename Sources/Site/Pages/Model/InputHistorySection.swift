import Mustache
import Records
import Registry

/// What happened to a model's inputs since the version before.
struct InputHistorySection: TemplateModel {
  let since: VersionLink
  let inputs: [InputChangeRow]

  /// How many changed inputs are left out.
  let moreInputs: Int
  let commits: [CommitRow]
  let commitCount: Int

  /// How many inputs are shown.
  private static let inputLimit = 100

  /// Nothing for the first version, and where there is nothing to compare.
  init?(_ version: Version, in scope: ModelScope, link: SiteLinker) {
    guard let history = version.changes else { return nil }
    let hasInputs = version.records.lineage?.stages.contains { !$0.inputs.isEmpty } ?? false
    guard hasInputs || !history.inputs.isEmpty || history.commitCount > 0 else { return nil }
    since = VersionLink(history.since, in: scope, link: link)
    inputs = history.inputs.prefix(Self.inputLimit).map(InputChangeRow.init)
    moreInputs = history.inputs.count - inputs.count
    commits = history.commits.map { CommitRow($0, in: scope) }
    commitCount = max(history.commitCount, commits.count)
  }

  static let fields: [TemplateField<Self>] = [
    .record("since") { $0.since },
    .flag("has_inputs") { !$0.inputs.isEmpty },
    .list("inputs") { $0.inputs },
    .text("more_inputs") { $0.moreInputs > 0 ? CountText.of($0.moreInputs, "more input") : nil },
    .flag("has_commits") { !$0.commits.isEmpty },
    .list("commits") { $0.commits },
    .text("commit_count") { CountText.digits($0.commitCount) },
    .text("more_commits") {
      let rest = $0.commitCount - $0.commits.count
      return rest > 0 ? CountText.of(rest, "more commit") : nil
    },
  ]
}

/// An input whose contents differ.
struct InputChangeRow: TemplateModel {
  let path: String
  let before: HashText?
  let after: HashText?

  init(_ change: InputChange) {
    path = SiteText.singleLine(PublicAddress.cleaned(change.path))
    before = change.before.map(HashText.init)
    after = change.after.map(HashText.init)
  }

  static let fields: [TemplateField<Self>] = [
    .text("path") { $0.path },
    .record("before") { $0.before },
    .record("after") { $0.after },
  ]
}

/// A commit in a list.
struct CommitRow: TemplateModel {
  let commit: CommitLink
  let subject: String
  let author: PersonText?
  let time: TimeText?

  init(_ summary: CommitSummary, in scope: ModelScope) {
    commit = CommitLink(summary.id, in: scope)
    subject = SiteText.singleLine(
      PublicAddress.cleanedWords(in: summary.subject), limit: Self.subjectLimit)
    author = scope.person(summary.author)
    time = summary.time.map(TimeText.init)
  }

  /// How many bytes of a commit's subject are shown.
  static let subjectLimit = 200

  static let fields: [TemplateField<Self>] = [
    .record("commit") { $0.commit },
    .text("subject") { $0.subject },
    .record("author") { $0.author },
    .record("time") { $0.time },
  ]
}
