/// The text before a text by which libcmark parses the cells of tables, since it has no call for a
/// part of a text, and links in cells may be defined anywhere (`hostile-input.md` §6).
///
/// Each cell is a heading of one line: it can neither begin another block nor swallow what follows.
/// Groups end with headings of level 6, which nothing in a group can make.
struct TablePrologue {
  private static let groupEnd = 6

  private(set) var text: [UInt8] = []
  let lineCount: Int
  private let plans: [TablePlan]

  /// Writes the prologue for tables.
  init(_ plans: [TablePlan]) {
    self.plans = plans
    for plan in plans {
      Self.append(paragraph: plan.before, to: &text)
      for cell in plan.rows.flatMap(\.cells) where !cell.isEmpty {
        text += "# ".utf8
        text += cell
        text += " #\n".utf8
      }
      text += "###### m\n".utf8
      for line in plan.after {
        text += line.content
        text.append(UInt8(ascii: "\n"))
      }
      text += "\n###### m\n".utf8
    }
    lineCount = text.count { $0 == UInt8(ascii: "\n") }
  }

  /// Writes the lines of a paragraph so that none but the first can begin a block.
  private static func append(paragraph lines: [ParagraphLines.Line], to text: inout [UInt8]) {
    for (place, line) in lines.enumerated() {
      if place > 0 { text += "    ".utf8 }
      text += line.text
      // Two blanks at the end break the line.
      if line.content.suffix(2).elementsEqual("  ".utf8) { text += "  ".utf8 }
      text.append(UInt8(ascii: "\n"))
    }
    text += "\n###### m\n".utf8
  }

  /// The nodes of the text itself in the tree of prologue and text.
  func body(of tree: MarkdownTree) -> Range<Int> {
    let first = tree.siblings(tree.nodes.indices).first {
      tree.nodes[$0].position.startLine > lineCount
    }
    return (first ?? tree.nodes.endIndex)..<tree.nodes.endIndex
  }

  /// The tables by the nodes of the text that they stand for.
  func tables(in tree: MarkdownTree) -> [Int: MarkdownTable] {
    let body = body(of: tree)
    let groups = groups(of: tree, before: body.lowerBound)
    var result: [Int: MarkdownTable] = [:]
    var place = 0
    for index in body where tree.nodes[index].kind.holdsInlines && place < plans.count {
      let position = tree.nodes[index].position
      let plan = plans[place]
      guard position.startLine - lineCount == plan.position.startLine,
        position.startColumn == plan.position.startColumn
      else { continue }
      let group = 3 * place
      place += 1
      guard group + 2 < groups.count else { break }
      let (before, after) = (groups[group], groups[group + 2])
      result[index] = MarkdownTable(
        plan, before: before, cells: tree.siblings(groups[group + 1]), after: after)
    }
    return result
  }

  /// The nodes of the groups of all tables, three of each.
  private func groups(of tree: MarkdownTree, before end: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in tree.siblings(0..<end) {
      guard tree.nodes[index].kind == .heading(level: Self.groupEnd) else { continue }
      result.append(start..<index)
      start = tree.nodes[index].end
    }
    return result
  }
}
