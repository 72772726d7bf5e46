/// What a training run of the churn repository commits.
extension ChurnIteration {
  /// All files that depend on the iteration.
  var outcome: [StoryFile] {
    var files = scripts + [parameters, data.tracking, metrics, pipeline, lock] + evaluation
    if !isBaseline { files += documentation }
    return files
  }

  /// The training table, which only the team's storage holds.
  var data: DVCEntry {
    DVCEntry(
      stored: "data/contracts.parquet", edition: snapshot, size: rows * 131 + features * 4_096)
  }

  var parameters: StoryFile {
    StoryFile(
      "params.yaml",
      "prepare:\n\(indented(preparation))\ntrain:\n\(indented(training))\n"
        + "evaluate:\n\(indented(evaluating))")
  }

  var metrics: StoryFile {
    StoryFile(
      metricsPath,
      """
      {
        "test": {
          "auc": \(auc),
          "average_precision": \(averagePrecision),
          "precision": \(precision),
          "recall": \(recall),
          "f1": \(f1),
          "log_loss": \(logLoss),
          "calibration_error": \(calibrationError),
          "top_decile_recall": \(topDecileRecall)
        },
        "validation": {
          "auc": \(validationAUC),
          "log_loss": \(validationLoss)
        },
        "rows": \(rows),
        "latency_ms_p95": \(latency)
      }
      """)
  }
}

extension ChurnIteration {
  private var preparation: String {
    let months = isBaseline ? 12 : 18
    let split = splitsByDate ? "snapshot-date" : "random"
    return """
      months: \(months)
      churn_window_days: \(window)
      snapshot: "\(snapshot)"
      split: \(split)
      """
  }

  private var training: String {
    let names = featureNames.map { "- \($0)" }.joined(separator: "\n")
    return "\(modelParameters)\nseed: 20250304\nfeatures:\n\(names)"
  }

  private var modelParameters: String {
    if isBaseline { return "model: logistic-regression\nC: 0.5\npenalty: l2" }
    let common = """
      model: \(library == .lightGBM ? "lightgbm" : "hist-gradient-boosting")
      rounds: \(rounds)
      learning_rate: \(learningRate)
      max_leaves: \(leaves)
      early_stopping: 40
      """
    guard isMonotone else { return common }
    return common + "\nmonotone: [price_gap_to_market, complaint_open, tenure_months, is_dual_fuel]"
  }

  private var evaluating: String {
    "threshold: \(isBaseline ? 0.3 : 0.35)\nbins: 10"
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
  }
}

extension ChurnIteration {
  /// `dvc.lock`: the digests of what is in Git are real ones.
  var lock: StoryFile {
    let source = { (name: String) in scripts.filter { $0.path == "src/\(name)" }.map(DVCEntry.init)
    }
    return DVCLock.file([
      LockedStage(
        name: "prepare", command: "python src/prepare.py", inputs: [data] + source("prepare.py"),
        parameters: "prepare:\n\(indented(preparation))", outputs: [trainTable, testTable]),
      LockedStage(
        name: "train", command: "python src/train.py", inputs: [trainTable] + source("train.py"),
        parameters: "train:\n\(indented(training))",
        outputs: [model] + learningCurve.map(DVCEntry.init)),
      LockedStage(
        name: "evaluate", command: "python src/evaluate.py",
        inputs: [testTable, model] + source("evaluate.py"),
        parameters: "evaluate:\n\(indented(evaluating))",
        outputs: ([metrics] + plots).map(DVCEntry.init)),
    ])
  }

  private var trainTable: DVCEntry {
    DVCEntry(stored: "data/train.parquet", edition: "\(snapshot) \(version)", size: rows * 84)
  }

  private var testTable: DVCEntry {
    DVCEntry(stored: "data/test.parquet", edition: "\(snapshot) \(version)", size: rows * 21)
  }

  private var model: DVCEntry {
    let size = isBaseline ? 4_812 + features * 96 : rounds * leaves * 58 + 21_403
    return DVCEntry(stored: "models/churn.pkl", edition: version, size: size)
  }
}
