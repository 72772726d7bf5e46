/// An element whose content is being left out.
struct UnwantedContent {
  let name: String
  let element: UnwantedElement

  /// How many elements were open at its start: it ends with the last of them.
  let level: Int

  /// How many of the same name are open in each other.
  var depth = 1
}

extension MarkupWriter {
  /// HTML of the text: a block of it, or one inline tag, in the order of the text.
  ///
  /// The content of an unwanted element goes up to its end tag, the next block of Markdown, or the
  /// end of what it stands in, so that a tag left open hides no more than that.
  mutating func raw(_ html: [UInt8], line: Int) {
    guard options.html == .allowList else { return noteRaw(html, line: line) }
    var tokenizer = HTMLTokenizer(html)
    var line = line
    var counted = 0
    while true {
      if let unwanted, unwanted.element == .textOnly {
        guard tokenizer.skip(toEndTagOf: unwanted.name) else { return }
      }
      guard let token = tokenizer.next() else { return }
      switch token {
      case .text(let range) where unwanted == nil: text(references.decode(html[range]))
      case .text: break
      case .tag(let tag) where unwanted != nil: tagInUnwanted(tag)
      case .tag(let tag) where tag.isEnd: endTag(tag, html)
      case .tag(let tag):
        line &+= html[counted..<tag.range.lowerBound].count { $0 == 0x0A }
        counted = tag.range.lowerBound
        startTag(tag, html, line: line)
      }
    }
  }

  /// Counts HTML that isn't wanted; a comment is nothing to anyone.
  private mutating func noteRaw(_ html: [UInt8], line: Int) {
    var tokenizer = HTMLTokenizer(html)
    while let token = tokenizer.next() {
      guard case .tag(let tag) = token else { continue }
      return note(.rawHTML, line: line, example: "<\(tag.isEnd ? "/" : "")\(tag.name)>")
    }
  }

  private mutating func tagInUnwanted(_ tag: HTMLTokenizer.Tag) {
    guard var content = unwanted, tag.name == content.name else { return }
    content.depth += tag.isEnd ? -1 : 1
    unwanted = content.depth > 0 ? content : nil
  }

  private mutating func endTag(_ tag: HTMLTokenizer.Tag, _ html: [UInt8]) {
    guard let name = ElementName.allowed[tag.name] else { return unknownTag(tag, html) }
    if name == .br { return voidElement(.br, []) }
    guard let target = elements.target(ofEnd: name) else { return }
    if target.canEnd {
      end(from: target.index)
    } else {
      elements.markOverdue(at: target.index)
    }
  }

  private mutating func startTag(_ tag: HTMLTokenizer.Tag, _ html: [UInt8], line: Int) {
    if let element = UnwantedElement(tag.name) {
      note(.dangerousElement, line: line, example: tag.name)
      guard element != .tags else { return }
      unwanted = UnwantedContent(name: tag.name, element: element, level: elements.all.count)
      return
    }
    noteDangerousAttributes(tag, line: line)
    guard let name = ElementName.allowed[tag.name] else { return unknownTag(tag, html) }
    let attributes = HTMLAttributes(tag, html, &references)
    switch name {
    case .a: anchor(attributes, line: line)
    case .img: image(attributes, line: line)
    default: element(name, attributes)
    }
  }

  /// A tag of no element of HTML is text, as in `Bearer <token>`.
  private mutating func unknownTag(_ tag: HTMLTokenizer.Tag, _ html: [UInt8]) {
    guard UnwantedElement(tag.name) == nil, !UnwantedElement.unwrapped.contains(tag.name) else {
      return
    }
    text(html[tag.range])
  }

  private mutating func element(_ name: ElementName, _ attributes: HTMLAttributes) {
    let written = attributes.written(for: name) { names.makeID(for: $0) }
    if name.isVoid { return voidElement(name, written) }
    guard elements.hasRoom || [.section, .row, .cell].contains(name.kind) else {
      return pushUnwritten(name)
    }
    switch name.kind {
    case .section, .row, .cell: openPartOfTable(name, written)
    case .item, .description: openElement(name, written, elements.place(ofItem: name))
    case .phrasing: openElement(name, written, .here)
    default: openElement(name, written, elements.place(ofBlock: name))
    }
  }

  private mutating func openElement(
    _ name: ElementName, _ attributes: HTMLAttributes.Written, _ place: OpenElements.Place
  ) {
    switch place {
    case .here: break
    case .afterEnding(let index): end(from: index)
    case .nowhere: return pushUnwritten(name)
    }
    openCellForContent()
    openWritten(name, attributes)
  }

  private mutating func openWritten(_ name: ElementName, _ attributes: HTMLAttributes.Written) {
    let written = name.written(options)
    guard !elements.isRepeated(written) else { return pushUnwritten(name) }
    buffer.append(startOf: written, attributes)
    push(name, isOwn: false, .tag(written))
  }

  private mutating func voidElement(_ name: ElementName, _ attributes: HTMLAttributes.Written) {
    if name.kind != .phrasing {
      switch elements.place(ofBlock: name) {
      case .here: break
      case .afterEnding(let index): end(from: index)
      case .nowhere: return
      }
    }
    openCellForContent()
    buffer.append(startOf: name.rawValue, attributes)
  }

  /// Keeps an element in mind that isn't written, so that its end tag ends no other one.
  mutating func pushUnwritten(_ name: ElementName) {
    if elements.hasRoomUnwritten { push(name, isOwn: false, .nothing) }
  }

  /// Opens a section, a row or a cell, and the parts around it that are missing.
  mutating func openPartOfTable(_ name: ElementName, _ attributes: HTMLAttributes.Written) {
    guard let parts = elements.parts, let table = parts[.table] else { return pushUnwritten(name) }
    switch name.kind {
    case .section: end(from: table + 1)
    case .row: makeSection(parts, table)
    default:
      if let row = parts[.row] {
        end(from: row + 1)
      } else {
        makeSection(parts, table)
        openWritten(.tr, [])
      }
    }
    openWritten(name, attributes)
  }

  private mutating func makeSection(_ parts: [ElementName.Kind: Int], _ table: Int) {
    if let section = parts[.section] { return end(from: section + 1) }
    end(from: table + 1)
    openWritten(.tbody, [])
  }
}

/// Findings.
extension MarkupWriter {
  private mutating func noteDangerousAttributes(_ tag: HTMLTokenizer.Tag, line: Int) {
    for attribute in tag.attributes where HTMLAttributes.isDangerous(attribute.name) {
      note(.dangerousAttribute, line: line, example: attribute.name)
    }
  }
}
