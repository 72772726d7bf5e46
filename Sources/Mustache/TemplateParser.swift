/// Builds the nodes of one template from its lines.
///
/// Whitespace follows the Mustache specification: a tag alone on its line takes the line with it,
/// and blocks lose their indentation here to get that of the place where they are written.
struct TemplateParser {
  /// Bodies nested deeper than this are refused, so that no source exhausts the stack.
  static let maximumNesting = 100

  private struct Frame {
    let tag: TemplateTag
    var nodes: [TemplateNode] = []
    /// What the content is indented by when written; nil when the tag isn't first on its line.
    var indent: [UInt8]?
    /// How many blanks at the start of each source line of the content are its indentation.
    var margin: Int
  }

  private(set) var nodes: [TemplateNode] = []
  private(set) var errors: [TemplateError]
  private(set) var names: NameTable
  private var frames: [Frame] = []
  /// Text since the last node, over as many lines as it goes.
  private var text: [UInt8] = []

  init(file: String, source: [UInt8], names: NameTable) {
    let lexer = TemplateLexer(file: file, source: source)
    (self.names, errors) = (names, lexer.errors)
    for (index, line) in lexer.lines.enumerated() {
      add(line, before: lexer.lines[(index + 1)...])
    }
    flushText()
    while let frame = frames.popLast() { refuse(frame.tag, "“\(frame.tag.name)” is never closed") }
  }

  private var margin: Int { frames.last?.margin ?? 0 }

  private mutating func add(_ line: TemplateLine, before following: ArraySlice<TemplateLine>) {
    let outer = margin
    let indent = Array(line.blanks.dropFirst(outer))
    guard line.standsAlone else { return addMixed(line, indent: indent) }
    for (index, tag) in line.tags.enumerated() {
      add(tag, indent: index == 0 ? indent : nil, blanks: line.blanks.count)
    }
    if line.tags.last?.kind == .block {
      let inner = following.first { !$0.isBlank }?.blanks ?? []
      frames[frames.count - 1].margin = inner.count
      frames[frames.count - 1].indent = Array(inner.dropFirst(outer))
    }
  }

  private mutating func addMixed(_ line: TemplateLine, indent: [UInt8]) {
    for (index, token) in line.tokens.enumerated() {
      switch token {
      case .tag(let tag) where index == 0 && tag.kind == .block:
        add(tag, indent: indent, blanks: line.blanks.count)
      case .tag(let tag):
        if index == 0 { text += indent }
        add(tag, indent: nil, blanks: 0)
      case .text(let bytes):
        if index == 0 { text += indent }
        text += bytes
      }
    }
    if line.tokens.isEmpty { text += indent }
  }

  private mutating func add(_ tag: TemplateTag, indent: [UInt8]?, blanks: Int) {
    flushText()
    switch tag.kind {
    case .comment: break
    case .variable, .raw: append(.variable(name(of: tag), isRaw: tag.kind == .raw))
    case .partial:
      let file = TemplateSet.partialFile(named: tag.name)
      append(
        .include(
          TemplateInclusion(
            file: file, number: names.id(of: file), place: tag.place, indent: indent)))
    case .close: close(tag)
    case .section, .inverted, .parent, .block:
      let isIndented = tag.kind == .block && indent != nil
      frames.append(Frame(tag: tag, indent: indent, margin: isIndented ? blanks : margin))
      if frames.count == Self.maximumNesting + 1 {
        refuse(tag, "more than \(Self.maximumNesting) tags are open here")
      }
    }
  }

  private mutating func close(_ tag: TemplateTag) {
    guard let index = frames.lastIndex(where: { $0.tag.name == tag.name }) else {
      return refuse(tag, "“\(tag.name)” isn't open here")
    }
    for frame in frames[(index + 1)...] {
      refuse(frame.tag, "“\(frame.tag.name)” isn't closed before “\(tag.name)”")
    }
    let frame = frames[index]
    frames.removeSubrange(index...)
    if index < Self.maximumNesting { append(node(of: frame)) }
  }

  private mutating func node(of frame: Frame) -> TemplateNode {
    let (tag, body, indent) = (frame.tag, frame.nodes, frame.indent)
    switch tag.kind {
    case .block:
      return .block(
        TemplateBlock(name: tag.name, place: tag.place, indent: indent ?? [], body: body))
    case .parent:
      let blocks = body.compactMap { if case .block(let block) = $0 { block } else { nil } }
      let file = TemplateSet.templateFile(named: tag.name)
      return .include(
        TemplateInclusion(
          file: file, number: names.id(of: file), place: tag.place, indent: indent,
          blocks: blocks))
    default:
      return .section(name(of: tag), isInverted: tag.kind == .inverted, body: body)
    }
  }

  private mutating func name(of tag: TemplateTag) -> TemplateName {
    let parts = tag.name.split(separator: ".", omittingEmptySubsequences: false)
    let ids = tag.name == "." ? [] : parts.map { names.id(of: String($0)) }
    return TemplateName(text: tag.name, parts: ids, place: tag.place)
  }

  private mutating func flushText() {
    if !text.isEmpty { append(.text(text)) }
    text = []
  }

  private mutating func append(_ node: TemplateNode) {
    if frames.isEmpty { nodes.append(node) } else { frames[frames.count - 1].nodes.append(node) }
  }

  private mutating func refuse(_ tag: TemplateTag, _ problem: String) {
    errors.append(TemplateError(place: tag.place, problem: problem))
  }
}
