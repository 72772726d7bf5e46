import Mustache
import Registry

/// What the overview of stages shows: what each is held by.
struct StageListPage: PageModel {
  static let template = "stages"

  let shell: PageShell
  let stages: [Card]

  init(_ stages: [StageHistory], in context: SiteContext) {
    let path = context.addresses.stages
    let link = SiteLinker(page: path)
    shell = PageShell(
      site: context.shell, path: path, heading: "Stages",
      document: context.addresses.indexDocument)
    self.stages = stages.map { Card($0, in: context, link: link) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .flag("any") { !$0.stages.isEmpty },
    .list("stages") { $0.stages },
  ]

  /// One stage with the newest of what holds it.
  struct Card: TemplateModel {
    let badge: StageBadge
    let count: String
    let href: String
    let holders: [StageHolderRow]

    /// How many are left out.
    let moreCount: Int

    private static let limit = 5

    init(_ stage: StageHistory, in context: SiteContext, link: SiteLinker) {
      badge = context.badge(stage: stage.name, link: link)
      count = CountText.of(stage.current.count, "model")
      href = link(context.addresses.stage(stage.name))
      holders = stage.current.prefix(Self.limit).map {
        StageHolderRow($0.holding.holder, shadowed: [], of: $0.model, in: context, link: link)
      }
      moreCount = max(0, stage.current.count - Self.limit)
    }

    static let fields: [TemplateField<Self>] = [
      .record("badge") { $0.badge },
      .text("count") { $0.count },
      .text("href") { $0.href },
      .flag("any") { !$0.holders.isEmpty },
      .list("holders") { $0.holders },
      .text("more") { $0.moreCount > 0 ? CountText.digits($0.moreCount) : nil },
    ]
  }
}
