/// The plots of a churn model, as the data behind them.
extension ChurnIteration {
  /// Every plot that the iteration commits.
  var evaluation: [StoryFile] { learningCurve + plots }

  /// The loss after every twenty rounds; a linear model has none.
  var learningCurve: [StoryFile] {
    guard !isBaseline else { return [] }
    let steps = rounds / 20
    let gap = validationLoss * 0.93
    let train = Curve.falling(from: 0.4312, to: gap, steps: steps, seed: seed, noise: 0.01)
    let validation = Curve.falling(from: 0.4387, to: validationLoss, steps: steps, seed: seed + 1)
    var table = DataTable(columns: ["round", "train", "validation"])
    for step in 0..<steps {
      table.rows.append(["\((step + 1) * 20)", "\(train[step])", "\(validation[step])"])
    }
    return [StoryFile("training/learning_curve.tsv", table.tsv)]
  }

  /// What `src/evaluate.py` draws from the following quarter.
  var plots: [StoryFile] {
    let folder = isBaseline ? "plots" : "evaluation"
    let files = [
      StoryFile("\(folder)/roc.csv", roc.csv),
      StoryFile("\(folder)/confusion.csv", confusion.csv),
    ]
    guard !isBaseline else { return files }
    return files + [
      StoryFile("\(folder)/precision_recall.csv", precisionRecall.csv),
      StoryFile("\(folder)/lift.csv", lift.csv),
      StoryFile("\(folder)/calibration.csv", calibration.csv),
      StoryFile("\(folder)/importance.csv", importance.csv),
    ]
  }

  private var roc: DataTable {
    let points = Curve.roc(area: auc)
    let rows = points.map { ["\($0.falsePositives)", "\($0.recall)"] }
    return DataTable(columns: ["false_positive_rate", "recall"], rows: rows)
  }

  /// Of every share of the leavers that is found, how many of the alarms are right: all but one in
  /// nine customers stay.
  private var precisionRecall: DataTable {
    let rows = Curve.roc(area: auc).dropFirst().map { point in
      let (found, alarms) = (point.recall, point.falsePositives * 8)
      return ["\(found)", "\((found / (found + alarms)).rounded(to: 4))"]
    }
    return DataTable(columns: ["recall", "precision"], rows: rows)
  }

  /// How much more often customers of each tenth by score leave than all do, from the ROC curve.
  private var lift: DataTable {
    let points = Curve.roc(area: auc, intervals: 240)
    var table = DataTable(columns: ["decile", "lift"])
    var before = 0.0
    for tenth in 1...10 {
      // One in nine leaves: a customer is a leaver's share and eight of those who stay.
      let wanted = Double(tenth) / 10
      let point = points.first { ($0.recall + 8 * $0.falsePositives) / 9 >= wanted }
      let found = tenth == 10 ? 1 : point?.recall ?? 1
      table.rows.append(["\(tenth)", "\(((found - before) * 10).rounded(to: 2))"])
      before = found
    }
    return table
  }

  /// A sample of 240 customers, of whom about one in nine leaves.
  private var confusion: DataTable {
    let (leavers, customers) = (27, 240)
    let found = Int((recall * Double(leavers)).rounded())
    let alarms = Int((Double(found) * (1 - precision) / precision).rounded())
    let pairs = DataTable.pairs([
      ("leaves", "leaves", found), ("leaves", "stays", leavers - found),
      ("stays", "leaves", alarms), ("stays", "stays", customers - leavers - alarms),
    ])
    return DataTable(
      columns: ["actual", "predicted"], rows: pairs.map { [$0.actual, $0.predicted] })
  }

  /// How often customers left, by score; the model promises too much by its calibration error.
  private var calibration: DataTable {
    var noise = SampleNoise(seed: seed + 2)
    var table = DataTable(columns: ["score", "frequency", "customers"])
    for bin in 0..<10 {
      let score = (0.05 + 0.1 * Double(bin)).rounded(to: 2)
      let excess = calibrationError * (0.5 + 0.12 * Double(bin))
      let frequency = max(score - excess + noise.next() * 0.008, 0).rounded(to: 4)
      table.rows.append(["\(score)", "\(frequency)", "\(rows / 18 / (1 + bin * bin))"])
    }
    return table
  }

  /// How much of the gain each column brings. A leaking column brings most of it.
  private var importance: DataTable {
    var noise = SampleNoise(seed: seed + 3)
    let weights = featureNames.enumerated().map { place, name in
      let weight = 1 / (1 + 0.42 * Double(place)) * (1 + 0.2 * noise.next())
      return name == extraFeature ? 3.1 : weight
    }
    let sum = weights.reduce(0, +)
    let rows = zip(featureNames, weights).map { [$0, "\(($1 / sum).rounded(to: 4))"] }
    return DataTable(columns: ["feature", "gain"], rows: rows)
  }
}
