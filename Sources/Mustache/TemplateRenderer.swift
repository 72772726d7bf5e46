/// Writes one page; a value of its own for each.
struct TemplateRenderer {
  /// How deep the bodies of sections, inclusions and blocks may nest; the page ends where they go
  /// deeper, so recursion that the data doesn't end exhausts neither the stack nor time.
  static let maximumDepth = 200

  /// One value that names are looked up in, the innermost last.
  private struct Context {
    let value: MustacheValue
    /// For a record: the index of each name's field by the name's number, -1 without one.
    let fields: [Int]

    func field(_ name: Int, in set: TemplateSet) -> MustacheValue? {
      if !fields.isEmpty {
        let index = fields[name]
        guard index >= 0, case .record(let record) = value else { return nil }
        return record.value(index)
      }
      if case .map(let values) = value { return values[set.names.names[name]] }
      return nil
    }
  }

  let set: TemplateSet
  let tagsDecideEscaping: Bool
  var output: [UInt8] = []
  private var contexts: [Context] = []
  private var fields: FieldIndex
  private var blocks: [String: TemplateBlock] = [:]
  private var indent: [UInt8] = []
  private var isAtLineStart = true
  private var depth = 0
  private var isCut = false

  init(set: TemplateSet, tagsDecideEscaping: Bool) {
    (self.set, self.tagsDecideEscaping, fields) = (set, tagsDecideEscaping, set.fields)
  }

  /// Renders nodes with a value as the innermost context.
  mutating func render(_ nodes: [TemplateNode], within value: MustacheValue) {
    contexts.append(Context(value: value, fields: fields(of: value)))
    render(nodes)
    contexts.removeLast()
  }

  private mutating func render(_ nodes: [TemplateNode]) {
    depth += 1
    isCut = isCut || depth > Self.maximumDepth
    for node in nodes where !isCut {
      switch node {
      case .text(let text): write(text)
      case .variable(let name, let isRaw): write(value(of: name), isRaw: isRaw)
      case .section(let name, let isInverted, let body):
        if isInverted { renderInverted(name, body) } else { renderSection(name, body) }
      case .include(let inclusion): render(inclusion)
      case .block(let block): render(block)
      }
    }
    depth -= 1
  }

  private mutating func renderInverted(_ name: TemplateName, _ body: [TemplateNode]) {
    if !value(of: name).isTrue { render(body) }
  }

  private mutating func renderSection(_ name: TemplateName, _ body: [TemplateNode]) {
    let value = value(of: name)
    switch value {
    case .list(let items): for item in items { render(body, within: item) }
    case .rows(let count, let row): for index in 0..<count { render(body, within: row(index)) }
    case .flag(true): render(body)
    default: if value.isTrue { render(body, within: value) }
    }
  }

  /// Blocks given from further outside win over those given here.
  private mutating func render(_ inclusion: TemplateInclusion) {
    guard let nodes = set.templatesByNumber[inclusion.number] else { return }
    let (outerBlocks, outerIndent) = (blocks, indent)
    for block in inclusion.blocks where blocks[block.name] == nil { blocks[block.name] = block }
    if let more = inclusion.indent {
      indent += more
    } else {
      startLine()
      indent = []
    }
    render(nodes)
    (blocks, indent) = (outerBlocks, outerIndent)
  }

  private mutating func render(_ block: TemplateBlock) {
    indent += block.indent
    render((blocks[block.name] ?? block).body)
    indent.removeLast(block.indent.count)
  }

  private mutating func write(_ text: [UInt8]) {
    if indent.isEmpty {
      output += text
    } else {
      for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if line.startIndex > 0 {
          output.append(UInt8(ascii: "\n"))
          isAtLineStart = true
        }
        if line.startIndex < text.count { startLine() }
        output += line
      }
    }
    isAtLineStart = text.last == UInt8(ascii: "\n")
  }

  /// Values never are indented within, but the template's line that they stand in is.
  private mutating func startLine() {
    if isAtLineStart { output += indent }
    isAtLineStart = false
  }

  private mutating func write(_ value: MustacheValue, isRaw: Bool) {
    startLine()
    switch value {
    case .text(let text):
      if isRaw && tagsDecideEscaping {
        output += text.utf8
      } else {
        HTMLEscape.append(text, to: &output)
      }
    case .markup(let bytes): output += bytes
    case .none, .flag, .list, .rows, .record, .map: break
    }
  }

  private mutating func value(of name: TemplateName) -> MustacheValue {
    guard let first = name.parts.first else { return contexts.last?.value ?? .none }
    for index in contexts.indices.reversed() {
      guard var value = contexts[index].field(first, in: set) else { continue }
      for part in name.parts.dropFirst() {
        let context = Context(value: value, fields: fields(of: value))
        value = context.field(part, in: set) ?? .none
      }
      return value
    }
    return .none
  }

  private mutating func fields(of value: MustacheValue) -> [Int] {
    guard case .record(let record) = value else { return [] }
    if let known = fields.places(of: record.type) { return known }
    // Only models that the set was not told of.
    fields.add(.record(record.type), names: set.names)
    return fields.places(of: record.type) ?? []
  }
}
