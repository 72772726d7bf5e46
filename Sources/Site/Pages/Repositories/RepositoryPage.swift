import GitStore
import Mustache
import Registry

/// What the page of one repository shows.
struct RepositoryPage: PageModel {
  static let template = "repository"

  let shell: PageShell
  let facts: [Fact]
  let table: ModelTable?
  let ignoredTags: [IgnoredTagRow]

  /// How many tags are left out.
  let moreTags: Int
  let problems: String?
  let problemsHref: String

  private static let tagLimit = 200

  init(_ repository: Repository, page: Int, in context: SiteContext) {
    let first = context.addresses.repository(repository)
    let path = context.addresses.page(page, of: first)
    let link = SiteLinker(page: path)
    let models = repository.artifacts
      .map { ModelReference(artifact: $0, repository: repository) }.latestFirst()
    let problemCount = repository.diagnostics.lazy.filter { $0.severity > .note }.count
    shell = PageShell(
      site: context.shell, path: path, heading: SiteText.shown(repository.id),
      ancestors: [PageShell.Link(text: "Repositories", target: context.addresses.repositories)],
      document: context.addresses.indexDocument, updated: models.updated)
    facts = Self.facts(of: repository, in: context)
    table =
      models.isEmpty
      ? nil
      : ModelTable(
        models, page: page, first: first, stages: Self.stages(of: repository, in: context),
        caption: "Models by last activity", showsRepository: false, in: context, link: link)
    ignoredTags =
      page > 1 ? [] : repository.ignoredTags.prefix(Self.tagLimit).map(IgnoredTagRow.init)
    moreTags = page > 1 ? 0 : max(0, repository.ignoredTags.count - Self.tagLimit)
    problems = problemCount > 0 ? CountText.of(problemCount, "problem") : nil
    problemsHref = link(context.addresses.report)
  }

  private static func stages(of repository: Repository, in context: SiteContext) -> [SiteStage] {
    let own = Set(repository.stages + repository.artifacts.flatMap { $0.stages.map(\.stage) })
    return context.stages.filter { own.contains($0.name) }
  }

  private static func facts(of repository: Repository, in context: SiteContext) -> [Fact] {
    let forge = context.forge(of: repository)
    let head = repository.head
    return [
      Fact("Remote", PublicAddress.cleaned(repository.url ?? "none")),
      Fact("Web page", forge?.home, href: forge?.home),
      Fact("Branch", repository.defaultBranch),
      Fact("Head", head?.short, href: head.flatMap { forge?.tree($0.hex) }, isCode: true),
      repository.isStale
        ? Fact("Stale", "it could not be asked: this is what was read of it last") : nil,
      Fact("GTO tags", CountText.digits(repository.tagCount)),
    ].compactMap(\.self)
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .list("facts") { $0.facts },
    .record("table") { $0.table },
    .flag("has_ignored") { !$0.ignoredTags.isEmpty },
    .list("ignored") { $0.ignoredTags },
    .text("more_ignored") { $0.moreTags > 0 ? CountText.digits($0.moreTags) : nil },
    .text("problems") { $0.problems },
    .text("problems_href") { $0.problemsHref },
  ]
}

/// A named value in a list of facts.
struct Fact: TemplateModel {
  let name: String
  let value: String
  let href: String?
  let isCode: Bool

  /// Nothing where the value isn't known.
  init?(_ name: String, _ value: String?, href: String? = nil, isCode: Bool = false) {
    guard let value else { return nil }
    (self.name, self.href, self.isCode) = (name, href, isCode)
    self.value = SiteText.singleLine(value)
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("value") { $0.value },
    .text("href") { $0.href },
    .flag("code") { $0.isCode },
  ]
}

/// A tag that the registry passes over, and why.
struct IgnoredTagRow: TemplateModel {
  let name: String
  let reason: String

  init(_ tag: IgnoredTag) {
    name = SiteText.singleLine(tag.name)
    reason = SiteText.singleLine(tag.reason)
  }

  static let fields: [TemplateField<Self>] = [
    .text("name") { $0.name },
    .text("reason") { $0.reason },
  ]
}
