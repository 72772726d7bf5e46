import Mustache
import Registry

/// Everything that could not be read or understood, by repository.
struct ReportPages: PageGroup {
  static var models: [any PageModel.Type] { [ReportPage.self] }

  private let context: SiteContext
  private let diagnostics: [ReportPage.Entry]
  private let counts: [ReportPage.Count]

  init(_ context: SiteContext) {
    self.context = context
    let registry = context.registry
    let findings = Dictionary(grouping: registry.findings, by: \.place.repository)
    let owners = Set(registry.repositories.map(\.id))
    var entries = registry.findings.filter { !owners.contains($0.place.repository) }.map {
      ReportPage.Entry(diagnostic: $0, repository: nil)
    }
    var counts: [ReportPage.Count] = []
    let link = SiteLinker(page: context.addresses.report)
    for repository in registry.repositories {
      let own = (findings[repository.id] ?? []) + repository.diagnostics
      guard !own.isEmpty else { continue }
      entries += own.map { ReportPage.Entry(diagnostic: $0, repository: repository) }
      counts.append(
        ReportPage.Count(repository, own.map(\.severity), in: context, link: link))
    }
    diagnostics = entries
    self.counts = counts
  }

  var units: Int { Paging(count: diagnostics.count).pages }

  func files(unit: Int) -> [OutputFile] {
    let number = unit + 1
    let path = context.addresses.page(number, of: context.addresses.report)
    let link = SiteLinker(page: path)
    let paging = Paging(count: diagnostics.count)
    let page = ReportPage(
      shell: PageShell(
        site: context.shell, path: path,
        heading: unit == 0 ? "Build report" : "Build report, page \(number)",
        document: context.addresses.indexDocument, problemCount: context.problemCount),
      counts: unit == 0 ? counts : [],
      groups: ReportPage.Group.groups(
        of: diagnostics[paging.rows(page: number)], in: context, link: link),
      pager: Pager(page: number, of: paging) {
        link(context.addresses.page($0, of: context.addresses.report))
      })
    return [context.file(page)]
  }
}
