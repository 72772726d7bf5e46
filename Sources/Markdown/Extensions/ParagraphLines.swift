/// Gets the lines of a paragraph out of the block quotes and lists it is in, whose marks stand before
/// each of them (`hostile-input.md` §6).
struct ParagraphLines {
  struct Line {
    /// Without the marks, but with what it is indented by.
    let content: [UInt8]

    /// In columns.
    let indentation: Int

    /// Whether marks are missing, so that it is in the paragraph only since it can be nothing else.
    let isLazy: Bool

    /// From 1, in the text.
    let number: Int

    /// Without blanks around it.
    var text: ArraySlice<UInt8> { content[...].trimmed }
  }

  private let tree: MarkdownTree
  private let lines: SourceLines

  /// By how many columns the lines of items are indented, from their second on.
  private var indentations: [Int: Int] = [:]

  /// Prepares for the blocks of a tree.
  init(_ tree: MarkdownTree, _ lines: SourceLines) {
    self.tree = tree
    self.lines = lines
  }

  /// The lines of a block.
  ///
  /// - Parameter containers: the block quotes and items around it, outermost first.
  mutating func of(_ block: Int, in containers: [Int]) -> [Line] {
    let position = tree.nodes[block].position
    for (depth, container) in containers.enumerated() {
      measure(container, in: containers[..<depth])
    }
    let first = Line(
      content: Array(lines.content(line: position.startLine, column: position.startColumn)),
      indentation: 0, isLazy: false, number: position.startLine)
    guard position.endLine > position.startLine else { return [first] }
    return [first]
      + (position.startLine + 1...position.endLine).map { line($0, in: containers[...]) }
  }

  private func line(_ number: Int, in containers: ArraySlice<Int>) -> Line {
    var cursor = LineCursor(lines.text[lines.range(number)])
    let isLazy = !peel(containers, of: number, &cursor)
    let content = cursor.content
    return Line(
      content: content, indentation: cursor.skipBlanks(), isLazy: isLazy, number: number)
  }

  /// Reads the marks of containers; false if some are missing.
  private func peel(
    _ containers: ArraySlice<Int>, of line: Int, _ cursor: inout LineCursor
  ) -> Bool {
    for container in containers {
      let node = tree.nodes[container]
      if node.kind == .blockQuote {
        guard cursor.skipQuoteMark() else { return false }
      } else if node.position.startLine == line {
        guard cursor.skipItemMark() != nil else { return false }
      } else {
        let indentation = indentations[container] ?? 0
        var next = cursor
        guard next.skipBlanks(atMost: indentation) == indentation else { return false }
        cursor = next
      }
    }
    return true
  }

  private mutating func measure(_ container: Int, in outer: ArraySlice<Int>) {
    let node = tree.nodes[container]
    guard node.kind == .item, indentations[container] == nil else { return }
    var cursor = LineCursor(lines.text[lines.range(node.position.startLine)])
    _ = peel(outer, of: node.position.startLine, &cursor)
    indentations[container] = cursor.skipItemMark() ?? 0
  }
}

extension ArraySlice<UInt8> {
  /// Without blanks around it.
  var trimmed: ArraySlice<UInt8> {
    let start = drop(while: \.isBlank)
    let end = start.lastIndex { !$0.isBlank }
    return end.map { start[...$0] } ?? []
  }
}
