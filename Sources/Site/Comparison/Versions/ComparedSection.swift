/// All rows of one kind.
struct ComparedSection: Sendable {
  /// What the rows are.
  enum Kind: String, Sendable {
    case metrics, params, inputs, outputs, facts
  }

  /// The rows of one file.
  struct Group: Sendable {
    /// Nothing where the rows belong to no file.
    let file: String?

    /// Whether the artifact's own pipeline has it, rather than another one of the repository.
    var isOwn = true

    /// By version, the file that it is there, where that is another one.
    var elsewhere: [String?] = []
    var rows: [ComparedRow]

    /// The same file with only some of its rows.
    func keeping(_ isKept: (ComparedRow) -> Bool) -> Group? {
      var group = self
      group.rows = rows.filter(isKept)
      return group.rows.isEmpty ? nil : group
    }
  }

  let kind: Kind
  let groups: [Group]

  /// How many rows the configuration hides.
  var hidden = 0

  var rows: some Sequence<ComparedRow> { groups.lazy.flatMap(\.rows) }

  /// How many rows there are, and how many of them differ.
  var counts: (all: Int, different: Int) {
    groups.reduce(into: (0, 0)) { counts, group in
      counts.0 += group.rows.count
      counts.1 += group.rows.count(where: \.isDifferent)
    }
  }

  /// What people read over the rows.
  var title: String {
    switch kind {
    case .metrics: "Metrics"
    case .params: "Params"
    case .inputs: "Inputs"
    case .outputs: "Outputs"
    case .facts: "Registration"
    }
  }

  /// What a row is.
  var noun: String {
    switch kind {
    case .metrics: "metric"
    case .params: "param"
    case .inputs: "input"
    case .outputs: "output"
    case .facts: "fact"
    }
  }
}
