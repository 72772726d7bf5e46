/// `dvc.yaml` and the scripts of the churn repository.
extension ChurnIteration {
  var pipeline: StoryFile {
    StoryFile("dvc.yaml", "\(stages)\nmetrics:\n- \(metricsPath)\n\(plotDefinitions)\n\(artifact)")
  }

  private var stages: String {
    let outputs = plots.map { "    - \($0.path):\n        cache: false" }.joined(separator: "\n")
    let curve = learningCurve.map { "\n    - \($0.path):\n        cache: false" }.joined()
    return """
      stages:
        prepare:
          cmd: python src/prepare.py
          deps:
          - data/contracts.parquet
          - src/prepare.py
          params:
          - prepare
          outs:
          - data/train.parquet
          - data/test.parquet
        train:
          cmd: python src/train.py
          deps:
          - data/train.parquet
          - src/train.py
          params:
          - train
          outs:
          - models/churn.pkl\(curve)
        evaluate:
          cmd: python src/evaluate.py
          deps:
          - data/test.parquet
          - models/churn.pkl
          - src/evaluate.py
          params:
          - evaluate
          outs:
          - \(metricsPath):
              cache: false
      \(outputs)
      """
  }

  private var plotDefinitions: String {
    let folder = isBaseline ? "plots" : "evaluation"
    let always = """
      plots:
      - \(folder)/roc.csv:
          template: simple
          x: false_positive_rate
          y: recall
          title: ROC on the following quarter
          x_label: False positive rate
          y_label: Recall
      - \(folder)/confusion.csv:
          template: confusion
          x: actual
          y: predicted
          title: 240 customers of the following quarter
      """
    guard !isBaseline else { return always }
    return always + """

      - Loss:
          x: round
          y:
            training/learning_curve.tsv: [train, validation]
          template: smooth
          title: Loss while training
          x_label: Round
          y_label: Log loss
      - evaluation/precision_recall.csv:
          x: recall
          y: precision
          title: Precision and recall
          x_label: Recall
          y_label: Precision
      - evaluation/lift.csv:
          template: lift
          x: decile
          y: lift
          title: Leavers by tenth of the score, against all customers
          x_label: Tenth, the highest scores first
          y_label: Times the mean
      - evaluation/calibration.csv:
          template: scatter
          x: score
          y: frequency
          title: Calibration
          x_label: Mean score
          y_label: Share that left
      - evaluation/importance.csv:
          template: bar_horizontal_sorted
          x: gain
          y: feature
          title: What the model looks at
      """
  }

  private var artifact: String {
    """
    artifacts:
      churn:
        path: models/churn.pkl
        type: model
        desc: Chance that a household leaves within \(window) days
        labels:
        - tabular
        - retention
        - \(library.rawValue)
        meta:
          owner: customer-analytics
          framework: \(library.rawValue)
          python: "\(library == .lightGBM ? "3.12" : "3.11")"
          review: \(isBaseline ? "none" : "MRM-2025-014")
    """
  }
}

extension ChurnIteration {
  /// The three scripts as of this iteration.
  var scripts: [StoryFile] { [prepareScript, trainScript, evaluateScript] }

  private var prepareScript: StoryFile {
    let ledger =
      version == "v0.1.0"
      ? "" : "\ntable = table.join(changes.last_year(table.index), on=\"contract\")"
    let split =
      splitsByDate
      ? "train, test = table.split_before(table[\"snapshot\"].max())"
      : "train, test = table.random_split(0.8, seed=7)"
    return StoryFile(
      "src/prepare.py",
      """
      \"\"\"Contracts to one row a customer, split into training and test.\"\"\"
      import yaml

      from northlight.tables import changes, contracts

      params = yaml.safe_load(open("params.yaml"))["prepare"]
      table = contracts.read("data/contracts.parquet", months=params["months"])\(ledger)
      table["left"] = table["days_to_leaving"] <= params["churn_window_days"]
      \(split)
      train.write("data/train.parquet")
      test.write("data/test.parquet")
      """)
  }

  private var trainScript: StoryFile {
    let fit =
      isBaseline
      ? "LogisticRegression(C=params[\"C\"], penalty=params[\"penalty\"])"
      : "boosted_trees(params, log=\"training/learning_curve.tsv\")"
    let source =
      isBaseline
      ? "sklearn.linear_model import LogisticRegression"
      : "northlight.models import boosted_trees"
    return StoryFile(
      "src/train.py",
      """
      \"\"\"Fits the model on the training rows.\"\"\"
      import joblib
      import pandas
      import yaml
      from \(source)

      params = yaml.safe_load(open("params.yaml"))["train"]
      rows = pandas.read_parquet("data/train.parquet")
      model = \(fit)
      model.fit(rows[params["features"]], rows["left"])
      joblib.dump(model, "models/churn.pkl")
      """)
  }

  private var evaluateScript: StoryFile {
    let folder = isBaseline ? "plots" : "evaluation"
    return StoryFile(
      "src/evaluate.py",
      """
      \"\"\"Scores the following quarter and writes the numbers and the plots.\"\"\"
      import joblib
      import pandas
      import yaml
      from northlight.evaluation import binary_report

      params = yaml.safe_load(open("params.yaml"))["evaluate"]
      rows = pandas.read_parquet("data/test.parquet")
      model = joblib.load("models/churn.pkl")
      report = binary_report(model, rows, target="left", threshold=params["threshold"])
      report.write_metrics("\(metricsPath)")
      report.write_plots("\(folder)", bins=params["bins"])
      """)
  }
}
