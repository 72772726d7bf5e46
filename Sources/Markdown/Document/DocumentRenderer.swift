/// Writes a parsed text through a `MarkupWriter`.
struct DocumentRenderer {
  /// A node whose content is being written.
  struct OpenNode {
    let index: Int
    let end: Int
    let closing: Closing
  }

  /// What ends a node.
  enum Closing: Equatable {
    case element(MarkupWriter.Element)
    case link
    case nothing

    /// Whether what comes next begins on a new line, which is for those who read the markup.
    var isBlock: Bool {
      switch self {
      case .element(.em), .element(.strong), .link, .nothing: false
      case .element: true
      }
    }
  }

  let document: MarkdownDocument
  let options: MarkdownOptions
  var writer: MarkupWriter
  var headings: [MarkdownHeading] = []

  /// How many tables were written, so that each has a name of its own.
  var tableCount = 0

  /// What to add to a line of the tree for one of the file.
  var lineShift: Int

  /// The lines of the file before the text.
  let linesBefore: Int

  /// The line that is being written, in the file.
  var line = 1

  /// Nodes that are not written: the mark of an alert.
  var dropped = 0..<0

  /// What is in texts besides text, by node.
  var marks: [Int: [TextMark]] = [:]

  /// The boxes of tasks, by the paragraphs that begin with them.
  var tasks: [Int: TaskMark] = [:]

  var tree: MarkdownTree { document.tree }

  /// Makes a renderer.
  ///
  /// - Parameter linesBefore: the lines of the file before the text.
  init(_ document: MarkdownDocument, _ options: MarkdownOptions, linesBefore: Int) {
    self.document = document
    self.options = options
    writer = MarkupWriter(options)
    self.linesBefore = linesBefore
    lineShift = linesBefore - document.linesBefore
  }

  /// Writes the whole text.
  mutating func renderAll() { render(document.body) }

  /// Writes the nodes of a range, in a loop, since they may be nested deeply.
  ///
  /// - Parameter isTight: whether paragraphs at the top have no element, as in tight lists.
  mutating func render(_ range: Range<Int>, isTight: Bool = false) {
    var open: [OpenNode] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = open.last, last.end <= index {
        close(last.closing)
        open.removeLast()
      }
      if dropped.contains(index) {
        index = dropped.upperBound
      } else if let closing = enter(index, in: open, isTight: isTight) {
        open.append(OpenNode(index: index, end: tree.nodes[index].end, closing: closing))
        index += 1
      } else {
        index = tree.nodes[index].end
      }
    }
    for node in open.reversed() { close(node.closing) }
  }

  /// Begins a node; nothing if that writes it as a whole.
  private mutating func enter(_ index: Int, in open: [OpenNode], isTight: Bool) -> Closing? {
    let node = tree.nodes[index]
    guard node.kind.isBlock else { return enter(inline: index, in: open) }
    if let table = document.tables[index] {
      write(table, isTight: self.isTight(open, isTight))
      return nil
    }
    line = node.position.startLine + lineShift
    switch node.kind {
    case .paragraph: return enter(paragraph: index, isTight: self.isTight(open, isTight))
    case .heading(let level): return enter(heading: index, level: level)
    case .blockQuote: return enter(quote: index, isTop: open.isEmpty)
    case .list(let start, _): return enter(listFrom: start)
    case .item: return enter(item: index)
    default:
      write(leaf: index)
      return nil
    }
  }

  /// Whether a paragraph in these nodes is one of a tight list.
  private func isTight(_ open: [OpenNode], _ isTight: Bool) -> Bool {
    guard let item = open.last else { return isTight }
    guard tree.nodes[item.index].kind == .item, let list = open.dropLast().last else {
      return false
    }
    if case .list(_, isTight: true) = tree.nodes[list.index].kind { return true }
    return false
  }

  private mutating func close(_ closing: Closing) {
    switch closing {
    case .element(let element): writer.close(element)
    case .link: writer.closeLink()
    case .nothing: break
    }
    if closing.isBlock { endLine() }
  }

  /// Writes the end of a line, for those who read the markup.
  mutating func endLine() { writer.text(CollectionOfOne(UInt8(ascii: "\n"))) }
}
