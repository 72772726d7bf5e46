extension DocumentRenderer {
  /// Begins an inline node; nothing if that writes it as a whole.
  mutating func enter(inline index: Int, in open: [OpenNode]) -> Closing? {
    let node = tree.nodes[index]
    switch node.kind {
    case .emphasis, .strong:
      let element: MarkupWriter.Element = node.kind == .strong ? .strong : .em
      writer.open(element)
      annotate(index, isInLink: open.contains { $0.closing == .link })
      return .element(element)
    case .link:
      writer.openLink(
        to: Array(tree.bytes[node.text]), title: Array(tree.bytes[node.title]), line: line)
      annotate(index, isInLink: true)
      return .link
    default:
      write(leafInline: index)
      return nil
    }
  }

  private mutating func write(leafInline index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .text: write(text: index)
    case .code:
      writer.open(.code)
      writer.text(tree.bytes[node.text])
      writer.close(.code)
    case .html: writer.raw(Array(tree.bytes[node.text]), line: line)
    case .image: write(image: index)
    case .softBreak: breakLine()
    case .lineBreak:
      writer.void(.br)
      breakLine()
    default: break
    }
  }

  private mutating func breakLine() {
    endLine()
    line += 1
  }

  private mutating func write(image index: Int) {
    let node = tree.nodes[index]
    let content = index + 1..<node.end
    var traits = ImageTraits()
    traits.alternative = String(
      decoding: tree.plainText(content, escape: document.source.escape), as: UTF8.self)
    traits.title = String(decoding: tree.bytes[node.title], as: UTF8.self)
    writer.image(Array(tree.bytes[node.text]), traits, line: line)
    for node in tree.nodes[content] where node.kind == .softBreak || node.kind == .lineBreak {
      line += 1
    }
  }

  /// Writes a text with its marks.
  private mutating func write(text index: Int) {
    let range = tree.nodes[index].text
    guard let marks = marks.removeValue(forKey: index) else { return write(range) }
    var start = range.lowerBound
    for mark in marks {
      write(start..<range.lowerBound + mark.offset)
      write(mark)
      start = range.lowerBound + mark.offset + mark.length
    }
    write(start..<range.upperBound)
  }

  private mutating func write(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let escape = document.source.escape {
      writer.text(escape.text(tree.bytes[range]))
    } else {
      writer.text(tree.bytes[range])
    }
  }

  private mutating func write(_ mark: TextMark) {
    switch mark.kind {
    case .nothing: break
    case .deletion: writer.open(.del)
    case .deletionEnd: writer.close(.del)
    case .link(let destination):
      let address = document.source.escape?.text(destination) ?? destination
      writer.openLink(to: address, title: [], line: line)
    case .linkEnd: writer.closeLink()
    }
  }
}
