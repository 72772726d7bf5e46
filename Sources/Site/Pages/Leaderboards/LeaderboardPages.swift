import Mustache
import Registry

/// Models ranked by metrics that they share: only what the configuration asks for.
struct LeaderboardPages: PageGroup {
  static var models: [any PageModel.Type] { [LeaderboardListPage.self, LeaderboardPage.self] }

  private let context: SiteContext
  private let boards: [Leaderboard]
  private let slugs: [String]

  init(_ context: SiteContext) {
    self.context = context
    let boards = context.settings.comparison.leaderboards.map { Leaderboard($0, in: context) }
    self.boards = boards
    slugs = Self.slugs(of: boards.map(\.title))
  }

  var units: Int { boards.isEmpty ? 0 : 1 + boards.count }

  func files(unit: Int) -> [OutputFile] {
    guard unit > 0 else {
      return [context.file(LeaderboardListPage(boards, slugs: slugs, in: context))]
    }
    return [
      context.file(LeaderboardPage(boards[unit - 1], slug: slugs[unit - 1], in: context))
    ]
  }

  /// Boards of one title are told apart by a number.
  private static func slugs(of titles: [String]) -> [String] {
    let table = SlugTable(titles, rule: .freeText)
    var counts: [String: Int] = [:]
    return titles.map { title in
      let slug = table[title]
      counts[slug, default: 0] += 1
      let count = counts[slug, default: 1]
      return count == 1 ? slug : "\(slug)~\(count)"
    }
  }
}

/// The list of rankings.
struct LeaderboardListPage: PageModel {
  static let template = "leaderboards"

  let shell: PageShell
  let rows: [Row]

  init(_ boards: [Leaderboard], slugs: [String], in context: SiteContext) {
    let path = context.addresses.leaderboards
    let link = SiteLinker(page: path)
    shell = PageShell(
      site: context.shell, path: path, heading: "Leaderboards",
      description: "Models ranked by metrics that they share",
      document: context.addresses.indexDocument)
    rows = zip(boards, slugs).map { board, slug in
      Row(
        title: board.title, href: link(context.addresses.leaderboard(slug)),
        metric: SiteText.singleLine(board.settings.metric, limit: 200),
        count: CountText.of(board.entries.count, "version"))
    }
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .list("rows") { $0.rows },
  ]

  /// A ranking in the list.
  struct Row: TemplateModel {
    let title: String
    let href: String
    let metric: String
    let count: String

    static let fields: [TemplateField<Self>] = [
      .text("title") { $0.title },
      .text("href") { $0.href },
      .text("metric") { $0.metric },
      .text("count") { $0.count },
    ]
  }
}

/// A ranking.
struct LeaderboardPage: PageModel {
  static let template = "leaderboard"

  let shell: PageShell
  let metric: MetricsName
  let file: String?

  /// Whether anything says which way the metric gets better.
  let isRanked: Bool
  let rows: [Row]

  init(_ board: Leaderboard, slug: String, in context: SiteContext) {
    let path = context.addresses.leaderboard(slug)
    let link = SiteLinker(page: path)
    shell = PageShell(
      site: context.shell, path: path, heading: board.title,
      description: "Models ranked by \(SiteText.singleLine(board.settings.metric, limit: 200))",
      ancestors: [PageShell.Link(text: "Leaderboards", target: context.addresses.leaderboards)],
      document: context.addresses.indexDocument)
    var name = MetricsName(SiteText.singleLine(board.settings.metric, limit: 200))
    (name.direction, name.words) = (board.traits.direction, board.traits.directionWords)
    metric = name
    file = board.settings.file.map { SiteText.singleLine($0, limit: 500) }
    isRanked = board.traits.direction != nil
    rows = board.entries.map { Row($0, of: board, in: context, link: link) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .record("metric") { $0.metric },
    .text("file") { $0.file },
    .flag("ranked") { $0.isRanked },
    .flag("any") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
  ]

  /// A version of a model in the ranking.
  struct Row: TemplateModel {
    let rank: String?
    let isBest: Bool
    let model: String
    let modelHref: String
    let repository: String
    let version: String
    let versionHref: String
    let isLatest: Bool
    let stages: [StageBadge]
    let value: MetricsCell
    let file: String

    init(
      _ entry: Leaderboard.Entry, of board: Leaderboard, in context: SiteContext,
      link: SiteLinker
    ) {
      let (artifact, repository) = (entry.model.artifact, entry.model.repository)
      rank = entry.rank.map(CountText.digits)
      isBest = entry.rank == 1 && board.entries.last?.rank != 1
      model = SiteText.shown(artifact.name)
      modelHref = link(context.addresses.model(artifact, in: repository))
      self.repository = SiteText.shown(repository.id)
      version = SiteText.shown(entry.version.name)
      versionHref = link(context.addresses.version(entry.version, of: artifact, in: repository))
      isLatest = entry.isLatest
      stages = artifact.stages.filter { $0.holder.version == entry.version.name }.map {
        context.badge(stage: $0.stage, link: link)
      }
      value = MetricsCell(entry.value, format: board.format, unit: board.traits.unit)
      file = SiteText.singleLine(entry.file, limit: 500)
    }

    static let fields: [TemplateField<Self>] = [
      .text("rank") { $0.rank },
      .flag("best") { $0.isBest },
      .text("model") { $0.model },
      .text("model_href") { $0.modelHref },
      .text("repository") { $0.repository },
      .text("version") { $0.version },
      .text("version_href") { $0.versionHref },
      .flag("latest") { $0.isLatest },
      .list("stages") { $0.stages },
      .record("value") { $0.value },
      .text("file") { $0.file },
    ]
  }
}
