import Cards
import Digests
import GitStore
import Markdown
import Records
import TestSupport
import Testing

@testable import Registry

/// The plots of the versions of `m` in a repository that a test makes.
struct PlotSample {
  let versions: [Version]
  let diagnostics: [Diagnostic]
  let spool: Spool

  /// A GIF of one pixel, all of it ASCII.
  static let gif = "GIF89a\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0};"

  /// Reads a repository.
  static func load(
    _ repo: RegistryScript, _ settings: RecordSettings = RecordSettings()
  ) async throws -> PlotSample {
    let spool = try Spool()
    let output = CardOutput(
      renderer: DirectRenderer(options: settings.cards.markdown), spool: spool)
    let registry = try await RegistryLoader(
      [RepositorySource(path: repo.script.path)], records: settings, cards: output, jobs: 1
    ).load()
    return PlotSample(
      versions: registry.repositories.flatMap { $0.artifacts.flatMap(\.versions) },
      diagnostics: registry.diagnostics, spool: spool)
  }

  /// Reads a repository with one version of `m`.
  static func load(
    _ files: [String: String], _ settings: RecordSettings = RecordSettings()
  ) async throws -> PlotSample {
    var sample: PlotSample?
    try await RegistryScript.make { repo in
      try await repo.script.commit([".dvc/config": "", "model.bin": "x"].merging(files) { $1 })
      try await repo.tag("m@v1.0.0")
      sample = try await load(repo, settings)
    }
    return try #require(sample)
  }

  /// The plots of the newest version.
  var plots: [VersionPlot] { versions.first?.plots ?? [] }

  /// The plot of a name.
  func plot(_ id: String) throws -> VersionPlot {
    try #require(plots.first { $0.id == id }, "\(id) is none of \(plots.map(\.id))")
  }

  /// The codes of what was told.
  var codes: [String] { diagnostics.map(\.code) }

  /// The rows of a plot, each run as lines `field: x y, x y`.
  func lines(_ plot: VersionPlot) throws -> [String] {
    guard case .series(let series) = plot.content else { return [] }
    return try series.map { series in
      let rows = try #require(PlotRows(coded: try spool.bytes(at: series.rows)))
      #expect(rows.x.count == series.count)
      let points = zip(rows.x, rows.y).map { "\($0 ?? "-") \($1 ?? "-")" }
      return "\(series.field): \(points.joined(separator: ", "))"
    }
  }

  /// The pictures of a plot.
  func pictures(_ plot: VersionPlot) -> [PlotImage] {
    guard case .images(let images) = plot.content else { return [] }
    return images
  }

  /// Why a plot is not there.
  func reason(_ plot: VersionPlot) -> String? {
    guard case .unavailable(let reason, _) = plot.content else { return nil }
    return reason
  }
}
