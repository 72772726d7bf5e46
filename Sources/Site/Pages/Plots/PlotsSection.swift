import Cards
import Mustache
import Registry

/// The plots of a version: those of the artifact's own pipeline, then the others, folded.
struct PlotsSection: TemplateModel {
  let own: [PlotFigure]
  let others: [PlotFigure]

  /// The tables of plots with more rows than the page shows.
  let tables: [OutputFile]

  /// Nothing where the version has no plots.
  init?(at index: Int, in scope: ModelScope, link: SiteLinker) throws(SpoolError) {
    let version = scope.artifact.versions[index]
    guard !version.plots.isEmpty else { return nil }
    var figures = try PlotFigures.all(
      of: [PlotSource(label: version.name, version: version)], idPrefix: "plot",
      in: scope.context, link: link)
    var tables: [OutputFile] = []
    for index in figures.indices {
      guard let table = figures[index].table, table.rows.count > PlotTable.rowLimit else {
        continue
      }
      let path = scope.addresses.plotTable(
        index + 1, of: version, of: scope.artifact, in: scope.repository)
      figures[index].csvHref = link(path)
      tables.append(OutputFile(path: path.text, bytes: table.csv))
    }
    own = figures.filter(\.isOwn)
    others = figures.filter { !$0.isOwn }
    self.tables = tables
  }

  static let fields: [TemplateField<Self>] = [
    .flag("has_own") { !$0.own.isEmpty },
    .list("own") { $0.own },
    .flag("has_others") { !$0.others.isEmpty },
    .text("others_count") { CountText.of($0.others.count, "plot") },
    .list("others") { $0.others },
  ]
}
