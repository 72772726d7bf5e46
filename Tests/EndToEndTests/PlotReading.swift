import Cards
import Formats
import Markdown
import Records
import Registry
import TestSupport
import Testing

/// The plots of a registry's versions as Vitrine reads them, with their rows.
struct PlotReading {
  private let registry: Registry
  private let spool: Spool

  /// What one version has under a plot's name.
  struct Plot {
    let plot: VersionPlot

    /// The rows of all runs, one after the other.
    let rows: [(x: String?, y: String?)]
  }

  /// Reads the repositories in `folder/repos`.
  init(_ names: [String], in folder: String) async throws {
    spool = try Spool()
    let sources = names.map { RepositorySource(path: "\(folder)/repos/\($0)") }
    registry = try await RegistryLoader(
      sources,
      cards: CardOutput(renderer: DirectRenderer(options: MarkdownOptions()), spool: spool),
      jobs: 1
    ).load()
  }

  /// The plots of a version, by their names.
  func plots(_ repository: String, _ model: String, _ version: String) throws -> [String: Plot] {
    let versions = registry.repositories.filter { $0.id == repository }.flatMap(\.artifacts)
      .filter { $0.name == model }.flatMap(\.versions)
    let found = try #require(versions.first { $0.name == version }, "\(model)@\(version)")
    var plots: [String: Plot] = [:]
    for plot in found.plots { plots[plot.id] = Plot(plot: plot, rows: try rows(of: plot)) }
    return plots
  }

  private func rows(of plot: VersionPlot) throws -> [(x: String?, y: String?)] {
    guard case .series(let series) = plot.content else { return [] }
    return try series.flatMap { series in
      let rows = try #require(PlotRows(coded: try spool.bytes(at: series.rows)))
      return zip(rows.x, rows.y).map { (x: $0, y: $1) }
    }
  }
}

/// Compares Vitrine's plots with those of `dvc plots diff --json`, row by row (`records.md` §6.5).
struct PlotCheck {
  private(set) var differences: [String] = []

  /// How many rows and pictures were equal.
  private(set) var equalRows = 0
  private(set) var equalPictures = 0

  /// Compares a version with what DVC has of a revision.
  ///
  /// - Parameter better: The plots of which Vitrine shows more than DVC, which are not compared.
  mutating func compare(
    _ own: [String: PlotReading.Plot], dvc: JSONValue, revision: String,
    better: Set<String> = []
  ) {
    for member in dvc["data"]?.members ?? [] where !better.contains(member.key) {
      for entry in member.value.items {
        guard entry["revisions"]?.items.contains(.string(revision)) == true else { continue }
        switch entry["type"]?.string {
        case "image": comparePicture(own, member.key)
        default: compareRows(own, member.key, entry["content"] ?? .null, revision)
        }
      }
    }
  }

  private mutating func comparePicture(_ own: [String: PlotReading.Plot], _ id: String) {
    let isKnown = own.values.contains { plot in
      guard case .images(let images) = plot.plot.content else { return false }
      return images.contains { $0.path == id }
    }
    if isKnown { equalPictures += 1 } else { differences.append("\(id): only DVC has the picture") }
  }

  private mutating func compareRows(
    _ own: [String: PlotReading.Plot], _ id: String, _ content: JSONValue, _ revision: String
  ) {
    let values = (content[["data", "values"]]?.items ?? []).filter {
      $0["rev"]?.string == revision
    }
    guard let found = own[id] else {
      differences.append("\(id): only DVC has it, with \(values.count) rows")
      return
    }
    let plot = found.plot
    let (x, y) = (content.firstEncoding("x"), content.firstEncoding("y"))
    check(id, "title", content[["title", "text"]]?.string, plot.title ?? plot.id)
    check(id, "x label", x?["title"]?.string, plot.xTitle)
    check(id, "y label", y?["title"]?.string, plot.yTitle)
    let theirs = values.map { row in
      (x: row[x?["field"]?.string ?? ""], y: row[y?["field"]?.string ?? ""])
    }
    guard theirs.count == found.rows.count else {
      differences.append("\(id): DVC has \(theirs.count) rows, Vitrine \(found.rows.count)")
      return
    }
    for (index, (dvc, row)) in zip(theirs, found.rows).enumerated() {
      if Self.isSame(dvc.x, row.x), Self.isSame(dvc.y, row.y) {
        equalRows += 1
      } else {
        differences.append("\(id) row \(index): DVC has \(dvc), Vitrine \(row)")
      }
    }
  }

  private mutating func check(_ id: String, _ what: String, _ theirs: String?, _ own: String) {
    if theirs != own { differences.append("\(id): the \(what) is \(theirs ?? "-") and \(own)") }
  }

  /// A text that is empty, null, and what a row lacks are all nothing.
  private static func isSame(_ theirs: JSONValue?, _ own: String?) -> Bool {
    switch theirs {
    case nil, .null?: own == nil
    case .string(let text)?: text.isEmpty ? own == nil : own == text
    case .number(let digits)?:
      own.map { $0 == digits || (Double($0) ?? .nan) == (Double(digits) ?? .infinity) } ?? false
    case .bool(let isTrue)?: own == (isTrue ? "true" : "false")
    case .array?, .object?: own == nil
    }
  }
}

extension JSONValue {
  /// The first encoding of an axis in a Vega-Lite specification that names a column.
  fileprivate func firstEncoding(_ axis: String) -> JSONValue? {
    if let encoding = self[["encoding", axis]], encoding["field"] != nil { return encoding }
    for member in members where !["data", "encoding"].contains(member.key) {
      if let found = member.value.firstEncoding(axis) { return found }
    }
    for item in items {
      if let found = item.firstEncoding(axis) { return found }
    }
    return nil
  }
}
