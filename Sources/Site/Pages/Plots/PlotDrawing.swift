import Drawing
import Records
import Registry

/// Chooses the chart for a plot's kind, and the table of its data.
struct PlotDrawing {
  /// One, or one for each run where they can't lie over each other.
  private(set) var charts: [any Chart] = []

  /// What stands over each chart; nothing where there is only one.
  private(set) var headings: [String?] = []
  private(set) var notes: [String] = []

  /// What the table shows.
  private var rows: Rows

  private enum Rows {
    case runs([PlotValues.Run], xTitle: String, yTitle: String)
    case counts([PlotTable.Counts], actualTitle: String, predictedTitle: String)
  }

  /// The data as it is drawn.
  var table: PlotTable {
    switch rows {
    case .runs(let runs, let xTitle, let yTitle):
      PlotTable(runs, xTitle: xTitle, yTitle: yTitle)
    case .counts(let counts, let actualTitle, let predictedTitle):
      PlotTable(counts, actualTitle: actualTitle, predictedTitle: predictedTitle)
    }
  }

  /// Draws runs as the plot's definition says.
  init(_ plot: VersionPlot, runs: [PlotValues.Run]) {
    let title = SiteText.singleLine(plot.title ?? plot.id, limit: 200)
    let xTitle = SiteText.singleLine(plot.xTitle, limit: 200)
    let yTitle = SiteText.singleLine(plot.yTitle, limit: 200)
    rows = .runs(runs, xTitle: xTitle, yTitle: yTitle)
    func values(_ names: PlotValues.Names) -> PlotValues {
      PlotValues(runs, xTitle: xTitle, yTitle: yTitle, names: names)
    }
    switch plot.kind {
    case .linear, .simple, .smooth, .image:
      let values = values(.x)
      let (series, ordering) = values.ordered()
      notes = values.notes + ordering
      add(
        LineChart(
          title: title, x: values.x, yTitle: yTitle, series: series,
          isSmooth: plot.kind == .smooth))
    case .scatter, .scatterJitter:
      let values = values(.either)
      notes = values.notes
      add(
        ScatterChart(
          title: title, x: values.x, y: values.y, series: values.series,
          isJittered: plot.kind == .scatterJitter))
    case .barHorizontal, .barHorizontalSorted:
      let values = values(.y)
      notes = values.notes
      add(
        BarChart(
          title: title, xTitle: xTitle, y: values.y, series: values.series,
          isSorted: plot.kind == .barHorizontalSorted))
    case .confusion, .confusionNormalized:
      addMatrices(of: runs, title, xTitle, yTitle, isNormalized: plot.kind == .confusionNormalized)
    }
  }

  private mutating func add(_ chart: any Chart, heading: String? = nil) {
    charts.append(chart)
    headings.append(heading)
  }

  /// Actual classes lie along x (`records.md` §6.4), unless the columns say that it is the other way.
  private mutating func addMatrices(
    of runs: [PlotValues.Run], _ title: String, _ xTitle: String, _ yTitle: String,
    isNormalized: Bool
  ) {
    func isPrediction(_ title: String) -> Bool { title.lowercased().contains("pred") }
    let isTurned = isPrediction(xTitle) && !isPrediction(yTitle)
    let (actual, predicted) = isTurned ? (yTitle, xTitle) : (xTitle, yTitle)
    var tables: [PlotTable.Counts] = []
    for run in runs {
      let pairs = zip(run.rows.x, run.rows.y).compactMap { x, y -> (String, String)? in
        guard let x, let y else { return nil }
        let pair = (SiteText.singleLine(x, limit: 200), SiteText.singleLine(y, limit: 200))
        return isTurned ? (pair.1, pair.0) : pair
      }
      add(
        ConfusionMatrix(
          title: runs.count > 1 ? "\(title), \(run.name)" : title, actualTitle: actual,
          predictedTitle: predicted, pairs: pairs, isNormalized: isNormalized),
        heading: runs.count > 1 ? run.name : nil)
      tables.append(PlotTable.Counts(name: run.name, pairs: pairs))
    }
    rows = .counts(tables, actualTitle: actual, predictedTitle: predicted)
  }
}
