/// Goes through a template as rendering would, with shapes in place of values.
struct TemplateChecker {
  /// A body in one state; what it has to say is the same each time.
  private struct Visit: Hashable {
    let body: TemplatePlace
    let contexts: [ObjectIdentifier]
    let blocks: [String: TemplatePlace]
  }

  private(set) var errors: [TemplateError] = []
  private let set: TemplateSet
  /// The innermost last, each shape once: an outer one of the same shape can't be reached.
  private var contexts: [TemplateShape]
  private var blocks: [String: TemplateBlock] = [:]
  private var visited: Set<Visit> = []
  /// The bodies being gone through, and how far down in the data each was entered.
  private var active: [Visit: Int] = [:]
  private var descents = 0
  private var depth = 0

  init(set: TemplateSet, root: TemplateShape) { (self.set, contexts) = (set, [root]) }

  /// Checks a file and all it includes.
  mutating func check(_ file: String) {
    let start = TemplatePlace(file: file, line: 1, column: 1)
    include(TemplateInclusion(file: file, number: -1, place: start))
  }

  private mutating func check(_ nodes: [TemplateNode]) {
    depth += 1
    for node in nodes {
      switch node {
      case .text: break
      case .variable(let name, let isRaw): checkWritten(name, isRaw: isRaw)
      case .section(let name, let isInverted, let body): checkSection(name, isInverted, body)
      case .include(let inclusion): include(inclusion)
      case .block(let block):
        let chosen = blocks[block.name] ?? block
        enter(chosen.body, of: chosen.place, at: block.place)
      }
    }
    depth -= 1
  }

  private mutating func checkWritten(_ name: TemplateName, isRaw: Bool) {
    switch (shape(of: name, as: "variable"), isRaw) {
    case (nil, _), (.text, false), (.markup, true): break
    case (.text, true):
      refuse(name.place, "“\(name.text)” is text, which must be escaped: write {{\(name.text)}}")
    case (.markup, false):
      refuse(name.place, "“\(name.text)” is markup: write {{{\(name.text)}}}")
    case (let shape?, _):
      refuse(name.place, "“\(name.text)” is \(shape.noun), which only a section can use")
    }
  }

  private mutating func checkSection(
    _ name: TemplateName, _ isInverted: Bool, _ body: [TemplateNode]
  ) {
    guard let shape = shape(of: name, as: "section") else { return }
    let outer = (contexts, descents)
    switch shape {
    case .flag: break
    case _ where isInverted: break
    case .list(let element): push(element)
    case .text, .markup, .record: push(shape)
    }
    check(body)
    (contexts, descents) = outer
  }

  private mutating func push(_ shape: TemplateShape) {
    if case .record = shape { descents += 1 }
    contexts.removeAll { $0.identity == shape.identity }
    contexts.append(shape)
  }

  /// Looks a name up as rendering does; the first part anywhere, each other in the one before.
  private mutating func shape(of name: TemplateName, as noun: String) -> TemplateShape? {
    var shape = contexts.last
    var fields = contexts.reversed().flatMap(\.fields)
    for part in name.parts.map({ set.names.names[$0] }) {
      guard let field = fields.first(where: { $0.name == part }) else {
        let whole = name.parts.count == 1 ? "" : " in “\(name.text)”"
        let hint = NearestName.hint(for: part, among: fields.map(\.name))
        refuse(name.place, "unknown \(noun) “\(part)”\(whole)\(hint)")
        return nil
      }
      (shape, fields) = (field.shape, field.shape.fields)
    }
    return shape
  }

  private mutating func include(_ inclusion: TemplateInclusion) {
    guard let nodes = set.templates[inclusion.file] else {
      let hint = NearestName.hint(for: inclusion.file, among: Array(set.templates.keys))
      return refuse(inclusion.place, "unknown template “\(inclusion.file)”\(hint)")
    }
    var seen: Set<String> = []
    let known = inclusion.blocks.isEmpty ? [] : set.blockNames(in: inclusion.file, seen: &seen)
    for block in inclusion.blocks where !known.contains(block.name) {
      let hint = NearestName.hint(for: block.name, among: Array(known))
      refuse(block.place, "\(inclusion.file) has no block “\(block.name)”\(hint)")
    }
    let outer = blocks
    for block in inclusion.blocks where blocks[block.name] == nil { blocks[block.name] = block }
    let whole = TemplatePlace(file: inclusion.file, line: 0, column: 0)
    enter(nodes, of: whole, at: inclusion.place)
    blocks = outer
  }

  /// Checks a body unless that was done in the same state; `place` is the tag that leads to it.
  private mutating func enter(
    _ nodes: [TemplateNode], of body: TemplatePlace, at place: TemplatePlace
  ) {
    let visit = Visit(
      body: body, contexts: contexts.map(\.identity), blocks: blocks.mapValues(\.place))
    if active[visit] == descents { return refuse(place, "what this brings in contains it again") }
    guard visited.insert(visit).inserted else { return }
    guard depth < TemplateRenderer.maximumDepth else {
      return refuse(place, "more than \(TemplateRenderer.maximumDepth) levels deep")
    }
    active[visit] = descents
    check(nodes)
    active[visit] = nil
  }

  private mutating func refuse(_ place: TemplatePlace, _ problem: String) {
    errors.append(TemplateError(place: place, problem: problem))
  }
}

extension TemplateSet {
  /// The blocks that an inclusion of a file can replace, those of files it includes among them.
  fileprivate func blockNames(in file: String, seen: inout Set<String>) -> Set<String> {
    guard seen.insert(file).inserted, let nodes = templates[file] else { return [] }
    return blockNames(in: nodes, seen: &seen)
  }

  private func blockNames(in nodes: [TemplateNode], seen: inout Set<String>) -> Set<String> {
    var names: Set<String> = []
    for node in nodes {
      switch node {
      case .text, .variable: break
      case .section(_, _, let body): names.formUnion(blockNames(in: body, seen: &seen))
      case .block(let block):
        names.insert(block.name)
        names.formUnion(blockNames(in: block.body, seen: &seen))
      case .include(let inclusion):
        names.formUnion(blockNames(in: inclusion.file, seen: &seen))
        for block in inclusion.blocks { names.formUnion(blockNames(in: block.body, seen: &seen)) }
      }
    }
    return names
  }
}
