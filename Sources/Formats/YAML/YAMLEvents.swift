import CYAML

/// An event of libyaml's, reduced to what building a tree needs.
struct YAMLEvent {
  enum Kind: Equatable {
    case scalar(String, isPlain: Bool)
    case alias(String)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case streamEnd

    /// How the event changes the depth.
    var step: Int {
      switch self {
      case .sequenceStart, .mappingStart: 1
      case .sequenceEnd, .mappingEnd: -1
      case .scalar, .alias, .streamEnd: 0
      }
    }
  }

  let kind: Kind
  let anchor: String?

  /// The tag, if it is none of those whose meaning a value shows by itself.
  let unknownTag: String?
  let line: Int
  let column: Int

  /// What is said about a tag that is ignored (`bad-input.md`, Y009).
  var tagProblem: FormatError? {
    guard let unknownTag else { return nil }
    return FormatError(
      code: "Y009", line: line, column: column, problem: "the tag “\(unknownTag)” is ignored",
      help: "write the value without it")
  }
}

enum YAMLEvents {
  /// All events of a stream but its starts and document marks.
  static func parse(_ bytes: [UInt8]) throws(FormatError) -> [YAMLEvent] {
    try TextEncoding.check(bytes)
    var parser = unsafe yaml_parser_t()
    guard unsafe yaml_parser_initialize(&parser) == 1 else {
      throw FormatError(code: "Y001", line: 1, column: 1, problem: "out of memory")
    }
    defer { unsafe yaml_parser_delete(&parser) }
    var events: [YAMLEvent] = []
    var depth = 0
    let failure: FormatError? = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
      while true {
        var raw = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(&parser, &raw) == 1 else {
          return unsafe problem(parser, bytes)
        }
        defer { unsafe yaml_event_delete(&raw) }
        guard let event = unsafe event(raw) else { continue }
        events.append(event)
        if event.kind == .streamEnd { return nil }
        // What is too large already is not read to its end, which libyaml is slow to reach.
        depth += event.kind.step
        if depth > YAMLReader.depthLimit { return YAMLTreeBuilder.tooDeep(event) }
        if events.count > 2 * YAMLReader.nodeLimit { return YAMLTreeBuilder.tooLarge(event) }
      }
    }
    if let failure { throw failure }
    return events
  }

  private static func event(_ raw: yaml_event_t) -> YAMLEvent? {
    let mark = unsafe raw.start_mark
    func made(
      _ kind: YAMLEvent.Kind, _ anchor: UnsafeMutablePointer<yaml_char_t>? = nil,
      tag: YAMLTag? = nil
    ) -> YAMLEvent {
      YAMLEvent(
        kind: kind, anchor: unsafe anchor.map { unsafe String(cString: $0) },
        unknownTag: tag?.unknown, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let bytes = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      let text = unsafe String(decoding: bytes, as: UTF8.self)
      let tag = unsafe scalar.tag.map { unsafe YAMLTag(String(cString: $0)) }
      let isPlain = unsafe tag?.isPlain ?? (scalar.style == YAML_PLAIN_SCALAR_STYLE)
      return unsafe made(.scalar(text, isPlain: isPlain), scalar.anchor, tag: tag)
    case YAML_ALIAS_EVENT:
      return unsafe made(.alias(raw.data.alias.anchor.map { unsafe String(cString: $0) } ?? ""))
    case YAML_SEQUENCE_START_EVENT:
      let sequence = unsafe raw.data.sequence_start
      return unsafe made(
        .sequenceStart, sequence.anchor,
        tag: sequence.tag.map { unsafe YAMLTag(String(cString: $0)) })
    case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
    case YAML_MAPPING_START_EVENT:
      let mapping = unsafe raw.data.mapping_start
      return unsafe made(
        .mappingStart, mapping.anchor, tag: mapping.tag.map { unsafe YAMLTag(String(cString: $0)) })
    case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
    case YAML_STREAM_END_EVENT: return made(.streamEnd)
    default: return nil
    }
  }

  private static func problem(_ parser: yaml_parser_t, _ bytes: [UInt8]) -> FormatError {
    let text = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "unreadable"
    if unsafe parser.error == YAML_READER_ERROR {
      // Such a problem has an offset in bytes and no mark.
      let before = unsafe bytes.prefix(parser.problem_offset)
      let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return FormatError(
        code: text.contains("control characters") ? "Y011" : "Y001",
        line: before.count { $0 == UInt8(ascii: "\n") } + 1,
        column: before[lineStart...].count(where: isCharacterStart) + 1, problem: text)
    }
    let mark = unsafe parser.problem_mark
    let isTab =
      text.contains("tab character")
      || text.contains("cannot start any token")
        && character(Int(mark.index), of: bytes) == UInt8(ascii: "\t")
    return FormatError(
      code: isTab ? "Y008" : "Y001", line: Int(mark.line) + 1, column: Int(mark.column) + 1,
      problem: text, help: isTab ? "indent with blanks, YAML takes no tabs" : nil)
  }

  /// The first byte of a character; libyaml counts characters and leaves out the byte order mark.
  private static func character(_ index: Int, of bytes: [UInt8]) -> UInt8? {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.lazy.filter(isCharacterStart).dropFirst(index).first
  }

  private static func isCharacterStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}

/// What a tag says about the node it stands before.
struct YAMLTag {
  /// The tag as people write it, if it asks for more than a value of YAML's own types.
  private(set) var unknown: String?

  /// Whether a scalar has to be typed by its text (`!!int "5"`) or is text (`!!str 5`).
  private(set) var isPlain: Bool?

  /// Takes a tag as libyaml resolves it: `tag:yaml.org,2002:str`, `!mine`.
  init(_ tag: String) {
    let prefix = "tag:yaml.org,2002:"
    guard tag.hasPrefix(prefix) else {
      if tag != "!" { unknown = tag }
      return
    }
    switch tag.dropFirst(prefix.count) {
    case "str": isPlain = false
    case "int", "float", "bool", "null", "timestamp": isPlain = true
    case "seq", "map": break
    default: unknown = "!!" + tag.dropFirst(prefix.count)
    }
  }
}
