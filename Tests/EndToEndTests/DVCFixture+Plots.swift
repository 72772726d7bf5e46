/// Plots of all kinds (`records.md` §6).
extension DVCFixture {
  /// Plots whose data is in Git.
  static let plots = DVCFixture(
    name: "plots",
    commits: [
      DVCCommit("v1.0.0", plotDefinitions.merging(plotData(1)) { $1 }),
      DVCCommit("v2.0.0", plotData(2)),
    ])

  private static let plotDefinitions = [
    "params.yaml": "curve: roc\nclass: us\n",
    "dvc.yaml": """
    \(artifact)
    plots:
    - logs.csv: {x: epoch, y: [loss, acc], title: Training}
    - bare.csv
    - counted.tsv
    - live: {x: step}
    - live/deep: {x: step, y_label: Deep}
    - both: {x: epoch, y: {train.csv: [acc], test.csv: acc}, title: Acc, x_label: E, template: simple}
    - several: {x: epoch, y: {train.csv: [acc, loss], test.csv: acc}}
    - confusion: {template: confusion, x: {actual.csv: actual}, y: {preds.csv: predicted}}
    - ${curve}.json: {x: fpr, y: tpr, template: simple}
    - rows.yaml: {y: value}
    - two.json: {y: acc}
    - special.json: {x: step, y: loss}
    - bars.csv: {template: bar_horizontal_sorted, x: gain, y: feature}
    - points.csv: {template: scatter, x: a, y: b}
    - images
    stages:
      evaluate:
        wdir: sub
        cmd: x
        plots:
        - stage.csv: {cache: false, x: t, y: v, title: Of a stage}
        - plain.tsv: {cache: false}
      each:
        foreach: [us, eu]
        do:
          cmd: x
          plots: ["${item}.csv": {cache: false, y: n}]
    """,
    "more/dvc.yaml": "plots: [several: {x: epoch, y: {../train.csv: acc}}]\n",
  ]

  /// A GIF of one pixel, all of it ASCII; neither DVC nor Vitrine asks what a picture is called.
  private static let picture = "GIF89a\u{1}\u{0}\u{1}\u{0}\u{0}\u{0}\u{0};"

  private static func plotData(_ number: Int) -> [String: String] {
    [
      "logs.csv": "epoch,loss,acc\n1,0.\(number),0.10\n2,0.05,\n3,nan,\"0.3\"\n",
      "bare.csv": "a,b\n1,\(number)\n3,nan\n", "counted.tsv": "step\tloss\n10\t\(number)\n20\t2\n",
      "live/loss.tsv": "timestamp\tstep\tloss\n1700\t0\t0.\(number)\n1701\t1\t0.05\n",
      "live/deep/acc.tsv": "step\tacc\n0\t0.\(number)\n",
      "train.csv": "epoch,acc,loss\n1,0.\(number),3\n2,0.9,2\n", "test.csv": "epoch,acc\n1,0.4\n",
      "actual.csv": "actual\na\nb\nb\n", "preds.csv": "predicted\na\na\n\(number)\n",
      "roc.json": """
      {"roc": [{"fpr": 0.0, "tpr": 0.0, "threshold": Infinity},
       {"fpr": 0.5, "tpr": 0.\(number), "threshold": 0.5}, {"fpr": 1.0, "tpr": 1.0, "threshold": 0}]}
      """,
      "rows.yaml": "- {name: a, value: \(number)}\n- {name: b, value: 1e-5}\n",
      "two.json": #"{"train": [{"acc": 1}, {"acc": 2}], "val": [{"acc": \#(number)}]}"#,
      "special.json":
        #"[{"step": 0, "loss": NaN}, {"step": 1, "loss": -Infinity}, {"step": 2, "loss": null}]"#,
      "bars.csv": "feature,gain\nage,0.5\n\"price, net\",0.\(number)\n",
      "points.csv": "a,b\n1,2\n1,3\n0,\(number)\n",
      "images/a b.png": picture, "images/sub/c.jpg": picture + "\(number)",
      "sub/stage.csv": "t,v\n1,2\n2,\(number)\n", "sub/plain.tsv": "u\tv\n1\t2\n",
      "us.csv": "m,n\n1,2\n", "eu.csv": "m,n\n3,\(number)\n",
    ]
  }

  /// Plots that DVC keeps in its cache: files, a folder, and x of another file.
  static let storedPlots = DVCFixture(
    name: "stored-plots", commits: [storedPlots("v1.0.0", 1), storedPlots("v2.0.0", 2)])

  private static func storedPlots(_ version: String, _ number: Int) -> DVCCommit {
    let loss = DVCObject("step\tloss\n0\t0.\(number)\n1\t0.05\n")
    let actual = DVCObject("actual\na\nb\n")
    let roc = DVCObject(#"[{"fpr": 0, "tpr": 0.\#(number)}, {"fpr": 1, "tpr": 1}]"#)
    let folder = DVCObject(folder: ["metrics/loss.tsv": loss, "roc.json": roc])
    return DVCCommit(
      version,
      [
        ".gitignore": "/loss.tsv\n/actual.csv\n/plots\n",
        "preds.csv": "predicted\na\n\(number)\n",
        "dvc.yaml": """
        \(artifact)
        plots:
        - plots/metrics: {x: step, title: From a folder}
        - confusion: {template: confusion, x: {actual.csv: actual}, y: {preds.csv: predicted}}
        stages:
          train:
            cmd: x
            outs: [actual.csv, plots]
            plots: [loss.tsv: {x: step, y: loss, title: Alone}]
        """,
        "dvc.lock": """
        schema: '2.0'
        stages:
          train:
            cmd: x
            outs:
            - \(actual.entry("actual.csv"))
            - \(loss.entry("loss.tsv"))
            - \(folder.entry("plots"))
        """,
      ], objects: [loss, actual, roc, folder])
  }

  /// A DVC project below the root of its repository.
  static let projectPlots = DVCFixture(
    name: "project-plots", projects: ["cv"], tagName: "cv=m",
    commits: [
      DVCCommit(
        "v1.0.0",
        [
          "cv/dvc.yaml": "\(artifact)plots: [a.csv: {x: x, y: y}, deep: {x: step}]\n",
          "cv/sub/dvc.yaml": "plots: [../a.csv: {x: x, y: z}, own.csv]\n",
          "cv/a.csv": "x,y,z\n1,2,3\n", "cv/deep/m.tsv": "step\tm\n0\t1\n",
          "cv/sub/own.csv": "p,q\n1,2\n",
        ]),
      DVCCommit("v2.0.0", ["cv/a.csv": "x,y,z\n1,5,6\n"]),
    ])
}
