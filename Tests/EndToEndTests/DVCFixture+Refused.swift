/// Commits that DVC refuses as a whole, and what is readable of them (`records.md` §0 and §14).
extension DVCFixture {
  static let refused = DVCFixture(
    name: "refused",
    commits: [
      refusal("v1.0.0", "YAMLValidationError", "wat: 1\n", noted: "dvc.yaml"),
      refusal("v2.0.0", "YAMLValidationError", "plots: {roc.csv: {x: fpr}}\n"),
      refusal(
        "v3.0.0", "YAMLValidationError",
        "stages:\n  train: {cmd: echo, live: {dvclive: {summary: true}}}\n"),
      DVCCommit(
        "v4.0.0",
        [
          "dvc.yaml": yaml("stages:\n  train: {cmd: echo}\n"),
          "params.yaml": "lr: 0.1\nwhen: 2024-01-02\n",
        ],
        refusal: DVCRefusal(
          kind: "TypeError", metrics: plainMetrics,
          params: #"{"params.yaml": {"lr": 0.1, "when": "2024-01-02"}}"#)),
      refusal(
        "v5.0.0", "ResolveError",
        "stages:\n  good: {cmd: echo}\n  bad: {cmd: echo, outs: ['${nowhere}/x']}\n",
        more: ["params.yaml": "lr: 0.1\n"], noted: "dvc.yaml"),
      refusal("v6.0.0", "ResolveError", "vars: [nofile.yaml]\n", noted: "dvc.yaml"),
      refusal("v7.0.0", "ResolveError", "vars: [lr: 1]\nstages: {}\n", noted: "dvc.yaml"),
      refusal(
        "v8.0.0", nil,
        "stages:\n  train: {cmd: echo, outs: [x: {remote: nowhere}]}\n"),
      refusal(
        "v9.0.0", "YAMLValidationError", "", more: ["data.dvc": "outs:\n- {wat: 1}\n"],
        noted: "data.dvc"),
      refusal(
        "v10.0.0", "YAMLSyntaxError", "", more: ["sub/dvc.yaml": "metrics: [\n"],
        removed: ["data.dvc"], noted: "sub/dvc.yaml"),
      refusal(
        "v11.0.0", "YAMLValidationError", "artifacts: {m: {path: model.pkl, labels: [1, 2.0]}}\n",
        removed: ["sub/dvc.yaml"]),
      oldLock, conflictedLock,
    ])

  private static let plainMetrics = #"{"metrics.json": {"f1": 0.50}}"#

  private static func yaml(_ more: String) -> String {
    (more.contains("artifacts:") ? "" : artifact) + "metrics: [metrics.json]\n" + more
  }

  private static func refusal(
    _ version: String, _ kind: String?, _ yaml: String, more: [String: String] = [:],
    removed: [String] = [], noted: String? = nil
  ) -> DVCCommit {
    let files = [
      "dvc.yaml": self.yaml(yaml), "metrics.json": #"{"f1": 0.50}"#, "params.yaml": "lr: 0.1\n",
    ]
    return DVCCommit(
      version, files.merging(more) { $1 }, removed: removed,
      refusal: DVCRefusal(kind: kind, metrics: plainMetrics, notedFile: noted))
  }

  /// A lock of DVC 1, which has the stages at the top and no `hash`.
  private static let oldLock: DVCCommit = {
    let object = DVCObject(#"{"auc": 0.70}"#, isLegacy: true)
    return DVCCommit(
      "v12.0.0",
      [
        "dvc.yaml": yaml("stages:\n  train: {cmd: echo, metrics: [cached.json]}\n"),
        ".gitignore": "/cached.json\n",
        "dvc.lock": "train:\n  cmd: echo\n  outs:\n  - {path: cached.json, md5: \(object.md5)}\n",
      ], objects: [object],
      refusal: DVCRefusal(
        kind: "YAMLValidationError",
        metrics: #"{"metrics.json": {"f1": 0.50}, "cached.json": {"auc": 0.70}}"#))
  }()

  /// A lock that a merge left with its marks.
  private static let conflictedLock = DVCCommit(
    "v13.0.0",
    [
      "dvc.yaml": yaml("stages:\n  train: {cmd: echo, metrics: [kept.json: {cache: false}]}\n"),
      "kept.json": #"{"auc": 0.80}"#,
      "dvc.lock": """
      schema: '2.0'
      stages:
      <<<<<<< HEAD
        train: {cmd: echo}
      =======
        train: {cmd: echo 2}
      >>>>>>> other
      """,
    ],
    refusal: DVCRefusal(
      kind: "YAMLSyntaxError",
      metrics: #"{"metrics.json": {"f1": 0.50}, "kept.json": {"auc": 0.80}}"#,
      notedFile: "dvc.lock"))
}
