extension DocumentRenderer {
  mutating func enter(paragraph index: Int, isTight: Bool) -> Closing {
    if !isTight { writer.open(.p) }
    if let task = tasks.removeValue(forKey: index) { write(task, of: index) }
    annotate(index)
    return isTight ? .nothing : .element(.p)
  }

  mutating func enter(heading index: Int, level: Int) -> Closing {
    let content = index + 1..<tree.nodes[index].end
    let text = String(
      decoding: tree.plainText(content, escape: document.source.escape), as: UTF8.self)
    let id = writer.id(for: text)
    headings.append(MarkdownHeading(level: level, id: id, text: text, line: line))
    let element = Self.headings[options.headingLevel(level) - 1]
    writer.open(element, [("id", id)])
    annotate(index)
    return .element(element)
  }

  mutating func enter(quote index: Int, isTop: Bool) -> Closing {
    if isTop, let alert = document.alert(at: index) {
      begin(alert, of: index)
      return .element(.div)
    }
    writer.open(.blockquote)
    return .element(.blockquote)
  }

  mutating func enter(listFrom start: Int?) -> Closing {
    guard let start else {
      writer.open(.ul)
      return .element(.ul)
    }
    var attributes: [(name: StaticString, value: String)] = []
    if start != 1 { attributes.append(("start", String(start))) }
    writer.open(.ol, attributes)
    return .element(.ol)
  }

  mutating func enter(item index: Int) -> Closing {
    let first = index + 1
    let table = document.tables[first]
    // A box in the head of a table stays text.
    if let task = document.taskMark(ofItem: index), table == nil || table?.before.isEmpty == false {
      writer.open(.li, [("class", "task-list-item")])
      tasks[table?.before.first ?? first] = task
    } else {
      writer.open(.li)
    }
    return .element(.li)
  }

  mutating func write(leaf index: Int) {
    let node = tree.nodes[index]
    switch node.kind {
    case .htmlBlock:
      writer.raw(Array(tree.bytes[node.text]), line: line)
    case .codeBlock:
      writer.open(.pre, [("tabindex", "0")])
      writer.open(.code, languageClass(tree.bytes[node.title]))
      writer.text(tree.bytes[node.text])
      writer.close(.code)
      writer.close(.pre)
      endLine()
    default:
      writer.void(.hr)
      endLine()
    }
  }

  private static let headings: [MarkupWriter.Element] = [.h1, .h2, .h3, .h4, .h5, .h6]

  /// The class that tells the language of code, by the first word after its fence.
  private func languageClass(_ info: ArraySlice<UInt8>) -> [(name: StaticString, value: String)] {
    let word = info.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard !word.isEmpty, word.count <= 40, word.allSatisfy(Self.isLanguageByte) else { return [] }
    return [("class", "language-" + String(decoding: word, as: UTF8.self))]
  }

  private static func isLanguageByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "#"),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
