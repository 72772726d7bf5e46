import Mustache
import Registry

/// What a page of a model's history shows.
struct HistoryPage: PageModel {
  static let template = "history"

  let shell: PageShell
  let model: String
  let modelHref: String

  /// Of all events; only on the first page, which changes with each of them.
  let count: Int?
  let rows: [HistoryRow]
  let pager: Pager?

  /// Only on the first page.
  let timeline: TimelineSection?

  /// How many spans of time the page shows.
  private static let intervalLimit = 500

  init(page: Int?, in scope: ModelScope) {
    let path = scope.history(page: page)
    let link = SiteLinker(page: path)
    let paging = scope.historyPaging
    let places = paging.rows(page: page)
    shell = PageShell(
      site: scope.context.shell, path: path,
      heading: page.map { "History, page \($0)" } ?? "History", ancestors: scope.ancestorsBelow,
      document: scope.addresses.timelineDocument(of: scope.artifact, in: scope.repository),
      updated: scope.artifact.events[places].first?.time)
    model = SiteText.shown(scope.artifact.name)
    modelHref = link(scope.path)
    count = page == nil ? paging.count : nil
    rows = places.map { HistoryRow($0, in: scope, link: link) }
    pager = Pager(page: page, of: paging) { link(scope.history(page: $0)) }
    timeline =
      page == nil ? TimelineSection(in: scope, limit: Self.intervalLimit, link: link) : nil
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("model") { $0.model },
    .text("model_href") { $0.modelHref },
    .text("count") { $0.count.map { CountText.of($0, "event") } },
    .flag("any") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
    .record("pager") { $0.pager },
    .record("timeline") { $0.timeline },
  ]
}
