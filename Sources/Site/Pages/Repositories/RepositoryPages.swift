import GitStore
import Mustache
import Registry

/// The list of repositories, then the pages of each.
struct RepositoryPages: PageGroup {
  static var models: [any PageModel.Type] { [RepositoryListPage.self, RepositoryPage.self] }

  private let context: SiteContext

  init(_ context: SiteContext) { self.context = context }

  var units: Int { 1 + context.registry.repositories.count }

  func files(unit: Int) -> [OutputFile] {
    guard unit > 0 else { return [context.file(RepositoryListPage(context))] }
    let repository = context.registry.repositories[unit - 1]
    let pages = Paging(count: repository.artifacts.count).pages
    return (1...pages).map { context.file(RepositoryPage(repository, page: $0, in: context)) }
  }
}

/// What the list of repositories shows.
struct RepositoryListPage: PageModel {
  static let template = "repositories"

  let shell: PageShell
  let rows: [Row]

  init(_ context: SiteContext) {
    let path = context.addresses.repositories
    let link = SiteLinker(page: path)
    shell = PageShell(
      site: context.shell, path: path, heading: "Repositories",
      document: context.addresses.indexDocument)
    rows = context.registry.repositories.map { Row($0, in: context, link: link) }
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .flag("any") { !$0.rows.isEmpty },
    .list("rows") { $0.rows },
  ]

  /// One repository.
  struct Row: TemplateModel {
    let name: String
    let href: String
    let forge: String?
    let models: Int
    let versions: Int
    let problems: Int
    let isStale: Bool
    let updated: TimeText?

    init(_ repository: Repository, in context: SiteContext, link: SiteLinker) {
      name = SiteText.shown(repository.id)
      href = link(context.addresses.repository(repository))
      forge = context.forge(of: repository)?.home
      models = repository.artifacts.count
      versions = repository.artifacts.reduce(0) { $0 + $1.versions.lazy.filter(\.isActive).count }
      problems = repository.diagnostics.lazy.filter { $0.severity > .note }.count
      isStale = repository.isStale
      updated = repository.artifacts.compactMap(\.events.first?.time)
        .max { $0.seconds < $1.seconds }.map(TimeText.init)
    }

    static let fields: [TemplateField<Self>] = [
      .text("name") { $0.name },
      .text("href") { $0.href },
      .text("forge") { $0.forge },
      .text("models") { CountText.digits($0.models) },
      .text("versions") { CountText.digits($0.versions) },
      .text("problems") { $0.problems > 0 ? CountText.digits($0.problems) : nil },
      .flag("stale") { $0.isStale },
      .record("updated") { $0.updated },
    ]
  }
}
