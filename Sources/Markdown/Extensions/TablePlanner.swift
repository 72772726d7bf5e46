/// Finds the tables of a text by its blocks, which is the first pass (`hostile-input.md` §6).
enum TablePlanner {
  /// Whether a text may have tables.
  static func mayFindTables(in lines: SourceLines) -> Bool {
    lines.numbers.contains { TableRow.mayBeDelimiter(lines.text[lines.range($0)]) }
  }

  /// The tables in the order of the text.
  ///
  /// - Parameter tree: its blocks are enough.
  static func plans(for tree: MarkdownTree, _ lines: SourceLines) -> [TablePlan] {
    let delimiters = lines.numbers.filter { TableRow.mayBeDelimiter(lines.text[lines.range($0)]) }
    var paragraphs = ParagraphLines(tree, lines)
    var cellLimit = MarkdownLimits.cells
    var containers: [Int] = []
    var next = delimiters.startIndex
    var plans: [TablePlan] = []
    for (index, node) in tree.nodes.enumerated() {
      while let last = containers.last, tree.nodes[last].end <= index { containers.removeLast() }
      if node.kind.isContainer { containers.append(index) }
      guard node.kind.holdsInlines else { continue }
      while next < delimiters.endIndex, delimiters[next] <= node.position.startLine { next += 1 }
      guard next < delimiters.endIndex, delimiters[next] <= node.position.endLine else { continue }
      let lines = paragraphs.of(index, in: containers)
      if let plan = TablePlan(lines, at: node.position, cellLimit: &cellLimit) {
        plans.append(plan)
      }
    }
    return plans
  }
}
