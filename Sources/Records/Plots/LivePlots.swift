/// The plots that DVCLive wrote to a folder without a dvc.yaml that would name them, in its present
/// and its older layouts (`records.md` §11).
package enum LivePlots {
  /// The definitions for a folder, from the files that lie below it.
  package static func definitions(in folder: String, files: [String]) -> [PlotDefinition] {
    var definitions: [PlotDefinition] = []
    var seen: Set<String> = []
    for file in files where RepositoryPath.lies(file, in: folder) && file != folder {
      let rest = String(file.utf8.dropFirst(folder.utf8.count + 1)) ?? ""
      guard let definition = definition(rest, in: folder), let path = definition.path,
        seen.insert(path).inserted
      else { continue }
      definitions.append(definition)
    }
    return definitions
  }

  /// The definition of the folder or the file that a file belongs to.
  private static func definition(_ rest: String, in folder: String) -> PlotDefinition? {
    for series in ["plots/metrics", "scalars"] where RepositoryPath.lies(rest, in: series) {
      return steps("\(folder)/\(series)")
    }
    for others in ["plots/images", "images", "plots/custom"]
    where RepositoryPath.lies(rest, in: others) {
      return bare("\(folder)/\(others)")
    }
    let above = RepositoryPath.folder(of: rest)
    if above.isEmpty, rest.hasSuffix(".tsv") { return steps("\(folder)/\(rest)") }
    if RepositoryPath.lies(above, in: "plots"), rest.hasSuffix(".json") {
      return known("\(folder)/\(rest)")
    }
    return nil
  }

  private static func bare(_ path: String) -> PlotDefinition {
    PlotDefinition(id: path, path: path, pipeline: nil, stage: nil)
  }

  private static func steps(_ path: String) -> PlotDefinition {
    var definition = bare(path)
    definition.x = .fields(["step"])
    return definition
  }

  /// What DVCLive writes into dvc.yaml for one of its plots of scikit-learn, by the file's name.
  private static func known(_ path: String) -> PlotDefinition {
    var plot = bare(path)
    func define(_ x: String, _ y: String, _ xLabel: String, _ yLabel: String, _ title: String) {
      plot.x = .fields([x])
      plot.y = .fields([y])
      (plot.xLabel, plot.yLabel, plot.title) = (xLabel, yLabel, title)
      plot.template = "simple"
    }
    switch path.split(separator: "/").last {
    case "roc.json":
      define(
        "fpr", "tpr", "False Positive Rate", "True Positive Rate",
        "Receiver operating characteristic (ROC)")
    case "precision_recall.json":
      define("recall", "precision", "Recall", "Precision", "Precision-Recall Curve")
    case "det.json":
      define(
        "fpr", "fnr", "False Positive Rate", "False Negative Rate",
        "Detection error tradeoff (DET)")
    case "calibration.json":
      define(
        "prob_pred", "prob_true", "Mean Predicted Probability", "Fraction of Positives",
        "Calibration Curve")
    case "confusion_matrix.json":
      define("actual", "predicted", "True Label", "Predicted Label", "Confusion Matrix")
      plot.template = "confusion"
    default: break
    }
    return plot
  }
}
