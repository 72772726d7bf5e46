import Formats
import Records
import Testing

@testable import Cards
@testable import Registry
@testable import Site

/// Plots made by hand, with the rows that they lead to.
struct SamplePlots {
  private var rows: [Int: PlotRows] = [:]

  /// A run of rows; its place tells it from the others.
  mutating func series(
    _ field: String, file: String = "logs.csv", x: [String?], y: [String?]
  ) -> PlotSeries {
    let number = rows.count
    rows[number] = PlotRows(x: x, y: y)
    return PlotSeries(
      file: file, field: field,
      rows: Spool.Place(offset: number, count: 1, checksum: Checksum(value: 0)),
      count: x.count,
      hash: nil)
  }

  static func plot(
    _ id: String, _ content: VersionPlot.Content, as kind: PlotKind = .linear, x: String = "step",
    y: String = "loss", isOwn: Bool = true
  ) -> VersionPlot {
    VersionPlot(
      id: id, title: nil, kind: kind, xTitle: x, yTitle: y, content: content, isOwn: isOwn)
  }

  /// The model `m` with the versions v1.0.0, v1.0.1 and on, which have these plots.
  static func registry(_ plots: [[VersionPlot]]) throws -> Registry {
    let empty = try SampleCards.registry(plots.map { _ in nil })
    let repository = empty.repositories[0]
    let artifact = repository.artifacts[0]
    // The newest version comes first.
    let versions = zip(artifact.versions, plots.reversed()).map { version, plots in
      var version = version
      version.plots = plots
      return version
    }
    return Registry(repositories: [
      Repository(
        id: "r", url: nil, webURL: nil, defaultBranch: "main", head: nil,
        artifacts: [
          SampleRegistry.artifact("m", versions, latest: 0, events: artifact.events)
        ], stages: [], ignoredTags: [], tagCount: 1, diagnostics: [])
    ])
  }

  /// What pages are made from.
  func context(_ registry: Registry) throws -> SiteContext {
    var context = try ModelPagesTests.context(of: registry)
    let rows = rows
    context.plotRows = { rows[$0.offset] }
    return context
  }

  /// The figures of several versions over each other.
  func figures(_ plots: [[VersionPlot]]) throws -> [PlotFigure] {
    let registry = try Self.registry(plots)
    let versions = registry.repositories[0].artifacts[0].versions
    let context = try context(registry)
    return try PlotFigures.all(
      of: versions.map { PlotSource(label: $0.name, version: $0) }, idPrefix: "plot", in: context,
      link: SiteLinker(page: SitePath("models", "r", "m", "v1.0.0", "index.html")))
  }
}
