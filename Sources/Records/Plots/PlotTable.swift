package import Formats

/// The rows of a plot's file, as one table or as several beside each other (`records.md` §6.2).
package struct PlotTable: Sendable {
  /// A list of rows in the file.
  package struct Section: Sendable {
    /// The keys that lead to it, with points between them; empty for what is the file as a whole.
    let path: String

    /// The columns in their order.
    let names: [String]
    let rowCount: Int

    /// What is drawn where nothing is said.
    let defaults: [String]
    fileprivate let cells: Cells
  }

  /// Where a row says nothing of a column, it need not say that there is nothing.
  enum Cell: Hashable, Sendable {
    case absent, blank
    case text(String)
  }

  fileprivate enum Cells: Sendable {
    case table(TableDocument)
    case rows([[DataMember]])
    case lists([[DataValue]])
  }

  let sections: [Section]

  /// Takes a table of text.
  package init(_ table: TableDocument) {
    let section = Section(
      path: "", names: table.names, rowCount: table.rowCount,
      defaults: table.names.last.map { [$0] } ?? [], cells: .table(table))
    sections = table.names.isEmpty ? [] : [section]
  }

  /// Takes the lists in a value: of maps, whose keys are the columns, or of single values.
  package init(_ value: DataValue) {
    var finder = PlotListFinder()
    finder.look(at: value, path: [])
    sections = finder.sections
  }

  /// Whether there is anything to draw.
  package var isEmpty: Bool { sections.allSatisfy { $0.rowCount == 0 } }

  /// The names of all columns, each once.
  package var names: [String] {
    var seen: Set<String> = []
    return sections.flatMap(\.names).filter { seen.insert($0).inserted }
  }

  /// The sections that have a column of a name.
  func sections(with name: String) -> [Section] { sections.filter { $0.names.contains(name) } }
}

extension PlotTable.Section {
  /// The cells of a column.
  func column(_ name: String) -> [PlotTable.Cell]? {
    guard let index = names.firstIndex(of: name) else { return nil }
    switch cells {
    case .table(let table): return table.column(index).map { $0.map(PlotTable.Cell.text) ?? .blank }
    case .rows(let rows):
      return rows.map { members in
        members.first { $0.key == name }.map { PlotTable.Cell($0.value) } ?? .absent
      }
    case .lists(let lists):
      return (0..<rowCount).map { row in
        row < lists[index].count ? PlotTable.Cell(lists[index][row]) : .absent
      }
    }
  }
}

extension PlotTable.Cell {
  /// What the cell says.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// What a plot can show of a value.
  fileprivate init(_ value: DataValue) {
    switch value {
    case .number(let number): self = .text(number.text)
    case .string(let text), .date(let text): self = .text(text)
    case .bool(let isTrue): self = .text(isTrue ? "true" : "false")
    case .null, .list, .map: self = .blank
    }
  }
}

/// Finds lists of rows in a value, and lists of single values, which are columns.
private struct PlotListFinder {
  private(set) var sections: [PlotTable.Section] = []

  mutating func look(at value: DataValue, path: [String]) {
    switch value {
    case .list(let items): add(items, path)
    case .map(let members):
      addColumns(members, path)
      for member in members {
        switch member.value {
        case .map: look(at: member.value, path: path + [member.key])
        case .list(let items): addRows(items, path + [member.key])
        case .null, .bool, .number, .string, .date: break
        }
      }
    case .null, .bool, .number, .string, .date: break
    }
  }

  private mutating func add(_ items: [DataValue], _ path: [String]) {
    addRows(items, path)
    if items.allSatisfy(\.isSingle) { add(["value"], [items], path) }
  }

  /// Takes a list of maps; the columns are all their keys, in the order in which they come.
  private mutating func addRows(_ items: [DataValue], _ path: [String]) {
    let rows = items.compactMap(\.members)
    guard let first = rows.first, rows.count == items.count else { return }
    var seen: Set<String> = []
    var names: [String] = []
    for member in rows.joined() where seen.insert(member.key).inserted { names.append(member.key) }
    sections.append(
      PlotTable.Section(
        path: path.joined(separator: "."), names: names, rowCount: rows.count,
        defaults: first.last.map { [$0.key] } ?? [], cells: .rows(rows)))
  }

  /// Takes the lists of single values among members as columns beside each other.
  private mutating func addColumns(_ members: [DataMember], _ path: [String]) {
    let lists = members.compactMap { member -> (name: String, items: [DataValue])? in
      guard let items = member.value.items, !items.isEmpty, items.allSatisfy(\.isSingle) else {
        return nil
      }
      return (member.key, items)
    }
    add(lists.map(\.name), lists.map(\.items), path)
  }

  private mutating func add(_ names: [String], _ lists: [[DataValue]], _ path: [String]) {
    let count = lists.map(\.count).max() ?? 0
    guard count > 0 else { return }
    let counters = Set(PlotTable.counterNames)
    let drawn = names.filter { !counters.contains($0) }
    sections.append(
      PlotTable.Section(
        path: path.joined(separator: "."), names: names, rowCount: count,
        defaults: drawn.isEmpty ? names : drawn, cells: .lists(lists)))
  }
}

extension PlotTable {
  /// What columns are called that count rather than measure.
  static let counterNames = ["step", "steps", "epoch", "epochs", "iteration", "iterations"]
}

extension DataValue {
  /// Whether a plot can show it as one value.
  fileprivate var isSingle: Bool {
    switch self {
    case .null, .bool, .number, .string, .date: true
    case .list, .map: false
    }
  }
}
