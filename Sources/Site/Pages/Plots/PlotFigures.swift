import Cards
import Drawing
import Records
import Registry

/// A version whose plots are shown, with the name that it has beside others.
struct PlotSource {
  let label: String
  let version: Version
}

/// Makes figures of the plots of one version, or of several over each other.
struct PlotFigures {
  private let sources: [PlotSource]
  private let context: SiteContext
  private let link: SiteLinker
  private let hasTables: Bool

  /// The figures of all plots: those of the first version in their order, then what the next ones
  /// have besides. Plots of equal id are one figure: lines over each other, bars in groups, confusion
  /// matrices and images side by side; the first version says how it is drawn (`records.md` §6.1).
  ///
  /// - Parameters:
  ///   - sources: The versions, those that matter most first; where there are several, series carry
  ///     their labels.
  ///   - idPrefix: What the figures' ids start with: `plot` makes `plot-1`, `plot-2`.
  ///   - link: The links of the page that they stand on.
  ///   - hasTables: Whether their data stand below them.
  /// - Throws: What is wrong with the file that rows are kept in.
  static func all(
    of sources: [PlotSource], idPrefix: String, in context: SiteContext, link: SiteLinker,
    hasTables: Bool = true
  ) throws(SpoolError) -> [PlotFigure] {
    let figures = PlotFigures(
      sources: sources, context: context, link: link, hasTables: hasTables)
    var all: [PlotFigure] = []
    for group in figures.groups() {
      all.append(try figures.figure(of: group, id: "\(idPrefix)-\(all.count + 1)"))
    }
    return all
  }

  private init(sources: [PlotSource], context: SiteContext, link: SiteLinker, hasTables: Bool) {
    (self.sources, self.context, self.link) = (sources, context, link)
    self.hasTables = hasTables
  }

  /// A plot of one of the versions.
  private struct Member {
    let source: Int
    let plot: VersionPlot
  }

  /// The plots by their ids.
  private func groups() -> [[Member]] {
    var groups: [[Member]] = []
    var places: [String: Int] = [:]
    for (index, source) in sources.enumerated() {
      let own = Set(source.version.plots.map(\.id))
      for plot in source.version.plots {
        let member = Member(source: index, plot: plot)
        let known =
          places[plot.id] ?? groups.firstIndex { Self.isMoved(plot, from: $0[0].plot, beside: own) }
        if let place = known, groups[place].last?.source != index {
          groups[place].append(member)
        } else {
          places[plot.id] = places[plot.id] ?? groups.count
          groups.append([member])
        }
      }
    }
    return groups
  }

  /// Whether a plot is the one of another version, whose file or name has changed since: it has the same
  /// title and axes, and its version has none by the other one's id.
  private static func isMoved(
    _ plot: VersionPlot, from first: VersionPlot, beside own: Set<String>
  ) -> Bool {
    plot.title != nil && plot.title == first.title && plot.kind == first.kind
      && plot.xTitle == first.xTitle && plot.yTitle == first.yTitle && !own.contains(first.id)
  }

  private func figure(of group: [Member], id: String) throws(SpoolError) -> PlotFigure {
    let first = group[0].plot
    let runs = try runs(of: group)
    var figure = PlotFigure(
      id: id, title: SiteText.singleLine(first.title ?? first.id, limit: 200), plot: first,
      files: runs.map(\.file).distinct())
    figure.notes = group.compactMap(\.plot.note).distinct().map(Self.sentence)
    for member in group {
      switch member.plot.content {
      case .series: break
      case .images(let images):
        figure.images += images.map {
          PlotPicture($0, version: label(of: member.source), context: context, link: link)
        }
      case .unavailable(let reason, let help):
        figure.gaps.append(
          PlotGap(version: label(of: member.source), reason: reason, help: help))
      }
    }
    guard !runs.isEmpty else { return figure }
    let drawing = PlotDrawing(
      first, runs: runs.map { PlotValues.Run(name: $0.name, rows: $0.rows) })
    figure.notes += drawing.notes
    figure.drawings = drawing.charts.enumerated().map { index, chart in
      PlotPanel(
        heading: drawing.headings[index], drawing: chart.svg(id: "\(id)-\(index + 1)"))
    }
    figure.notes += drawing.charts.flatMap(\.notes).distinct()
    if hasTables { figure.table = drawing.table }
    return figure
  }

  /// A remark as it stands under a figure: a sentence of its own.
  private static func sentence(_ note: String) -> String {
    let text = SiteText.singleLine(note, limit: 300)
    return text.prefix(1).uppercased() + text.dropFirst() + (text.hasSuffix(".") ? "" : ".")
  }

  private func label(of source: Int) -> String? {
    sources.count > 1 ? sources[source].label : nil
  }

  private struct NamedRun {
    let name: String
    let file: String
    let rows: PlotRows
  }

  /// The runs of all members; each is named by what tells it from the others.
  private func runs(of group: [Member]) throws(SpoolError) -> [NamedRun] {
    var members: [(source: Int, series: PlotSeries)] = []
    for member in group {
      guard case .series(let series) = member.plot.content else { continue }
      members += series.map { (member.source, $0) }
    }
    let naming = PlotRunNames(members.map(\.series))
    var runs: [NamedRun] = []
    for (source, series) in members {
      guard let rows = try context.rows(of: series) else { continue }
      let name = [label(of: source), naming.name(of: series)].compactMap(\.self)
      runs.append(
        NamedRun(
          name: name.isEmpty
            ? SiteText.singleLine(series.field, limit: 200)
            : name.joined(separator: " "),
          file: series.file, rows: rows))
    }
    return runs
  }
}

/// What tells the runs of a plot apart: their columns, their files, both or nothing.
private struct PlotRunNames {
  private let needsField: Bool
  private let needsFile: Bool

  init(_ series: [PlotSeries]) {
    let fields = Set(series.map(\.field))
    let files = Set(series.map(\.file))
    needsField = fields.count > 1
    needsFile = files.count > 1
  }

  func name(of series: PlotSeries) -> String? {
    let file = series.file.split(separator: "/").last.map(String.init) ?? series.file
    let parts = [needsFile ? file : nil, needsField ? series.field : nil].compactMap(\.self)
    return parts.isEmpty ? nil : SiteText.singleLine(parts.joined(separator: " "), limit: 200)
  }
}

extension Array where Element: Hashable {
  /// Each element once, in the order of their first appearance.
  fileprivate func distinct() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
