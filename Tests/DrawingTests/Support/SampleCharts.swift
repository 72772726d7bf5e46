@testable import Drawing

/// A chart of each kind as people have them, to be looked at and compared with what it was.
enum SampleCharts {
  private static func curve(
    _ name: String, _ count: Int, from: Double, to: Double, _ seed: Int
  )
    -> ChartSeries
  {
    var random = JitterSequence(seed: seed)
    return ChartSeries(
      name: name,
      points: (0..<count).map { step in
        let share = Double(step) / Double(count)
        let noise = random.next() * 0.04 * (1 - share)
        return ChartPoint(
          x: Double(step), y: to + (from - to) * (1 - share) * (1 - share) * (1 - share) + noise)
      })
  }

  private static let steps = ChartAxis(title: "epoch")

  static var all: [(name: String, chart: any Chart)] {
    [
      ("line", line), ("line-alone", lineAlone), ("line-many", lineMany), ("line-log", lineLog),
      ("smooth", smooth), ("scatter", scatter), ("jitter", jitter),
      ("confusion", confusion(["cat", "dog", "horse", "sheep"], isNormalized: false)),
      (
        "confusion-normalized",
        confusion((0..<12).map { "class with a long name \($0)" }, isNormalized: true)
      ),
      ("bars", bars), ("trend", trend), ("trend-small", trend.small), ("parallel", parallel),
      ("pareto", pareto),
      ("empty", LineChart(title: "Loss", x: steps, yTitle: "loss", series: [])),
    ]
  }

  private static let line = LineChart(
    title: "Loss", x: steps, yTitle: "loss",
    series: [
      curve("train", 40, from: 0.9, to: 0.11, 1), curve("validation", 40, from: 1, to: 0.19, 2),
      curve("test", 25, from: 1, to: 0.2, 3),
    ])

  private static let lineAlone = LineChart(
    title: "Loss", x: steps, yTitle: "loss", series: [curve("loss", 20, from: 0.9, to: 0.1, 4)])

  private static let lineMany = LineChart(
    title: "Loss", x: steps, yTitle: "validation loss",
    series: (0..<10).map { version in
      let start = 1.2 - Double(version) * 0.05
      return curve("v1.\(version).0", 60, from: start, to: 0.3 - Double(version) * 0.02, version)
    })

  private static let lineLog = LineChart(
    title: "Rate", x: steps, yTitle: "learning rate",
    series: [
      ChartSeries(
        name: "rate", points: (0..<12).map { ChartPoint(x: Double($0), y: 1 / pow10($0)) })
    ])

  private static let smooth = LineChart(
    title: "Loss", x: steps, yTitle: "loss",
    series: [
      curve("train", 200, from: 0.9, to: 0.11, 1), curve("validation", 200, from: 1, to: 0.3, 2),
    ], isSmooth: true)

  private static let scatter = ScatterChart(
    title: "Residuals", x: ChartAxis(title: "predicted"), y: ChartAxis(title: "residual"),
    series: [cloud("v1.0.0", 300, 1), cloud("v1.1.0", 300, 2)])

  private static let jitter = ScatterChart(
    title: "Score by region",
    x: ChartAxis(title: "region", categories: ["north", "south", "west"]),
    y: ChartAxis(title: "score"),
    series: [
      ChartSeries(
        name: "score",
        points: (0..<240).map { ChartPoint(x: Double($0 % 3), y: Double($0 * 37 % 11)) })
    ], isJittered: true)

  private static let bars = BarChart(
    title: "Importance", xTitle: "importance",
    y: ChartAxis(
      title: "feature",
      categories: ["tenure", "monthly charges", "contract", "support calls", "age"]),
    series: (0..<2).map { series in
      let values = [0.41, 0.29, 0.13, 0.09, -0.03].map { $0 + Double(series) * 0.02 }
      return ChartSeries(
        name: "v1.\(series).0",
        points: values.indices.map { ChartPoint(x: values[$0], y: Double($0)) })
    }, isSorted: true)

  private static let trend = TrendChart(
    title: "auc over versions", summary: "First 0.9, last 0.9.", axisTitle: "auc, higher is better",
    points: (0..<8).map { version in
      let value = 0.9 + Double(version * 5 % 7) * 0.008
      return TrendChart.Point(
        label: "v1.\(version).0", value: version == 3 ? nil : value, text: ShortNumber.text(value))
    },
    marks: [
      TrendChart.Mark(at: 5, label: "prod", classes: "badge-prod"),
      TrendChart.Mark(at: 6, label: "staging", classes: "badge-staging"),
      TrendChart.Mark(at: 7, label: "dev", classes: "badge-dev"),
    ])

  private static let parallel = ParallelChart(
    title: "Versions", lines: (0..<9).map { "v1.\($0).0" },
    columns: [
      column("auc", 0.91, 0.004), column("log loss", 0.3, -0.01),
      column("learning rate", 0.1, 0.05),
      ParallelChart.Column(
        axis: ChartAxis(title: "solver", categories: ["adam", "sgd"]),
        values: (0..<9).map { Double($0 % 2) }),
      column("depth", 4, 1),
    ])

  private static let pareto = ParetoChart(
    title: "auc and latency",
    x: ParetoChart.Axis(title: "latency, ms, lower is better", isHigherBetter: false),
    y: ParetoChart.Axis(title: "auc, higher is better", isHigherBetter: true),
    items: (0..<12).map { version in
      let (latency, auc) = (Double(version * 5 % 12), Double(version * 7 % 12))
      return ParetoChart.Item(
        name: "v1.\(version).0", point: ChartPoint(x: 10 + latency, y: 0.9 + auc / 200))
    })

  private static func pow10(_ power: Int) -> Double {
    (0..<power).reduce(1) { value, _ in value * 10 }
  }

  private static func cloud(_ name: String, _ count: Int, _ seed: Int) -> ChartSeries {
    var random = JitterSequence(seed: seed)
    return ChartSeries(
      name: name,
      points: (0..<count).map { _ in
        let x = random.next()
        return ChartPoint(x: x * 10, y: x * Double(seed) + random.next() + random.next())
      })
  }

  private static func column(
    _ title: String, _ start: Double, _ step: Double
  )
    -> ParallelChart.Column
  {
    .init(
      axis: ChartAxis(title: title),
      values: (0..<9).map { start + step * Double($0 * 4 % 7) })
  }

  private static func confusion(_ classes: [String], isNormalized: Bool) -> ConfusionMatrix {
    let pairs = (0..<(classes.count * 60)).map { index in
      let actual = index % classes.count
      let predicted = index * 7 % 10 < 7 ? actual : index * 3 % classes.count
      return (classes[actual], classes[predicted])
    }
    return ConfusionMatrix(
      title: "Confusion", actualTitle: "species", predictedTitle: "prediction", pairs: pairs,
      isNormalized: isNormalized)
  }
}
