import Explanations
import Mustache
import Registry

/// What a page of the report shows.
struct ReportPage: PageModel {
  static let template = "report"

  let shell: PageShell
  let counts: [Count]
  let groups: [Group]
  let pager: Pager?

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .flag("any") { !$0.groups.isEmpty },
    .flag("has_counts") { !$0.counts.isEmpty },
    .list("counts") { $0.counts },
    .list("groups") { $0.groups },
    .record("pager") { $0.pager },
  ]

  /// A diagnostic with the repository that it belongs to.
  struct Entry: Sendable {
    let diagnostic: Diagnostic

    /// Nothing for what belongs to the configuration.
    let repository: Repository?

    /// What the report calls the one that it belongs to.
    var owner: String { repository?.id ?? diagnostic.place.repository }
  }

  /// How many diagnostics a repository has of each severity.
  struct Count: TemplateModel {
    let repository: String
    let href: String
    let errors: Int
    let warnings: Int
    let notes: Int

    init(
      _ repository: Repository, _ severities: [Diagnostic.Severity], in context: SiteContext,
      link: SiteLinker
    ) {
      self.repository = SiteText.shown(repository.id)
      href = link(context.addresses.repository(repository))
      errors = severities.count { $0 == .error }
      warnings = severities.count { $0 == .warning }
      notes = severities.count { $0 == .note }
    }

    static let fields: [TemplateField<Self>] = [
      .text("repository") { $0.repository },
      .text("href") { $0.href },
      .text("errors") { CountText.digits($0.errors) },
      .text("warnings") { CountText.digits($0.warnings) },
      .text("notes") { CountText.digits($0.notes) },
    ]
  }

  /// The diagnostics of one repository.
  struct Group: TemplateModel {
    let repository: String
    let id: String
    private(set) var rows: [DiagnosticRow]

    static func groups(
      of entries: ArraySlice<Entry>, in context: SiteContext, link: SiteLinker
    ) -> [Group] {
      var groups: [Group] = []
      var last: String?
      for entry in entries {
        let row = DiagnosticRow(entry, in: context, link: link)
        if entry.owner == last {
          groups[groups.count - 1].rows.append(row)
        } else {
          let name = SiteText.shown(entry.owner)
          groups.append(
            Group(repository: name, id: "repository-\(groups.count + 1)", rows: [row]))
          last = entry.owner
        }
      }
      return groups
    }

    static let fields: [TemplateField<Self>] = [
      .text("repository") { $0.repository },
      .text("id") { $0.id },
      .list("rows") { $0.rows },
    ]
  }
}

/// One diagnostic: what is wrong where, what Vitrine did, and what a person can do.
struct DiagnosticRow: TemplateModel {
  let code: String

  /// Where the code is explained.
  let explained: String?
  let severity: Diagnostic.Severity
  let place: String

  /// The page of the version or model that it is about.
  let href: String?
  let problem: String
  let consequence: String
  let help: String

  init(_ entry: ReportPage.Entry, in context: SiteContext, link: SiteLinker) {
    let diagnostic = entry.diagnostic
    code = diagnostic.code
    explained = Explanation.of(code).map { "\(link(context.addresses.codes))#\($0.code)" }
    severity = diagnostic.severity
    place = SiteText.singleLine(diagnostic.place.description)
    problem = SiteText.shown(diagnostic.problem)
    consequence = SiteText.shown(diagnostic.consequence)
    help = SiteText.shown(diagnostic.help)
    href =
      entry.repository.flatMap { Self.page(of: diagnostic.place, in: $0, context) }
      .map(link.callAsFunction)
  }

  private static func page(
    of place: DiagnosticPlace, in repository: Repository, _ context: SiteContext
  ) -> SitePath? {
    guard let artifact = repository.artifacts.first(where: { $0.name == place.artifact }) else {
      return nil
    }
    let model = ModelReference(artifact: artifact, repository: repository)
    return place.version.flatMap { context.versionPath($0, of: model) }
      ?? context.addresses.model(artifact, in: repository)
  }

  private var style: BadgeStyle {
    switch severity {
    case .error: .problem
    case .warning: .staging
    case .note: .dev
    }
  }

  static let fields: [TemplateField<Self>] = [
    .text("code") { $0.code },
    .text("explained") { $0.explained },
    .record("severity") { StageBadge(style: $0.style, text: $0.severity.rawValue, href: nil) },
    .text("place") { $0.place },
    .text("href") { $0.href },
    .text("problem") { $0.problem },
    .text("consequence") { $0.consequence },
    .text("help") { $0.help },
  ]
}
