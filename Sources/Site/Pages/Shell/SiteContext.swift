import Cards
import Formats
import GitStore
import Markdown
import Mustache
import Records
import Registry
import Theme

/// What all pages of a site are made from; made once, then only read.
struct SiteContext: Sendable {
  let registry: Registry
  let settings: SiteSettings
  let theme: Theme
  let addresses: SiteAddresses
  let templates: TemplateSet
  let assets: SiteAssets
  let shell: SiteShell

  /// Where the texts and images of cards lie.
  let spool: Spool?

  /// Reads the rows of a run of a plot.
  var plotRows: @Sendable (Spool.Place) throws(SpoolError) -> PlotRows? = { _ in nil }

  /// Every artifact with its repository, by repository and name.
  let models: [ModelReference]

  /// The stages of all repositories in the order of columns.
  let stages: [SiteStage]

  /// How many diagnostics the build report holds.
  let problemCount: Int

  /// Tells everything that the files of all models are made from, but for the models themselves.
  let fingerprint: Checksum

  private let stagesByName: [String: SiteStage]
  private let problems: ProblemIndex
  private let forges: [String: ForgeLinks]

  init(
    registry: Registry, settings: SiteSettings, theme: Theme, templates: TemplateSet,
    spool: Spool? = nil
  ) {
    self.registry = registry
    self.settings = settings
    self.theme = theme
    self.templates = templates
    self.spool = spool
    if let spool {
      plotRows = { place throws(SpoolError) in PlotRows(coded: try spool.bytes(at: place)) }
    }
    let addresses = SiteAddresses(
      registry: registry, configuredStages: settings.stages.map(\.name))
    self.addresses = addresses
    assets = SiteAssets(theme: theme) { addresses.asset($0) }
    stages = SiteStage.all(in: registry, settings: settings)
    fingerprint = Self.fingerprint(
      settings: settings, theme: theme, stages: stages, addresses: addresses)
    stagesByName = Dictionary(
      stages.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    models = registry.repositories.flatMap { repository in
      repository.artifacts.map { ModelReference(artifact: $0, repository: repository) }
    }
    problems = ProblemIndex(registry.diagnostics)
    forges = Dictionary(
      registry.repositories.compactMap { repository in
        ForgeLinks(webURL: repository.webURL).map { (repository.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
    problemCount = registry.diagnostics.lazy.filter { $0.severity > .note }.count
    shell = SiteShell(settings: settings, addresses: addresses, assets: assets)
  }

  /// The addresses of a repository's pages on its forge.
  func forge(of repository: Repository) -> ForgeLinks? { forges[repository.id] }

  /// A stage of the site by its name.
  func stage(_ name: String) -> SiteStage? { stagesByName[name] }

  /// What people read for a stage.
  func title(of stage: String) -> String { SiteText.shown(self.stage(stage)?.title ?? stage) }

  /// The look of a stage's badges.
  func style(of stage: String) -> BadgeStyle {
    self.stage(stage)?.style ?? BadgeStyle(stage: stage)
  }

  /// Whether something of a version could not be read.
  func isIncomplete(_ version: Version, of model: ModelReference) -> Bool {
    problems.contains(version: version.name, of: model)
  }

  /// The rendered text of a card; nothing where it isn't to be had.
  func text(of card: VersionCard) throws(SpoolError) -> RenderedMarkdown? {
    guard let spool else { return nil }
    return RenderedMarkdown(coded: try spool.bytes(at: card.text))
  }

  /// The rows of a run of a plot; nothing where they aren't to be had.
  func rows(of series: PlotSeries) throws(SpoolError) -> PlotRows? { try plotRows(series.rows) }

  /// Renders a page.
  func file(_ page: some PageModel) -> OutputFile {
    OutputFile(path: page.shell.path.text, bytes: templates.render(type(of: page).template, page))
  }
}

/// An artifact together with the repository that registers it.
struct ModelReference: Sendable {
  let artifact: Artifact
  let repository: Repository

  /// When something last happened to it.
  var lastEvent: RegistryEvent? { artifact.events.first }
}

extension Sequence where Element == ModelReference {
  /// The time of the newest event of any of the models.
  var updated: GitTime? {
    lazy.compactMap(\.lastEvent?.time).max { $0.seconds < $1.seconds }
  }
}
