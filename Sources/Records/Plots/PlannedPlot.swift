/// A plot at a commit: which files it is made of, and what it is called.
package struct PlannedPlot: Hashable, Sendable {
  /// What the plot shows.
  package enum Content: Hashable, Sendable {
    /// Columns of the file at a path; where there is none, of the files that the definition names.
    case rows(path: String?)

    /// Pictures, in the order of their steps and names.
    case images([Picture])

    /// A file that no plot is made of.
    case unknown(path: String)
  }

  /// A picture.
  package struct Picture: Hashable, Sendable {
    /// Relative to the repository's root.
    package let path: String

    /// The number that its name is, in a series.
    package let step: Int?
  }

  /// As DVC calls it.
  package internal(set) var id: String
  package let definition: PlotDefinition
  package let content: Content
}

/// What the plots of a project are at a commit.
package struct PlotPlan: Hashable, Sendable {
  /// Those beside the stages first, then those of stages; each once.
  package internal(set) var plots: [PlannedPlot] = []

  /// Files in folders of plots that no plot is made of.
  package internal(set) var passedOver: [String] = []

  /// Whether there are more plots than are shown.
  package internal(set) var isCut = false

  /// Makes an empty plan.
  package init() {}
}
