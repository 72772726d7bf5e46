/// A plot as dvc.yaml defines it, with all variables put in (`records.md` §6.1).
package struct PlotDefinition: Hashable, Sendable {
  /// Where the values along an axis come from.
  package enum Axis: Hashable, Sendable {
    /// Nothing is said: the last column for y, the row's number for x.
    case inferred

    /// Columns of the file that the plot is named after; for x also of each file of y.
    case fields([String])

    /// Columns of the files that are named with them.
    case columns([PlotColumn])
  }

  /// What it is named after, as written; a path where `path` is one.
  package let id: String

  /// The file or folder that it is named after, relative to the repository's root; nothing where its
  /// name is a word.
  package let path: String?

  /// The path of the dvc.yaml; nothing for one that was found by its place.
  package let pipeline: String?

  /// The stage that writes it; nothing for a definition beside the stages.
  package let stage: String?
  package var x = Axis.inferred
  package var y = Axis.inferred
  package var title: String?
  package var xLabel: String?
  package var yLabel: String?

  /// The name or the path of a template.
  package var template: String?

  /// Whether the first row of CSV or TSV holds the columns' names.
  package var hasHeader = true

  /// Makes a definition that says nothing of how the plot is drawn.
  package init(id: String, path: String?, pipeline: String?, stage: String?) {
    self.id = id
    self.path = path
    self.pipeline = pipeline
    self.stage = stage
  }

  /// Whether it only names a file or a folder.
  package var isBare: Bool {
    x == .inferred && y == .inferred && title == nil && xLabel == nil && yLabel == nil
      && template == nil
  }
}

/// A column of a file.
package struct PlotColumn: Hashable, Sendable {
  /// Relative to the repository's root.
  package let file: String
  package let field: String

  /// Names a column.
  package init(file: String, field: String) {
    self.file = file
    self.field = field
  }
}
