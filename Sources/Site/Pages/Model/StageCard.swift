import Mustache
import Registry

/// What a model's page says first of a stage: which version holds it, since when, and by whom.
struct StageCard: TemplateModel {
  let stage: StageBadge

  /// The holder, or the last one where nothing holds it now.
  let version: VersionLink
  let isHeld: Bool

  /// The first metric of what holds it.
  let headline: MetricsHeadline?

  /// Whether the holder is a commit that no version was given to.
  let isUnregistered: Bool

  /// When it began to hold the stage, or ceased to.
  let time: TimeText
  let person: PersonText?

  /// What made it the holder again, where that wasn't an assignment.
  let cause: VersionLink?
  let note: String?

  /// What takes its place when it goes.
  let fallback: VersionLink?

  /// Where the latest version stands beside it.
  let comparison: ComparisonLink?

  /// The cards of a model: stages that something holds, then those that something held.
  static func all(in scope: ModelScope, link: SiteLinker) -> [StageCard] {
    let held = scope.holdings.map { StageCard($0, in: scope, link: link) }
    let names = Set(scope.holdings.map(\.stage))
    let last = Dictionary(
      scope.artifact.intervals.map { ($0.stage, $0) }, uniquingKeysWith: { _, last in last })
    let past = scope.stagesEverHeld.filter { !names.contains($0) }.compactMap { last[$0] }
    return held + past.compactMap { StageCard($0, in: scope, link: link) }
  }

  private init(_ holding: StageHolding, in scope: ModelScope, link: SiteLinker) {
    let holder = holding.holder
    let begin = scope.present(of: holding.stage)?.begin ?? holder.assignment
    let cause = begin.tag == holder.assignment.tag ? nil : begin.version
    stage = scope.context.badge(stage: holding.stage, link: link)
    version = VersionLink(holder.version, in: scope, link: link)
    (isHeld, isUnregistered) = (true, !holder.isRegistered)
    headline = MetricsHeadline(of: holder.version, in: scope)
    time = TimeText(begin.time)
    person = scope.person(holder.assignment.tagger)
    self.cause = cause.map { VersionLink($0, in: scope, link: link) }
    note = holder.assignment.note.map { SiteText.singleLine($0, limit: 160) }
    fallback = holding.shadowed.first.map { VersionLink($0.version, in: scope, link: link) }
    comparison = Self.comparison(with: holder.version, in: scope, link: link)
  }

  private init?(_ interval: StageInterval, in scope: ModelScope, link: SiteLinker) {
    guard let end = interval.end else { return nil }
    stage = scope.context.badge(stage: interval.stage, link: link)
    version = VersionLink(interval.version, in: scope, link: link)
    (isHeld, isUnregistered, headline) = (false, false, nil)
    time = TimeText(end.time)
    person = scope.person(end.tagger)
    note = end.note.map { SiteText.singleLine($0, limit: 160) }
    (cause, fallback, comparison) = (nil, nil, nil)
  }

  private static func comparison(
    with holder: String, in scope: ModelScope, link: SiteLinker
  ) -> ComparisonLink? {
    guard let latest = scope.artifact.latestIndex,
      let place = scope.records.place(ofVersion: holder),
      let page = scope.comparison(of: latest, with: place)
    else { return nil }
    return ComparisonLink(
      text: SiteText.shown(scope.artifact.versions[latest].name), remark: nil, href: link(page))
  }

  static let fields: [TemplateField<Self>] = [
    .record("stage") { $0.stage },
    .record("version") { $0.version },
    .flag("held") { $0.isHeld },
    .flag("unregistered") { $0.isUnregistered },
    .record("headline") { $0.headline },
    .record("time") { $0.time },
    .record("person") { $0.person },
    .record("cause") { $0.cause },
    .text("note") { $0.note },
    .record("fallback") { $0.fallback },
    .record("comparison") { $0.comparison },
  ]
}
