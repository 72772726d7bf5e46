package import Formats

/// A dvc.yaml: stages, metrics, params, plots and variables, with their places (`records.md` §2).
///
/// Its artifacts are others' to read.
package struct PipelineFile: Sendable {
  private static let keys = [
    "stages", "vars", "params", "metrics", "plots", "artifacts", "datasets",
  ]

  /// What could not be read or is not understood; each costs only its own part.
  package let problems: [FormatError]

  /// Whether all names of stages are known; where they are not, the lock's are taken.
  let isComplete: Bool
  private(set) var variables: [VariableEntry] = []
  private(set) var stages: [StageDefinition] = []
  private(set) var metrics: [TextTemplate] = []
  private(set) var params: [TextTemplate] = []
  private(set) var plots: [PlotTemplate] = []

  /// Reads a file's bytes.
  package init(_ bytes: [UInt8]) {
    var reader = StageReader()
    let root = reader.shape.root(of: bytes)
    var isComplete = root != nil || reader.shape.problems.isEmpty
    for entry in root.map({ reader.shape.entries($0, "a mapping") }) ?? [] {
      switch entry.key {
      case "vars": variables = reader.variables(entry.value)
      case "metrics": metrics = Self.metrics(entry.value, &reader)
      case "params": params = reader.shape.texts(entry.value, "path").map(TextTemplate.init)
      case "plots": plots = reader.plots(entry.value)
      case "stages":
        isComplete = entry.value.entries != nil
        for stage in reader.shape.entries(entry.value, "a mapping of stages") {
          stages.append(reader.definition(stage))
        }
      default:
        if !Self.keys.contains(entry.key) { reader.shape.noteUnknown(entry, among: Self.keys) }
      }
    }
    self.isComplete = isComplete
    problems = reader.shape.problems
  }

  /// The files that `vars` name, without their keys, relative to the folder of the dvc.yaml.
  ///
  /// Those of a stage are left out where the stage's folder depends on variables.
  package var variableFiles: [String] {
    var files: [String] = []
    var seen: Set<String> = []
    func add(_ entries: [VariableEntry], in folder: String?) {
      for case .file(let path, _, _) in entries {
        let file = folder.map { "\($0)/\(path)" } ?? path
        if seen.insert(file).inserted { files.append(file) }
      }
    }
    add(variables, in: nil)
    for template in stages.compactMap(\.template) {
      guard let folder = template.folder else {
        add(template.variables, in: nil)
        continue
      }
      if let text = folder.constantText { add(template.variables, in: text) }
    }
    return files
  }

  /// Paths, also such as have flags, which DVC takes only in a stage.
  private static func metrics(_ node: YAMLNode, _ reader: inout StageReader) -> [TextTemplate] {
    reader.shape.items(node, "a list of paths").flatMap { item in
      let paths =
        item.entries?.map { PlacedText(keyOf: $0) }
        ?? [reader.shape.text(item, "a path")].compactMap(\.self)
      return paths.map(TextTemplate.init)
    }
  }
}
