/// A table whose cells are parsed.
struct MarkdownTable {
  let plan: TablePlan

  /// The nodes before and after the table that are of the same block.
  let before: Range<Int>
  let after: Range<Int>

  /// The nodes of the cells that are not empty, in the order of the text.
  let cells: [Int]

  /// Puts a table together; nothing if a cell got lost.
  init?(_ plan: TablePlan, before: Range<Int>, cells: [Int], after: Range<Int>) {
    guard cells.count == plan.rows.reduce(0, { $0 + $1.cells.count { !$0.isEmpty } }) else {
      return nil
    }
    self.plan = plan
    self.before = before
    self.cells = cells
    self.after = after
  }
}

extension DocumentRenderer {
  /// Writes a table and what else is in its block.
  ///
  /// - Parameter isTight: whether paragraphs beside it have no element, as in tight lists.
  mutating func write(_ table: MarkdownTable, isTight: Bool) {
    let shift = lineShift
    let plan = table.plan
    render(table.before, isTight: isTight, from: plan.position.startLine)
    if let head = plan.rows.first {
      line = head.line + linesBefore
      write(rowsOf: table)
      if plan.isCut {
        writer.note(.largeTable, line: head.line + linesBefore, example: "")
      }
    }
    render(table.after, isTight: isTight, from: plan.after.first?.number ?? 0)
    lineShift = shift
  }

  /// Writes nodes of which the first one is really in another line.
  private mutating func render(_ range: Range<Int>, isTight: Bool, from line: Int) {
    guard !range.isEmpty else { return }
    lineShift = line + linesBefore - tree.nodes[range.lowerBound].position.startLine
    render(range, isTight: isTight)
    if isTight { endLine() }
  }

  private mutating func write(rowsOf table: MarkdownTable) {
    // Wide tables scroll in a frame of their own, which takes the focus so that keys can do it.
    tableCount += 1
    writer.open(
      .div,
      [
        ("class", "table-scroll"), ("tabindex", "0"), ("role", "region"),
        ("aria-label", "Table \(tableCount)"),
      ])
    writer.open(.table)
    var cells = table.cells[...]
    for (place, row) in table.plan.rows.enumerated() {
      // GFM has no tables without a head; an empty one says so.
      if place == 0, row.cells.allSatisfy(\.isEmpty), table.plan.rows.count > 1 { continue }
      if place == 0 { writer.open(.thead) }
      if place == 1 { writer.open(.tbody) }
      write(row, of: table, isHead: place == 0, &cells)
      if place == 0 { writer.close(.thead) }
    }
    if table.plan.rows.count > 1 { writer.close(.tbody) }
    writer.close(.table)
    writer.close(.div)
    endLine()
  }

  private mutating func write(
    _ row: TablePlan.Row, of table: MarkdownTable, isHead: Bool, _ cells: inout ArraySlice<Int>
  ) {
    writer.open(.tr)
    line = row.line + linesBefore
    for (column, alignment) in table.plan.alignments.enumerated() {
      let isEmpty = column >= row.cells.count || row.cells[column].isEmpty
      // An empty cell is the head of nothing.
      let element = isHead && !isEmpty ? MarkupWriter.Element.th : .td
      var attributes: [(name: StaticString, value: String)] = []
      if element == .th { attributes.append(("scope", "col")) }
      if let alignment { attributes.append(("class", "align-\(alignment.rawValue)")) }
      writer.open(element, attributes)
      if !isEmpty, let cell = cells.popFirst() {
        annotate(cell)
        render(cell + 1..<tree.nodes[cell].end)
      }
      writer.close(element)
    }
    writer.close(.tr)
    endLine()
  }
}
