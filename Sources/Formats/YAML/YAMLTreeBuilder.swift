/// Builds a tree from events, within the limits on depth and size.
struct YAMLTreeBuilder {
  /// Whether a key that is there already is read on over, as PyYAML does: the last value wins.
  private let allowsDuplicates: Bool
  private var duplicates: [FormatError] = []

  private var anchors: [String: (node: YAMLNode, size: Int, height: Int)] = [:]
  private var size = 0

  /// The depth of the deepest node in the node that is being built, aliases followed.
  private var deepest = 0

  init(allowsDuplicates: Bool = false) { self.allowsDuplicates = allowsDuplicates }

  /// What was read on over in those events: unknown tags and, where they are allowed, duplicates.
  func problems(with events: [YAMLEvent]) -> [FormatError] {
    let all = (duplicates + events.lazy.compactMap(\.tagProblem))
      .sorted { ($0.line, $0.column) < ($1.line, $1.column) }
    let told = all.prefix(TextScanner.problemLimit)
    guard all.count > told.count, let last = told.last else { return all }
    let more = FormatError(
      code: last.code, line: last.line, column: last.column,
      problem: "\(all.count - told.count) more problems of this kind follow", help: last.help)
    return told + [more]
  }

  /// Takes the events of one node from the front of `events`.
  mutating func node(
    _ events: inout ArraySlice<YAMLEvent>, depth: Int
  ) throws(FormatError) -> YAMLNode {
    guard let event = events.popFirst() else {
      throw FormatError(code: "Y001", line: 1, column: 1, problem: "the document ends early")
    }
    try reach(depth, event)
    if case .alias(let name) = event.kind { return try aliased(name, event, depth: depth) }
    let sizeBefore = size
    let deepestBefore = deepest
    deepest = depth
    try grow(by: 1, event)
    let content: YAMLNode.Content
    switch event.kind {
    case .scalar(let text, let isPlain): content = .scalar(text, isPlain: isPlain)
    case .sequenceStart: content = .sequence(try items(&events, depth: depth))
    case .mappingStart: content = .mapping(try entries(&events, depth: depth))
    case .alias, .sequenceEnd, .mappingEnd, .streamEnd:
      throw Self.error("Y001", event, "a value is missing here")
    }
    let node = YAMLNode(content: content, line: event.line, column: event.column)
    if let anchor = event.anchor { anchors[anchor] = (node, size - sizeBefore, deepest - depth) }
    deepest = max(deepest, deepestBefore)
    return node
  }

  private mutating func aliased(
    _ name: String, _ event: YAMLEvent, depth: Int
  ) throws(FormatError) -> YAMLNode {
    guard let anchored = anchors[name] else {
      throw Self.error("Y005", event, "the alias *\(name)* names no anchor before it")
    }
    try grow(by: anchored.size, event)
    try reach(depth + anchored.height, event)
    return anchored.node
  }

  private mutating func items(
    _ events: inout ArraySlice<YAMLEvent>, depth: Int
  ) throws(FormatError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while let next = events.first, next.kind != .sequenceEnd {
      items.append(try node(&events, depth: depth + 1))
    }
    events.removeFirst()
    return items
  }

  private mutating func entries(
    _ events: inout ArraySlice<YAMLEvent>, depth: Int
  ) throws(FormatError) -> [YAMLEntry] {
    var own: [YAMLEntry] = []
    var merged: [YAMLEntry] = []
    var places: [String: Int] = [:]
    while let next = events.first, next.kind != .mappingEnd {
      let keyNode = try node(&events, depth: depth + 1)
      guard case .scalar(let key, let isPlain) = keyNode.content else {
        throw Self.error("Y006", next, "a key must be a word, not \(keyNode.kind)")
      }
      let value = try node(&events, depth: depth + 1)
      if isPlain, key == "<<" {
        merged += try Self.mergedEntries(value)
        continue
      }
      let entry = YAMLEntry(key: key, line: next.line, column: next.column, value: value)
      if let first = places[key] {
        try duplicate(of: own[first], at: next)
        own[first] = entry
      } else {
        places[key] = own.count
        own.append(entry)
      }
    }
    events.removeFirst()
    return merged.isEmpty ? own : Self.merge(merged + own)
  }

  private mutating func duplicate(
    of first: YAMLEntry, at event: YAMLEvent
  ) throws(FormatError) {
    let error = FormatError(
      code: "Y002", line: event.line, column: event.column,
      problem: "duplicate key “\(first.key.excerpt)”, first on line \(first.line)",
      help: "keep one of the two")
    guard allowsDuplicates else { throw error }
    duplicates.append(error)
  }

  /// Each key once, at the place of its first entry and with the value of its last one.
  private static func merge(_ all: [YAMLEntry]) -> [YAMLEntry] {
    var entries: [YAMLEntry] = []
    var places: [String: Int] = [:]
    for entry in all {
      if let place = places[entry.key] {
        entries[place] = entry
      } else {
        places[entry.key] = entries.count
        entries.append(entry)
      }
    }
    return entries
  }

  /// The entries that a merge key brings in, those that win last: the entries of a mapping, or of
  /// each mapping of a list, whose first one wins. Their order is ruamel.yaml's and PyYAML's.
  private static func mergedEntries(_ node: YAMLNode) throws(FormatError) -> [YAMLEntry] {
    if let entries = node.entries { return entries }
    var merged: [YAMLEntry] = []
    for item in (node.items ?? [node]).reversed() {
      guard let entries = item.entries else {
        throw FormatError(
          code: "Y001", line: item.line, column: item.column,
          problem: "a merge key takes mappings, not \(item.kind)")
      }
      merged += entries
    }
    return merged
  }

  private mutating func grow(by count: Int, _ event: YAMLEvent) throws(FormatError) {
    size += count
    guard size <= YAMLReader.nodeLimit else { throw Self.tooLarge(event) }
  }

  private mutating func reach(_ depth: Int, _ event: YAMLEvent) throws(FormatError) {
    guard depth < YAMLReader.depthLimit else { throw Self.tooDeep(event) }
    deepest = max(deepest, depth)
  }

  /// The error of a document with too many nodes, at the event that is one too many.
  static func tooLarge(_ event: YAMLEvent) -> FormatError {
    error("Y003", event, "expands to more than \(YAMLReader.nodeLimit) nodes")
  }

  /// The error of a document whose nodes are nested too deep, at the event that is one too deep.
  static func tooDeep(_ event: YAMLEvent) -> FormatError {
    error("Y004", event, "nested deeper than \(YAMLReader.depthLimit) levels")
  }

  private static func error(_ code: String, _ event: YAMLEvent, _ problem: String) -> FormatError {
    FormatError(code: code, line: event.line, column: event.column, problem: problem)
  }
}
