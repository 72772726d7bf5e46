import Mustache
import Registry

/// A table of models with a column for each stage.
struct ModelTable: TemplateModel {
  /// What the table holds, for those who jump from table to table.
  let caption: String
  let columns: [Column]
  let rows: [ModelRow]

  /// Whether some model has a metric to show.
  let showsHeadline: Bool

  /// Whether its models come from several repositories.
  let showsRepository: Bool
  let pager: Pager?

  /// Shows one page of models, counted from 1; `first` is the list's first page.
  init(
    _ models: [ModelReference], page: Int, first: SitePath, stages: [SiteStage], caption: String,
    showsRepository: Bool, showsMetrics: Bool = false, in context: SiteContext, link: SiteLinker
  ) {
    let paging = Paging(count: models.count)
    self.caption = caption
    self.showsRepository = showsRepository
    columns = stages.map {
      Column(title: SiteText.shown($0.title), href: link(context.addresses.stage($0.name)))
    }
    let shown = models[paging.rows(page: page)]
    let headlines = HeadlineCell.ranked(
      shown.map {
        showsMetrics ? HeadlineCell(of: $0.artifact, settings: context.settings) : nil
      })
    showsHeadline = headlines.contains { $0 != nil }
    rows = zip(shown, headlines).map { model, headline in
      var row = ModelRow(model, stages: stages, in: context, link: link)
      row.headline = headline
      return row
    }
    pager = Pager(page: page, of: paging) { link(context.addresses.page($0, of: first)) }
  }

  static let fields: [TemplateField<Self>] = [
    .text("caption") { $0.caption },
    .list("columns") { $0.columns },
    .list("rows") { $0.rows },
    .flag("shows_headline") { $0.showsHeadline },
    .flag("shows_repository") { $0.showsRepository },
    .record("pager") { $0.pager },
  ]

  /// The column of a stage.
  struct Column: TemplateModel {
    let title: String
    let href: String

    static let fields: [TemplateField<Self>] = [
      .text("title") { $0.title },
      .text("href") { $0.href },
    ]
  }
}

extension SiteContext {
  /// The stages that some of these models are in, in the site's order.
  func stages(in models: [ModelReference]) -> [SiteStage] {
    var used = Set<String>()
    for model in models { used.formUnion(model.artifact.stages.lazy.map(\.stage)) }
    return stages.filter { used.contains($0.name) }
  }
}
