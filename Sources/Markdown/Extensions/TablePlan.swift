/// A table in a paragraph, or in a heading with a line under it, before its cells are parsed.
struct TablePlan {
  struct Row {
    /// At most as many as there are columns.
    let cells: [[UInt8]]

    /// From 1, in the text.
    let line: Int
  }

  /// Where the block is.
  let position: MarkdownTree.Position

  /// Of each column that is shown.
  let alignments: [TableRow.Alignment?]

  /// What stands in the block before the table and after it.
  let before: [ParagraphLines.Line]
  let after: [ParagraphLines.Line]

  /// The head first.
  let rows: [Row]

  /// Whether rows or columns are left out.
  let isCut: Bool

  /// Finds the table in the lines of a block: at the first line that could stand below a head, or
  /// nowhere.
  ///
  /// - Parameter cellLimit: how many cells are left for tables; those that are taken are subtracted.
  init?(_ lines: [ParagraphLines.Line], at position: MarkdownTree.Position, cellLimit: inout Int) {
    guard
      let (delimiter, alignments) = Self.delimiter(in: lines),
      TableRow.cells(of: lines[delimiter - 1].text).count == alignments.count,
      TableRow.isRow(lines[delimiter - 1].text)
    else { return nil }
    self.position = position
    before = Array(lines[..<(delimiter - 1)])
    let body = lines[(delimiter + 1)...].prefix(while: Self.continues)
    after = Array(lines[body.endIndex...])
    let columns = min(alignments.count, MarkdownLimits.columns)
    self.alignments = Array(alignments.prefix(columns))
    let shown = ([lines[delimiter - 1]] + body).prefix(max(cellLimit / columns, 0))
    rows = shown.map { line in
      Row(cells: TableRow.cells(of: line.text, limit: columns), line: line.number)
    }
    cellLimit -= rows.count * columns
    isCut = shown.count <= body.count || alignments.count > columns
  }

  private static func delimiter(
    in lines: [ParagraphLines.Line]
  ) -> (index: Int, alignments: [TableRow.Alignment?])? {
    for (index, line) in lines.enumerated().dropFirst() where !line.isLazy && line.indentation < 4 {
      if let alignments = TableRow.alignments(of: line.text) { return (index, alignments) }
    }
    return nil
  }

  /// Whether a line after a row is another one, rather than the start of a block. Blocks that can
  /// interrupt a paragraph have ended the lines already.
  private static func continues(_ line: ParagraphLines.Line) -> Bool {
    let text = line.text
    return !line.isLazy && line.indentation < 4 && TableRow.isRow(text)
      && ContainerMarks.length(ofMarkAt: text) == nil && !isRule(text) && !isTag(text)
  }

  /// Whether a line makes a heading of a paragraph, but a rule of what isn't one.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.count > 2 && line.allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// Whether a line is one HTML tag, which is a block where no paragraph is.
  private static func isTag(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "<"), let second = line.dropFirst().first,
      second.isLetter || second == UInt8(ascii: "/")
    else { return false }
    var quote: UInt8?
    for index in line.indices {
      let byte = line[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1 == line.endIndex
      }
    }
    return false
  }
}
