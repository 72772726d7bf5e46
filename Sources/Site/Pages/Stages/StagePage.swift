import Mustache
import Registry

/// What the page of one stage shows: the page that somebody on call opens.
struct StagePage: PageModel {
  static let template = "stage"

  let shell: PageShell
  let badge: StageBadge
  let count: String
  let holders: [StageHolderRow]
  let pager: Pager?
  let past: [PastHolderRow]

  /// How many past holders are left out.
  let morePast: Int

  /// More of them stand in the histories of the models.
  private static let pastLimit = 200

  init(_ stage: StageHistory, page: Int, in context: SiteContext) {
    let first = context.addresses.stage(stage.name)
    let path = context.addresses.page(page, of: first)
    let link = SiteLinker(page: path)
    let paging = Paging(count: stage.current.count)
    let shownPast = page == 1 ? Self.pastLimit : 0
    shell = PageShell(
      site: context.shell, path: path, heading: context.title(of: stage.name),
      ancestors: [PageShell.Link(text: "Stages", target: context.addresses.stages)],
      document: context.addresses.indexDocument,
      updated: stage.updated)
    badge = context.badge(stage: stage.name, link: link)
    count = CountText.of(stage.current.count, "model")
    holders = stage.current[paging.rows(page: page)].map {
      StageHolderRow(
        $0.holding.holder, shadowed: $0.holding.shadowed, of: $0.model, in: context, link: link)
    }
    pager = Pager(page: page, of: paging) { link(context.addresses.page($0, of: first)) }
    past = stage.past.prefix(shownPast).map { PastHolderRow($0, in: context, link: link) }
    morePast = page == 1 ? max(0, stage.past.count - Self.pastLimit) : 0
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .record("stage") { $0.badge },
    .text("count") { $0.count },
    .flag("any") { !$0.holders.isEmpty },
    .list("holders") { $0.holders },
    .record("pager") { $0.pager },
    .flag("has_past") { !$0.past.isEmpty },
    .list("past") { $0.past },
    .text("more_past") { $0.morePast > 0 ? CountText.digits($0.morePast) : nil },
  ]
}

/// A model whose version holds a stage.
struct StageHolderRow: TemplateModel {
  let model: ModelLink
  let repositoryHref: String
  let badge: StageBadge
  let person: PersonText?
  let since: TimeText
  let message: String
  let isRegistered: Bool

  /// The versions that take its place when it goes, nearest first.
  let fallbacks: [StageBadge]

  init(
    _ holder: StageHolder, shadowed: [StageHolder], of model: ModelReference,
    in context: SiteContext, link: SiteLinker
  ) {
    self.model = ModelLink(model, in: context, link: link)
    repositoryHref = link(context.addresses.repository(model.repository))
    badge = context.badge(holder: holder, of: model, link: link)
    person = PersonText(holder.assignment.tagger, policy: context.settings.authors)
    since = TimeText(holder.assignment.time)
    message = SiteText.singleLine(holder.assignment.note ?? "", limit: 200)
    isRegistered = holder.isRegistered
    fallbacks = shadowed.prefix(3).map { context.badge(holder: $0, of: model, link: link) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("model") { $0.model },
    .text("repository_href") { $0.repositoryHref },
    .record("badge") { $0.badge },
    .record("person") { $0.person },
    .record("since") { $0.since },
    .text("message") { $0.message },
    .flag("registered") { $0.isRegistered },
    .list("fallbacks") { $0.fallbacks },
  ]
}

/// A version that held a stage from when to when.
struct PastHolderRow: TemplateModel {
  let model: ModelLink
  let version: String
  let versionHref: String?
  let from: TimeText
  let to: TimeText
  let person: PersonText?

  init(_ past: StageHistory.Past, in context: SiteContext, link: SiteLinker) {
    let page = context.versionPath(past.interval.version, of: past.model)
    let name = past.interval.version
    model = ModelLink(past.model, in: context, link: link)
    version = page == nil ? String(name.prefix(7)) : SiteText.shown(name)
    versionHref = page.map(link.callAsFunction)
    from = TimeText(past.interval.begin.time)
    to = TimeText(past.end.time)
    person = PersonText(past.end.tagger, policy: context.settings.authors)
  }

  static let fields: [TemplateField<Self>] = [
    .record("model") { $0.model },
    .text("version") { $0.version },
    .text("version_href") { $0.versionHref },
    .record("from") { $0.from },
    .record("to") { $0.to },
    .record("person") { $0.person },
  ]
}
