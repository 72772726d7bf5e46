/// A text parsed, with its tables.
struct MarkdownDocument {
  let source: SourceText
  let tree: MarkdownTree

  /// The text's own nodes; others before them are cells of tables.
  let body: Range<Int>

  /// The tables by the nodes that they stand for.
  let tables: [Int: MarkdownTable]

  /// The lines that libcmark read before the text's first one.
  let linesBefore: Int

  /// Parses a text that is within the limits: twice if it has tables.
  init(_ source: SourceText) throws(MarkdownRefusal) {
    self.source = source
    let parsed = ParsedText(source.lines.text)
    let plans = try Self.plans(for: parsed, source)
    guard !plans.isEmpty else {
      tree = try parsed.tree(escape: source.escape)
      (body, tables, linesBefore) = (tree.nodes.indices, [:], 0)
      return
    }
    let prologue = TablePrologue(plans)
    do throws(MarkdownRefusal) {
      tree = try ParsedText(prologue.text + source.lines.text).tree(escape: source.escape)
    } catch {
      throw error.moved(by: -prologue.lineCount)
    }
    body = prologue.body(of: tree)
    tables = prologue.tables(in: tree)
    linesBefore = prologue.lineCount
  }

  private static func plans(
    for parsed: borrowing ParsedText, _ source: SourceText
  ) throws(MarkdownRefusal) -> [TablePlan] {
    guard TablePlanner.mayFindTables(in: source.lines) else { return [] }
    let blocks = try parsed.tree(blocksOnly: true, escape: source.escape)
    return TablePlanner.plans(for: blocks, source.lines)
  }
}
