/// The configuration that lies beside the demonstration's repositories (`cli.md`, configuration).
enum DemoConfiguration {
  static let fileName = "vitrine.yaml"

  static func text(repositories: [String]) -> String {
    """
    # What the team decides about its site. To build it again, in this folder:
    #   vitrine build -o ../site --offline
    title: Northlight model registry
    repositories: [\(repositories.joined(separator: ", "))]

    metrics:
      test.auc: {better: higher, primary: true}
      test.f1: {better: higher, primary: true}
      test.calibration_error: {better: lower, primary: true}
      val.dice: {better: higher, primary: true}
      val.iou: {better: higher, primary: true}
      "mape.*": {better: lower, unit: "%", primary: true}
      exact_match: {better: higher, primary: true}
      "latency_ms*": {better: lower, unit: ms}

    # pricing does without DVC.
    records:
      metrics: ["*/metrics.json"]
      params: ["*/params.yaml"]

    # What could become a version.
    candidates: [commits]

    # The models of pricing are small and lie in Git: the site hands them out itself.
    downloads: {publish: git}

    """
  }
}
