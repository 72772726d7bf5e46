/// What is taken of a file for a plot: the columns that it draws.
package struct PlotSelection: Hashable, Sendable {
  /// Where the values along x come from.
  package enum X: Hashable, Sendable {
    /// A column called `step`, or else the number of the row.
    case inferred
    /// A column of the same file.
    case field(String)
    /// A column of another file.
    case other(PlotColumn)
  }

  package let x: X

  /// The column; nothing where none is named.
  package let y: String?

  /// How the rows are drawn.
  package let kind: PlotKind

  /// Makes a selection.
  package init(x: X, y: String?, kind: PlotKind) {
    self.x = x
    self.y = y
    self.kind = kind
  }
}

/// A run of rows that was taken of a file.
package struct PlotRun: Hashable, Sendable {
  /// The column along y.
  package let field: String

  /// The column along x; `step` where rows are counted.
  package let xField: String
  package internal(set) var rows: PlotRows

  /// What there is to say of it, for people: first of all what was left out.
  package internal(set) var remarks: [PlotRemark] = []
}

/// Something about a run of rows that is not drawn as it stands in the file (`bad-input.md`, group C).
package struct PlotRemark: Hashable, Sendable {
  package let code: String
  package let problem: String
  package let consequence: String
  package let help: String
}

/// Why nothing can be taken of a file.
package struct PlotSelectionError: Error, Hashable, Sendable {
  package let reason: String
  package let help: String

  /// Makes an error in words for people.
  package init(reason: String, help: String) {
    self.reason = reason
    self.help = help
  }
}

extension PlotTable {
  /// Takes the rows that a selection names.
  ///
  /// - Parameter other: The values along x where they come from another file.
  package func runs(
    _ selection: PlotSelection, other: [String?]? = nil
  ) throws(PlotSelectionError) -> [PlotRun] {
    let drawn = try drawnColumns(selection)
    var runs: [PlotRun] = []
    for (section, name) in drawn {
      let isUnique = sections(with: name).count == 1 || section.path.isEmpty
      var run = try self.run(
        name, in: section, selection, other: other,
        label: isUnique ? name : "\(section.path).\(name)")
      if drawn.count > 1, !isUnique { run.remarks.append(.severalLists) }
      run.condition(for: selection.kind)
      runs.append(run)
    }
    return runs
  }

  /// The values of a column, for a plot that takes its x from this file.
  package func values(of field: String) throws(PlotSelectionError) -> [String?] {
    guard let section = sections(with: field).first, let cells = section.column(field) else {
      throw .noColumn(field, among: names)
    }
    return cells.map(\.text)
  }

  private func drawnColumns(
    _ selection: PlotSelection
  ) throws(PlotSelectionError) -> [(Section, String)] {
    guard let first = sections.first, !isEmpty else { throw .noRows }
    let wanted = selection.y.map { [$0] } ?? first.defaults
    guard !wanted.isEmpty else { throw .noRows }
    var columns: [(Section, String)] = []
    for name in wanted {
      let having = sections(with: name)
      guard !having.isEmpty else { throw .noColumn(name, among: names) }
      columns += having.map { ($0, name) }
    }
    return columns
  }

  private func run(
    _ name: String, in section: Section, _ selection: PlotSelection, other: [String?]?,
    label: String
  ) throws(PlotSelectionError) -> PlotRun {
    let y = section.column(name) ?? []
    let (x, xField) = try self.x(of: section, selection, count: y.count, other: other)
    // A row that says nothing of the column is none of its rows.
    let present = y.indices.filter { y[$0] != .absent }
    let rows =
      present.count == y.count
      ? PlotRows(x: x, y: y.map(\.text))
      : PlotRows(x: present.map { x[$0] }, y: present.map { y[$0].text })
    return PlotRun(field: label, xField: xField, rows: rows)
  }

  private func x(
    of section: Section, _ selection: PlotSelection, count: Int, other: [String?]?
  ) throws(PlotSelectionError) -> ([String?], String) {
    switch selection.x {
    case .other(let column):
      guard let other, other.count == count else {
        throw .unequal(x: other?.count ?? 0, y: count)
      }
      return (other, column.field)
    case .field(let field):
      if let own = section.column(field) { return (own.map(\.text), field) }
      guard let column = sections(with: field).first?.column(field) else {
        throw .noColumn(field, among: names)
      }
      // Lists beside each other in one file are rows beside each other, as far as both go.
      return ((0..<count).map { $0 < column.count ? column[$0].text : nil }, field)
    case .inferred:
      if let step = section.column("step"), selection.y != "step" {
        return (step.map(\.text), "step")
      }
      return ((0..<count).map { String($0) }, "step")
    }
  }
}

extension PlotSelectionError {
  fileprivate static let noRows = PlotSelectionError(
    reason: "it holds no rows", help: "write a list of mappings with equal keys, or a table")

  fileprivate static func noColumn(_ name: String, among names: [String]) -> PlotSelectionError {
    let shown = names.prefix(8).joined(separator: ", ")
    let more = names.count > 8 ? " and \(names.count - 8) more" : ""
    return PlotSelectionError(
      reason: "it has no column “\(name)”", help: "its columns are \(shown)\(more)")
  }

  fileprivate static func unequal(x: Int, y: Int) -> PlotSelectionError {
    PlotSelectionError(
      reason: "the file of x has \(x) rows, and that of y has \(y)",
      help: "write both files with the same rows")
  }
}

extension PlotRemark {
  fileprivate static let severalLists = PlotRemark(
    code: "C002", problem: "several lists in the file have columns of one name",
    consequence: "each list is drawn by itself, where DVC draws the last one only",
    help: "give the columns names of their own")
}
