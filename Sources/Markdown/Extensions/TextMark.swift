/// Something in a text that libcmark doesn't know.
struct TextMark: Hashable {
  enum Kind: Hashable {
    /// The bytes are not shown.
    case nothing

    case deletion, deletionEnd
    case link(to: [UInt8])
    case linkEnd
  }

  /// From the text's first byte.
  let offset: Int

  /// How many bytes it stands for, which are not written as text.
  let length: Int
  let kind: Kind
}

extension DocumentRenderer {
  /// Looks for marks in the texts that are children of a node.
  mutating func annotate(_ index: Int, isInLink: Bool = false) {
    let source = document.source
    guard source.mayHaveTildes || source.mayHaveAddresses else { return }
    let children = tree.children(of: index)
    let edge = tree.nodes[index].kind.isBlock ? Flank.space : .punctuation
    var runs: [Strikethrough.Run] = []
    var isInLink = isInLink
    for (place, child) in children.enumerated() {
      if let isStart = startsLink(child) { isInLink = isStart }
      guard tree.nodes[child].kind == .text else { continue }
      let text = tree.bytes[tree.nodes[child].text]
      let previous = place > 0 ? tree.nodes[children[place - 1]].kind : nil
      let next = place + 1 < children.count ? tree.nodes[children[place + 1]].kind : nil
      var links: [Autolink] = []
      if !isInLink, source.mayHaveAddresses {
        links = Autolink.all(in: text, isAtBoundary: previous?.allowsAddressAfter ?? true)
        for link in links { marks[child, default: []] += link.marks }
      }
      guard source.mayHaveTildes else { continue }
      runs += Strikethrough.runs(
        in: text, of: child, before: previous?.flank ?? edge, after: next?.flank ?? edge
      ).filter { run in !links.contains { $0.range.contains(run.offset) } }
    }
    var changed: Set<Int> = []
    for (node, mark) in Strikethrough.marks(for: runs) {
      marks[node, default: []].append(mark)
      changed.insert(node)
    }
    // Links stay before what begins or ends at the same place.
    for node in changed { marks[node]?.sort { $0.offset < $1.offset } }
  }

  /// Hides the first bytes of the text that a paragraph begins with.
  mutating func hide(_ count: Int, atStartOf paragraph: Int) {
    let first = paragraph + 1
    guard tree.nodes.indices.contains(first), tree.nodes[first].kind == .text else { return }
    let length = min(count, tree.nodes[first].text.count)
    marks[first, default: []].append(TextMark(offset: 0, length: length, kind: .nothing))
  }

  /// Whether a node is the tag that begins a link, or the one that ends it; nothing for others.
  private func startsLink(_ index: Int) -> Bool? {
    let node = tree.nodes[index]
    guard node.kind == .html else { return nil }
    let name = tree.bytes[node.text].prefix(4).dropFirst().map { $0 | 0x20 }
    if name.first == UInt8(ascii: "a"), !name.dropFirst().contains(where: \.isLetterOrDigit) {
      return true
    }
    return name.elementsEqual("/a~".utf8) ? false : nil
  }
}

extension MarkdownTree.Kind {
  /// Whether an address may follow, which it may after the marks of emphasis.
  fileprivate var allowsAddressAfter: Bool {
    switch self {
    case .softBreak, .lineBreak, .emphasis, .strong: true
    default: false
    }
  }

  /// What a node looks like to a mark beside it.
  fileprivate var flank: Flank {
    switch self {
    case .softBreak, .lineBreak: .space
    case .text: .other
    default: .punctuation
    }
  }
}
