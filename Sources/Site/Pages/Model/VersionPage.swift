import Cards
import Mustache
import Records
import Registry

/// What the page of a version shows.
struct VersionPage: PageModel {
  static let template = "version"

  let shell: PageShell
  let model: String
  let modelHref: String
  let isLatest: Bool
  let deregistration: EventMention?
  let otherCommits: [CommitLink]
  let problems: [VersionProblem]
  let reportHref: String
  let picker: VersionPicker?
  let comparisons: ComparisonLinks?
  let description: String?
  let labels: [LabelLink]
  let held: [HeldStage]
  let waiting: [HeldStage]
  let metrics: MetricsSection
  let params: ParamsSection?
  let plots: PlotsSection?
  let card: CardSection?
  let spans: [TimelineRow]
  let annotation: VersionAnnotation?
  let contents: ArtifactFacts?
  let lineage: LineageSection?
  let inputHistory: InputHistorySection?
  let commands: [FetchCommand]
  let origin: VersionOrigin
  let changes: VersionChanges
  let events: [HistoryRow]

  /// How many events, or spans of time, the page leaves to the history.
  let more: Int
  let historyHref: String
  let address: String
  let documentHref: String

  /// How many events and spans of time the page itself shows.
  private static let limit = 100

  init(at index: Int, in scope: ModelScope) throws(SpoolError) {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let version = artifact.versions[index]
    let path = scope.addresses.version(version, of: artifact, in: repository)
    let document = scope.addresses.versionDocument(version, of: artifact, in: repository)
    let link = SiteLinker(page: path)
    let own = version.annotation
    shell = PageShell(
      site: scope.context.shell, path: path, heading: SiteText.shown(version.name),
      description: own?.description.map { SiteText.singleLine($0, limit: 200) } ?? "",
      ancestors: scope.ancestorsBelow, document: document,
      updated: scope.events(of: version).first.map { artifact.events[$0].time })
    model = SiteText.shown(artifact.name)
    modelHref = link(scope.path)
    isLatest = index == artifact.latestIndex
    deregistration = version.deregistration.map { EventMention($0, in: scope) }
    otherCommits = version.otherCommits.map { CommitLink($0, in: scope) }
    problems = scope.diagnostics(of: version).filter { $0.severity > .note }.map(
      VersionProblem.init)
    reportHref = link(scope.addresses.report)
    picker = VersionPicker(at: index, in: scope, link: link)
    comparisons = ComparisonLinks(of: index, in: scope, link: link)
    description = own?.description.map(SiteText.shown)
    labels = LabelLink.all(of: own, in: scope, link: link)
    let present = scope.stages(of: version)
    let stages = Set(present.map(\.stage))
    held = present.map { HeldStage($0, in: scope, link: link) }
    waiting = version.stages.filter { !stages.contains($0.stage) }
      .map { HeldStage($0, in: scope, link: link) }
    metrics = MetricsSection(at: index, in: scope, link: link)
    params = ParamsSection(at: index, in: scope, link: link)
    plots = try PlotsSection(at: index, in: scope, link: link)
    card = try CardSection(at: index, in: scope, link: link)
    spans = scope.intervals(of: version).suffix(Self.limit).reversed().map {
      TimelineRow($0, in: scope, link: link)
    }
    annotation = VersionAnnotation(version, in: scope)
    contents = ArtifactFacts(version.records.contents)
    lineage = LineageSection(version, in: scope)
    inputHistory = InputHistorySection(version, in: scope, link: link)
    commands = VersionFiles(version, in: scope.facts).commands
    origin = VersionOrigin(version, in: scope)
    changes = VersionChanges(at: index, in: scope, link: link)
    let places = scope.events(of: version)
    events = places.prefix(Self.limit).map { HistoryRow($0, in: scope, link: link) }
    more = max(0, places.count - Self.limit)
    historyHref = link(scope.history(page: nil))
    address = (scope.context.settings.baseURL ?? "") + path.encoded
    documentHref = link(document)
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("model") { $0.model },
    .text("model_href") { $0.modelHref },
    .flag("latest") { $0.isLatest },
    .record("deregistration") { $0.deregistration },
    .flag("twice") { !$0.otherCommits.isEmpty },
    .list("other_commits") { $0.otherCommits },
    .flag("has_problems") { !$0.problems.isEmpty },
    .list("problems") { $0.problems },
    .text("report_href") { $0.reportHref },
    .record("picker") { $0.picker },
    .record("comparisons") { $0.comparisons },
    .text("description") { $0.description },
    .flag("has_labels") { !$0.labels.isEmpty },
    .list("labels") { $0.labels },
    .flag("has_held") { !$0.held.isEmpty },
    .list("held") { $0.held },
    .flag("has_waiting") { !$0.waiting.isEmpty },
    .list("waiting") { $0.waiting },
    .record("metrics") { $0.metrics },
    .record("params") { $0.params },
    .record("plots") { $0.plots },
    .record("card") { $0.card },
    .flag("has_spans") { !$0.spans.isEmpty },
    .list("spans") { $0.spans },
    .record("annotation") { $0.annotation },
    .record("contents") { $0.contents },
    .record("lineage") { $0.lineage },
    .record("input_history") { $0.inputHistory },
    .list("commands") { $0.commands },
    .record("origin") { $0.origin },
    .record("changes") { $0.changes },
    .list("events") { $0.events },
    .text("more") { $0.more > 0 ? CountText.of($0.more, "older event") : nil },
    .text("history_href") { $0.historyHref },
    .text("command") { $0.address },
    .text("document_href") { $0.documentHref },
  ]
}

/// A stage that a version holds, or would hold if the present holder went.
struct HeldStage: TemplateModel {
  let stage: StageBadge
  let person: PersonText?
  let time: TimeText
  let note: String?

  init(_ holder: StageHolder, in scope: ModelScope, link: SiteLinker) {
    stage = scope.context.badge(stage: holder.stage, link: link)
    person = scope.person(holder.assignment.tagger)
    time = TimeText(holder.assignment.time)
    note = holder.assignment.note.map(SiteText.shown)
  }

  static let fields: [TemplateField<Self>] = [
    .record("stage") { $0.stage },
    .record("person") { $0.person },
    .record("time") { $0.time },
    .text("note") { $0.note },
  ]
}

/// What could not be read about a version, in short.
struct VersionProblem: TemplateModel {
  let code: String

  /// The file that it is about, with line and column.
  let place: String?
  let problem: String
  let consequence: String
  let help: String

  init(_ diagnostic: Diagnostic) {
    code = diagnostic.code
    place = diagnostic.place.position.map { SiteText.singleLine($0) }
    problem = SiteText.shown(diagnostic.problem)
    consequence = SiteText.shown(diagnostic.consequence)
    help = SiteText.shown(diagnostic.help)
  }

  static let fields: [TemplateField<Self>] = [
    .text("code") { $0.code },
    .text("place") { $0.place },
    .text("problem") { $0.problem },
    .text("consequence") { $0.consequence },
    .text("help") { $0.help },
  ]
}
