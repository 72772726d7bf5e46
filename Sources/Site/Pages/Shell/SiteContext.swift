import Cards
import Markdown
import Mustache
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

  /// Every artifact with its repository, by repository and name.
  let models: [ModelReference]

  /// The stages of all repositories in the order of columns.
  let stages: [SiteStage]

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
    let addresses = SiteAddresses(
      registry: registry, configuredStages: settings.stages.map(\.name))
    self.addresses = addresses
    assets = SiteAssets(theme: theme) { addresses.asset($0) }
    stages = SiteStage.all(in: registry, settings: settings)
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
    shell = SiteShell(
      registry: registry, settings: settings, addresses: addresses, assets: assets,
      search: SearchData(models: models, addresses: addresses))
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
