import GitStore
import Cards
import Mustache
import Registry

/// What the page of two versions side by side shows.
struct ComparisonPage: PageModel {
  static let template = "comparison"

  let shell: PageShell
  let model: String
  let modelHref: String
  let columns: [ComparisonColumn]
  let summary: String
  let gaps: [ComparisonGap]
  let sections: [ComparisonTable]

  /// What stands below the plots: files and facts.
  let furtherSections: [ComparisonTable]
  let commits: ComparisonCommits?

  /// The plots of both versions, lines over each other and images side by side.
  let plots: [PlotFigure]
  let card: ComparisonCard?

  /// The same table in other forms.
  let csvHref: String
  let markdownHref: String

  /// Where other versions and another baseline are chosen.
  let choiceHref: String

  /// What changed in the whole repository, on the forge.
  let forgeHref: String?

  init(
    _ comparison: VersionComparison, of pair: ComparisonPairs.Pair, in scope: ModelScope,
    texts: inout CardTexts
  ) throws(SpoolError) {
    let (artifact, repository) = (scope.artifact, scope.repository)
    let baseline = artifact.versions[pair.baseline]
    let version = artifact.versions[pair.version]
    let path = scope.addresses.comparison(version, with: baseline, of: artifact, in: repository)
    let link = SiteLinker(page: path)
    let names = "\(SiteText.shown(baseline.name)) and \(SiteText.shown(version.name))"
    shell = PageShell(
      site: scope.context.shell, path: path, heading: "Compare \(names)",
      description: "\(SiteText.shown(artifact.name)): \(names) side by side",
      ancestors: scope.ancestorsBelow + [
        PageShell.Link(
          text: "Compare", target: scope.addresses.comparisons(of: artifact, in: repository))
      ], document: scope.addresses.modelDocument(of: artifact, in: repository))
    model = SiteText.shown(artifact.name)
    modelHref = link(scope.path)
    let places = [pair.baseline, pair.version]
    let columns = places.enumerated().map { column, place in
      ComparisonColumn(column, at: place, of: comparison, in: scope, link: link)
    }
    self.columns = columns
    summary = ComparisonCounts.words(comparison)
    gaps = ComparisonGap.all(at: places, in: scope)
    let heads = columns.map(ComparisonTable.Head.init)
    let tables = comparison.sections.map { ComparisonTable($0, of: comparison, heads: heads) }
    sections = tables.filter(\.isOfRecords)
    furtherSections = tables.filter { !$0.isOfRecords }
    commits = ComparisonCommits(from: pair.baseline, to: pair.version, in: scope)
    plots = try Self.plots(of: places.map { artifact.versions[$0] }, in: scope, link: link)
    card = try ComparisonCard(from: baseline.card, to: version.card, texts: &texts)
    let file = { (name: String) in
      link(
        scope.addresses.comparison(
          version, with: baseline, of: artifact, in: repository, file: name))
    }
    (csvHref, markdownHref) = (file(Self.csvName), file(Self.markdownName))
    choiceHref =
      link(scope.addresses.comparisons(of: artifact, in: repository))
      + ComparisonChoice.fragment(places, baseline: pair.baseline, in: scope)
    forgeHref =
      version.commit == baseline.commit
      ? nil : scope.forge?.comparison(from: baseline.commit.hex, to: version.commit.hex)
  }

  /// Figures without their tables: the pages of the versions have these.
  private static func plots(
    of versions: [Version], in scope: ModelScope, link: SiteLinker
  ) throws(SpoolError) -> [PlotFigure] {
    let sources = versions.reversed().map {
      PlotSource(label: SiteText.singleLine($0.name), version: $0)
    }
    var figures = try PlotFigures.all(
      of: sources, idPrefix: "plot", in: scope.context, link: link, hasTables: false)
    let labels = versions.map { SiteText.singleLine($0.name) }
    for index in figures.indices {
      // The newest version says how a plot is drawn; side by side, all stand as in the tables.
      if figures[index].drawings.count == versions.count { figures[index].drawings.reverse() }
      let images = figures[index].images
      figures[index].images = labels.flatMap { label in images.filter { $0.version == label } }
    }
    return figures.filter(\.isOwn) + figures.filter { !$0.isOwn }
  }

  static let (csvName, markdownName) = ("compare.csv", "compare.md")

  static let fields: [TemplateField<Self>] = [
    .record("shell") { $0.shell },
    .text("model") { $0.model },
    .text("model_href") { $0.modelHref },
    .list("columns") { $0.columns },
    .text("summary") { $0.summary },
    .flag("has_gaps") { !$0.gaps.isEmpty },
    .list("gaps") { $0.gaps },
    .list("sections") { $0.sections },
    .list("further_sections") { $0.furtherSections },
    .record("commit_list") { $0.commits },
    .flag("has_plots") { !$0.plots.isEmpty },
    .list("plots") { $0.plots },
    .record("card") { $0.card },
    .text("csv_href") { $0.csvHref },
    .text("markdown_href") { $0.markdownHref },
    .text("choice_href") { $0.choiceHref },
    .text("forge_href") { $0.forgeHref },
  ]
}

/// Writes what the page for any choice of versions finds in its address.
enum ComparisonChoice {
  /// `#v=v1.0.0&v=v1.1.0&base=v1.0.0`: the folders of versions.
  static func fragment(_ places: [Int], baseline: Int?, in scope: ModelScope) -> String {
    let name = { (place: Int) in
      SitePath(
        scope.addresses.slug(
          of: scope.artifact.versions[place], of: scope.artifact, in: scope.repository)
      ).encoded
    }
    let parts = places.map { "v=\(name($0))" } + (baseline.map { ["base=\(name($0))"] } ?? [])
    return "#" + parts.joined(separator: "&")
  }
}
