/// The nodes of a text as an array in the order of the text, so that no walk over them recurses.
struct MarkdownTree {
  enum Kind: Hashable {
    case blockQuote, item, codeBlock, htmlBlock, paragraph, thematicBreak
    case list(start: Int?, isTight: Bool)
    case heading(level: Int)
    case text, softBreak, lineBreak, code, html, emphasis, strong, link, image

    /// Whether it is a block whose children are inlines.
    var holdsInlines: Bool {
      switch self {
      case .paragraph, .heading: true
      default: false
      }
    }

    /// Whether it is none of what is in a line.
    var isBlock: Bool {
      switch self {
      case .blockQuote, .item, .codeBlock, .htmlBlock, .paragraph, .thematicBreak: true
      case .list, .heading: true
      default: false
      }
    }

    /// Whether it has an address.
    var isLink: Bool { self == .link || self == .image }

    /// Whether blocks in it are deeper than it.
    var isContainer: Bool { self == .blockQuote || self == .item }

    /// Whether libcmark gives it children, so that it ends by an event of its own.
    var hasEnd: Bool {
      switch self {
      case .codeBlock, .htmlBlock, .thematicBreak, .text, .softBreak, .lineBreak, .code, .html:
        false
      default: true
      }
    }
  }

  /// Where a block is in the source; lines and columns (in bytes) are from 1.
  struct Position: Hashable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
  }

  struct Node {
    let kind: Kind
    let position: Position

    /// The index after the last node in this one.
    fileprivate(set) var end: Int

    /// A literal or an address, in `bytes`.
    let text: Range<Int>

    /// The title of a link, or the words after a fence.
    let title: Range<Int>
  }

  private(set) var nodes: [Node] = []

  /// All strings, one after the other.
  private(set) var bytes: [UInt8] = []

  /// The indexes of a node's children.
  func children(of index: Int) -> [Int] { siblings(index + 1..<nodes[index].end) }

  /// The indexes of the nodes of a range that are in no other node of the range.
  func siblings(_ range: Range<Int>) -> [Int] {
    var result: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      result.append(index)
      index = nodes[index].end
    }
    return result
  }

  /// What a reader sees of the nodes of a range, without markup; breaks are spaces.
  func plainText(_ range: Range<Int>, escape: TildeEscape?) -> [UInt8] {
    var result: [UInt8] = []
    for node in nodes[range] {
      switch node.kind {
      case .text: result += escape?.text(bytes[node.text]) ?? Array(bytes[node.text])
      case .code: result += bytes[node.text]
      case .softBreak, .lineBreak: result.append(UInt8(ascii: " "))
      default: break
      }
    }
    return result
  }
}

extension MarkdownTree {
  /// Builds a tree from libcmark's events.
  struct Builder {
    private(set) var tree = MarkdownTree()
    private let escape: TildeEscape?
    private var open: [Int] = []
    private var depth = 0

    /// Makes a builder.
    init(escape: TildeEscape?) { self.escape = escape }

    /// Begins a node, and ends it too if it is one without children.
    mutating func open(
      _ kind: Kind, _ position: Position, text: UnsafeRawBufferPointer,
      title: UnsafeRawBufferPointer
    ) {
      let text = unsafe append(text, of: kind, isTitle: false)
      let title = unsafe append(title, of: kind, isTitle: true)
      let index = tree.nodes.count
      tree.nodes.append(
        Node(kind: kind, position: position, end: index + 1, text: text, title: title))
      guard kind.hasEnd else { return }
      open.append(index)
      if kind.isContainer { depth += 1 }
    }

    /// Ends the innermost open node.
    mutating func close() {
      guard let index = open.popLast() else { return }
      tree.nodes[index].end = tree.nodes.count
      if tree.nodes[index].kind.isContainer { depth -= 1 }
    }

    /// Refuses what is nested too deeply, with the line of the outermost block.
    func checkDepth() throws(MarkdownRefusal) {
      guard depth > MarkdownLimits.depth else { return }
      throw .nesting(line: open.first.map { tree.nodes[$0].position.startLine } ?? 1)
    }

    private mutating func append(
      _ string: UnsafeRawBufferPointer, of kind: Kind, isTitle: Bool
    ) -> Range<Int> {
      let start = tree.bytes.count
      if let escape, kind != .text {
        let isText = isTitle || kind.isLink
        tree.bytes += unsafe isText ? escape.text(string) : escape.source(string)
      } else {
        unsafe tree.bytes.append(contentsOf: string)
      }
      return start..<tree.bytes.count
    }
  }
}
