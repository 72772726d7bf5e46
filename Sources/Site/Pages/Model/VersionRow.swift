import Mustache
import Registry

/// A version in its model's table.
struct VersionRow: TemplateModel {
  let name: String
  let href: String
  let isLatest: Bool
  let isActive: Bool
  let stages: [StageBadge]
  let metrics: [MetricsColumnCell]
  let time: TimeText?
  let person: PersonText?
  let signature: String?

  /// What the registration's message says.
  let note: String?

  /// Who took it away, when and why.
  let deregistration: EventMention?

  /// Other commits that were registered under the name.
  let otherCommits: [CommitLink]
  let commit: CommitLink

  /// Where it says what could not be read.
  let problemHref: String?

  init(at index: Int, in scope: ModelScope, link: SiteLinker) {
    let version = scope.artifact.versions[index]
    let (artifact, repository) = (scope.artifact, scope.repository)
    name = SiteText.shown(version.name)
    href = link(scope.addresses.version(version, of: artifact, in: repository))
    isLatest = index == artifact.latestIndex
    isActive = version.isActive
    stages = scope.stages(of: version).map { scope.context.badge(stage: $0.stage, link: link) }
    metrics = scope.records.columns.map { MetricsColumnCell(of: index, in: $0) }
    time = version.registration.map { TimeText($0.time) }
    person = scope.person(version.registration?.tagger)
    signature = version.registration?.signature.map(\.title)
    note = version.registration?.note.map { SiteText.singleLine($0, limit: Self.noteLimit) }
    deregistration = version.deregistration.map { EventMention($0, in: scope) }
    otherCommits = version.otherCommits.map { CommitLink($0, in: scope) }
    commit = CommitLink(version.commit, in: scope)
    let isIncomplete = scope.diagnostics(of: version).contains { $0.severity > .note }
    problemHref = isIncomplete ? link(scope.addresses.report) : nil
  }

  /// How many bytes of a message a table shows; the version's page has all of it.
  static let noteLimit = 200

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("href") { $0.href },
    .flag("latest") { $0.isLatest },
    .flag("active") { $0.isActive },
    .list("stages") { $0.stages },
    .list("metrics") { $0.metrics },
    .record("time") { $0.time },
    .record("person") { $0.person },
    .text("signature") { $0.signature },
    .text("note") { $0.note },
    .record("deregistration") { $0.deregistration },
    .flag("twice") { !$0.otherCommits.isEmpty },
    .list("other_commits") { $0.otherCommits },
    .record("commit") { $0.commit },
    .text("problem_href") { $0.problemHref },
  ]
}

/// Who did something when, and with which words.
struct EventMention: TemplateModel {
  let person: PersonText?
  let time: TimeText
  let note: String?

  init(_ event: RegistryEvent, in scope: ModelScope) {
    person = scope.person(event.tagger)
    time = TimeText(event.time)
    note = event.note.map(SiteText.shown)
  }

  static let fields: [TemplateField<Self>] = [
    .record("person") { $0.person },
    .record("time") { $0.time },
    .text("note") { $0.note },
  ]
}
