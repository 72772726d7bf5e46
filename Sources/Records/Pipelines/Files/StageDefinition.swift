import Formats

/// A stage as a dvc.yaml writes it, before `${…}`, `foreach` and `matrix` are worked out
/// (`records.md` §2.5).
struct StageDefinition: Sendable {
  /// What is made of one definition: nothing special, a stage for each item, or a stage for each
  /// combination.
  enum Repetition: Sendable {
    case once
    case forEach(YAMLNode)
    case matrix(YAMLNode)
  }

  let name: PlacedText
  let repetition: Repetition

  /// What the stage says; nothing where it is no mapping, so that only the lock knows the stage.
  let template: StageTemplate?
}

/// What a stage says, or what each of the stages says that are made of a definition.
struct StageTemplate: Sendable {
  var folder: TextTemplate?
  var commands: [TextTemplate] = []
  var variables: [VariableEntry] = []
  var inputs: [TextTemplate] = []
  var outputs: [OutputTemplate] = []
  var params: [ParamTemplate] = []

  /// An entry of `outs`, `metrics` or `plots`.
  struct OutputTemplate: Sendable {
    enum Role: Hashable { case output, metrics, plot }

    let path: TextTemplate
    let role: Role

    /// The values of `cache` and `remote`, which may be `${…}`.
    var isCached: YAMLNode?
    var remote: YAMLNode?

    /// How its plots are drawn: of a plot one set of properties or more, of others none.
    var plots: [PlotProperties] = []

    /// How many columns its plots name.
    var plotFieldCount: Int { plots.reduce(0) { $0 + $1.fieldCount } }
  }

  /// An entry of `params`.
  struct ParamTemplate: Sendable {
    /// Nothing for a key of the params.yaml in the stage's folder.
    let file: TextTemplate?

    /// Nothing for a whole file.
    let keys: [TextTemplate]?
  }
}

/// An entry of `vars`.
enum VariableEntry: Sendable {
  /// A file and the keys that are taken from it; all where none are named.
  case file(path: String, keys: [String], source: PlacedText)
  case values(YAMLNode)

  /// Reads `file` or `file:key1,key2`.
  init(_ source: PlacedText) {
    let parts = source.text.unicodeScalars.split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let keys = parts.dropFirst().first?.split(separator: ",").map { String($0) } ?? []
    self = .file(path: parts.first.map { String($0) } ?? "", keys: keys, source: source)
  }
}
