import Cards
import Mustache
import Registry

/// What the page of a model shows.
struct ModelPage: PageModel {
  static let template = "model"

  let shell: PageShell
  let type: String?
  let labels: [LabelLink]
  let description: String?
  let deprecation: EventMention?

  /// What registers a first version, where there is none.
  let registration: String?
  let cards: [StageCard]
  let fetches: [FetchTarget]
  let questions: [SiteQuestion]
  let versions: [VersionRow]

  /// The metrics that the table of versions has a column for.
  let metrics: [MetricsName]
  let trends: MetricsTrends?

  /// Metrics against each other, where there are enough versions.
  let relations: MetricsRelations?

  /// Where the latest version's plots are.
  let plots: PlotsLink?

  /// The page on which versions are put side by side.
  let compareHref: String?

  /// The card of the latest version.
  let card: CardSection?
  let candidates: CandidateSection?
  let timeline: TimelineSection?
  let history: [HistoryRow]
  let historyHref: String
  let eventCount: Int
  let facts: ModelFacts

  /// How many events the page itself shows, and how many spans of time.
  private static let (eventLimit, intervalLimit) = (20, 50)

  init(_ scope: ModelScope) throws(SpoolError) {
    let artifact = scope.artifact
    let link = SiteLinker(page: scope.path)
    let annotation = artifact.annotation
    shell = PageShell(
      site: scope.context.shell, path: scope.path, heading: SiteText.shown(artifact.name),
      description: annotation?.description.map { SiteText.singleLine($0, limit: 200) } ?? "",
      ancestors: scope.ancestors,
      document: scope.addresses.modelDocument(of: artifact, in: scope.repository),
      updated: artifact.events.first?.time)
    type = annotation?.type.map { SiteText.singleLine($0) }
    labels = LabelLink.all(of: annotation, in: scope, link: link)
    description = annotation?.description.map(SiteText.shown)
    deprecation = artifact.deprecation.map { EventMention($0, in: scope) }
    registration = artifact.versions.isEmpty ? Self.registration(of: artifact) : nil
    cards = StageCard.all(in: scope, link: link)
    fetches = FetchTarget.all(in: scope, link: link)
    questions = SiteQuestion.all(in: scope)
    versions = artifact.versions.indices.map { VersionRow(at: $0, in: scope, link: link) }
    metrics = scope.records.columns.map(MetricsName.init)
    trends = MetricsTrends(in: scope, link: link)
    relations = MetricsRelations(in: scope)
    plots = PlotsLink(ofLatestIn: scope, link: link)
    compareHref =
      artifact.versions.count > 1
      ? link(scope.addresses.comparisons(of: artifact, in: scope.repository)) : nil
    card = try CardSection(ofLatestIn: scope, link: link)
    candidates = CandidateSection(in: scope)
    timeline = TimelineSection(in: scope, limit: Self.intervalLimit, link: link)
    history = artifact.events.indices.prefix(Self.eventLimit).map {
      HistoryRow($0, in: scope, link: link)
    }
    historyHref = link(scope.history(page: nil))
    eventCount = artifact.events.count
    facts = ModelFacts(scope, link: link)
  }

  private static func registration(of artifact: Artifact) -> String {
    let tag = "\(ArtifactName.inTag(artifact.name))@v0.1.0"
    return ShellWord.command("gto", "register", artifact.name, "--version", "v0.1.0") + "\n"
      + ShellWord.command("git", "push", "origin", tag)
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("type") { $0.type },
    .flag("has_labels") { !$0.labels.isEmpty },
    .list("labels") { $0.labels },
    .text("description") { $0.description },
    .record("deprecation") { $0.deprecation },
    .text("command") { $0.registration },
    .flag("has_cards") { !$0.cards.isEmpty },
    .list("cards") { $0.cards },
    .flag("has_fetches") { !$0.fetches.isEmpty },
    .list("fetches") { $0.fetches },
    .flag("has_questions") { !$0.questions.isEmpty },
    .list("questions") { $0.questions },
    .flag("has_versions") { !$0.versions.isEmpty },
    .text("version_count") { CountText.digits($0.versions.count) },
    .list("versions") { $0.versions },
    .list("metric_columns") { $0.metrics },
    .record("trends") { $0.trends },
    .record("relations") { $0.relations },
    .record("plots") { $0.plots },
    .text("compare_href") { $0.compareHref },
    .record("card") { $0.card },
    .record("candidates") { $0.candidates },
    .record("timeline") { $0.timeline },
    .flag("has_history") { !$0.history.isEmpty },
    .list("history") { $0.history },
    .text("history_href") { $0.historyHref },
    .text("more_events") {
      $0.eventCount > $0.history.count ? CountText.of($0.eventCount, "event") : nil
    },
    .record("facts") { $0.facts },
  ]
}

extension ModelScope {
  /// What lies above the model's page.
  var ancestors: [PageShell.Link] {
    [
      PageShell.Link(
        text: SiteText.shown(repository.id), target: addresses.repository(repository))
    ]
  }

  /// What lies above the pages below the model's.
  var ancestorsBelow: [PageShell.Link] {
    ancestors + [PageShell.Link(text: SiteText.shown(artifact.name), target: path)]
  }
}
