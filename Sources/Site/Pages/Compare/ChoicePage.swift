import Mustache
import Registry

/// The page on which any versions are put side by side: by a script, and without it a list of those pairs
/// that have a page.
struct ChoicePage: PageModel {
  static let template = "compare"

  let shell: PageShell
  let model: String
  let modelHref: String
  let script: String

  /// The model's folder below `models`.
  let folder: String

  /// The script with the model's versions.
  let listHref: String
  let pairs: [Pair]
  let more: Int

  /// How many pairs are listed; a version's page leads to its own.
  private static let limit = 500

  init(_ scope: ModelScope) {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let path = scope.addresses.comparisons(of: artifact, in: repository)
    let link = SiteLinker(page: path)
    shell = PageShell(
      site: scope.context.shell, path: path, heading: "Compare versions",
      description: "Versions of \(SiteText.shown(artifact.name)) side by side",
      ancestors: scope.ancestorsBelow,
      document: scope.addresses.modelDocument(of: artifact, in: scope.repository))
    model = SiteText.shown(artifact.name)
    modelHref = link(scope.path)
    script = link(scope.context.assets.comparison)
    folder = scope.addresses.folder(of: artifact, in: repository)
    listHref = link(scope.addresses.versionList(of: artifact, in: repository))
    pairs = scope.pairs.all.prefix(Self.limit).compactMap { Pair($0, in: scope, link: link) }
    more = scope.pairs.all.count - pairs.count
  }

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("model") { $0.model },
    .text("model_href") { $0.modelHref },
    .text("script") { $0.script },
    .text("folder") { $0.folder },
    .text("list_href") { $0.listHref },
    .flag("has_pairs") { !$0.pairs.isEmpty },
    .list("pairs") { $0.pairs },
    .text("more") { $0.more > 0 ? CountText.of($0.more, "more pair") : nil },
  ]

  /// Two versions that have a page.
  struct Pair: TemplateModel {
    let version: String
    let baseline: String
    let stages: [StageBadge]
    let href: String

    init?(_ pair: ComparisonPairs.Pair, in scope: ModelScope, link: SiteLinker) {
      guard let page = scope.comparison(of: pair.version, with: pair.baseline) else { return nil }
      let versions = scope.artifact.versions
      version = SiteText.shown(versions[pair.version].name)
      baseline = SiteText.shown(versions[pair.baseline].name)
      stages = scope.stages(of: versions[pair.baseline]).map {
        scope.context.badge(stage: $0.stage, link: link)
      }
      href = link(page)
    }

    static let fields: [TemplateField<Self>] = [
      .text("version") { $0.version },
      .text("baseline") { $0.baseline },
      .list("stages") { $0.stages },
      .text("href") { $0.href },
    ]
  }
}
