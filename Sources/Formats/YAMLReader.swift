import CYAML

/// Reads one YAML document into a tree with places.
///
/// Built on libyaml's events. Hostile documents end in an error, never in a crash or in a tree
/// that costs more than its budget (`hostile-input.md` §3).
package enum YAMLReader {
  /// How many nodes a document may expand to, aliases counted each time they are used.
  package static let nodeLimit = 100_000

  /// How deep nodes may be nested.
  package static let depthLimit = 256

  /// The version of libyaml that the program is linked with, such as `0.2.5`.
  package static var libraryVersion: String {
    unsafe String(cString: yaml_get_version_string())
  }

  /// Reads the only document in `bytes`; nothing where there is none.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> YAMLNode? {
    try TextEncoding.check(bytes)
    var events = try YAMLEvents.parse(bytes)[...]
    guard let first = events.first, first.kind != .streamEnd else { return nil }
    var builder = YAMLTreeBuilder()
    let root = try builder.node(&events, depth: 0)
    if let next = events.first, next.kind != .streamEnd {
      throw FormatError(
        code: "Y007", line: next.line, column: next.column,
        problem: "a second document begins here", help: "keep one document in the file")
    }
    return root
  }
}

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
  let line: Int
  let column: Int
}

enum YAMLEvents {
  /// All events of a stream but its starts and document marks.
  static func parse(_ bytes: [UInt8]) throws(FormatError) -> [YAMLEvent] {
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
    let (line, column) = (mark.line + 1, mark.column + 1)
    func made(
      _ kind: YAMLEvent.Kind, _ anchor: UnsafeMutablePointer<yaml_char_t>? = nil
    )
      -> YAMLEvent
    {
      YAMLEvent(
        kind: kind, anchor: unsafe anchor.map { unsafe String(cString: $0) }, line: Int(line),
        column: Int(column))
    }
    switch unsafe raw.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe raw.data.scalar
      let text = unsafe UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return unsafe made(
        .scalar(
          String(decoding: text, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE),
        scalar.anchor)
    case YAML_ALIAS_EVENT:
      return unsafe made(.alias(raw.data.alias.anchor.map { unsafe String(cString: $0) } ?? ""))
    case YAML_SEQUENCE_START_EVENT:
      return unsafe made(.sequenceStart, raw.data.sequence_start.anchor)
    case YAML_SEQUENCE_END_EVENT: return made(.sequenceEnd)
    case YAML_MAPPING_START_EVENT:
      return unsafe made(.mappingStart, raw.data.mapping_start.anchor)
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
