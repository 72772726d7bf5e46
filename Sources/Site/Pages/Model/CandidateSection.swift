import Formats
import GitStore
import Mustache
import Records
import Registry

/// The iterations of a model that nobody has registered yet.
struct CandidateSection: TemplateModel {
  let rows: [CandidateRow]
  let hasMetrics: Bool

  /// Nothing where there are none, or the site doesn't ask for them.
  init?(in scope: ModelScope) {
    let candidates = scope.artifact.candidates
    guard !candidates.isEmpty else { return nil }
    let rules = MetricRule.all(scope.context.settings.metrics)
    let metrics = candidates.map { ModelMetrics.headline(of: $0.records, rules: rules) }
    let formats = Self.formats(metrics.joined())
    rows = zip(candidates, metrics).map { candidate, metrics in
      CandidateRow(candidate, metrics.map { CandidateMetric($0, formats) }, in: scope)
    }
    hasMetrics = rows.contains { !$0.metrics.isEmpty }
  }

  /// One precision for all numbers of a metric.
  private static func formats(_ metrics: some Sequence<HeadlineMetric>) -> [String: NumberFormat] {
    Dictionary(grouping: metrics, by: \.name).mapValues { same in
      NumberFormat(
        of: same.compactMap { LoggedValue($0.value).number },
        isPercent: same.first?.traits.isPercent ?? false)
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("count") { CountText.digits($0.rows.count) },
    .flag("has_metrics") { $0.hasMetrics },
    .list("rows") { $0.rows },
  ]
}

/// An iteration with the command that registers it.
struct CandidateRow: TemplateModel {
  /// `branch`, `experiment`; nothing for a commit.
  let kind: String?
  let name: String?
  let base: CommitLink?
  let commit: CommitLink
  let time: TimeText?
  let author: PersonText?
  let subject: String?
  let metrics: [CandidateMetric]
  let command: String

  init(_ candidate: Candidate, _ metrics: [CandidateMetric], in scope: ModelScope) {
    switch candidate.source {
    case .branch(let branch):
      (kind, name, base) = ("branch", SiteText.singleLine(branch, limit: 200), nil)
    case .experiment(let experiment, let start):
      (kind, name) = ("experiment", SiteText.singleLine(experiment, limit: 200))
      base = CommitLink(start, in: scope)
    case .commit:
      (kind, name, base) = (nil, nil, nil)
    }
    commit = CommitLink(candidate.commit, in: scope)
    time = candidate.commitObject?.committer.map { TimeText($0.time) }
    author = scope.person(candidate.commitObject?.author)
    subject = candidate.subject.map { SiteText.singleLine($0, limit: CommitRow.subjectLimit) }
    self.metrics = metrics
    command = candidate.command(for: scope.artifact, commit: candidate.commit.short)
  }

  static let fields: [TemplateField<Self>] = [
    .text("kind") { $0.kind },
    .text("name") { $0.name },
    .record("base") { $0.base },
    .record("commit") { $0.commit },
    .record("time") { $0.time },
    .record("author") { $0.author },
    .text("subject") { $0.subject },
    .list("metrics") { $0.metrics },
    .text("command") { $0.command },
  ]
}

/// A metric of an iteration.
struct CandidateMetric: TemplateModel {
  let name: String
  let value: String
  let exact: String

  init(_ metric: HeadlineMetric, _ formats: [String: NumberFormat]) {
    name = SiteText.singleLine(metric.title ?? metric.name, limit: 100)
    let logged = LoggedValue(metric.value)
    exact = ValueText.text(of: logged, limit: 100)
    let format = formats[metric.name]
    value = logged.number.flatMap { number in format.map { $0.text(number) } } ?? exact
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("value") { $0.value },
    .text("exact") { $0.exact },
  ]
}

extension Candidate {
  /// The word for what made it visible.
  var kind: String {
    switch source {
    case .branch: "branch"
    case .experiment: "experiment"
    case .commit: "commit"
    }
  }

  /// The branch's or the experiment's name.
  var name: String? {
    switch source {
    case .branch(let name), .experiment(let name, _): name
    case .commit: nil
    }
  }

  /// The commit that an experiment was made on.
  var base: ObjectID? {
    guard case .experiment(_, let base) = source else { return nil }
    return base
  }

  /// The commit's message in a line.
  var subject: String? { commitObject.map { PublicAddress.cleanedWords(in: $0.subject) } }

  /// What registers it; GTO counts the version up by a patch where nothing else is said.
  func command(for artifact: Artifact, commit: String) -> String {
    ShellWord.command("gto", "register", artifact.name, commit)
  }
}
