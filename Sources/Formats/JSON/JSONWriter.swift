/// Writes JSON straight into bytes, in the order it is told.
package struct JSONWriter {
  /// How the text is laid out.
  package enum Style: Sendable {
    /// Indented by two, UTF-8: documents that people open too.
    case document
    /// One line without blanks, UTF-8: NDJSON.
    case line
    /// As Python's `json.dumps(…, indent=4)` prints it: indented by four, ASCII only.
    case python
    /// One line without blanks, ASCII without `<`, `>` and `&`: an argument in a script.
    case script
  }

  /// The text so far.
  package private(set) var bytes: [UInt8] = []

  private let style: Style
  private var depth = 0
  private var isFirst = true

  /// Starts an empty text.
  package init(style: Style = .document) { self.style = style }

  /// Writes an object whose members `body` adds.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    bracket(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array, each element by `element`.
  package mutating func array<Elements: Sequence>(
    _ elements: Elements, _ element: (inout JSONWriter, Elements.Element) -> Void
  ) {
    bracket(UInt8(ascii: "["), UInt8(ascii: "]")) { json in
      for item in elements {
        json.separate()
        element(&json, item)
      }
    }
  }

  /// Adds a member to the object being written; `value` writes one value.
  package mutating func member(_ key: String, _ value: (inout JSONWriter) -> Void) {
    separate()
    string(key)
    bytes.append(UInt8(ascii: ":"))
    if !isOneLine { bytes.append(UInt8(ascii: " ")) }
    value(&self)
  }

  /// Adds a member that holds text, or null.
  package mutating func member(_ key: String, _ text: String?) {
    member(key) { json in
      if let text { json.string(text) } else { json.null() }
    }
  }

  /// Adds a member that holds a whole number.
  package mutating func member(_ key: String, _ number: Int) {
    member(key) { $0.number(String(number)) }
  }

  /// Adds a member that holds true or false.
  package mutating func member(_ key: String, _ flag: Bool) {
    member(key) { $0.bool(flag) }
  }

  /// Adds a member that holds a list of texts.
  package mutating func member(_ key: String, _ texts: [String]) {
    member(key) { $0.array(texts) { $0.string($1) } }
  }

  /// Adds a member that holds a value of any shape.
  package mutating func member(_ key: String, _ value: JSONValue) {
    member(key) { $0.value(value) }
  }

  /// Writes a value of any shape.
  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let flag): bool(flag)
    case .number(let digits): number(digits)
    case .string(let text): string(text)
    case .array(let items): array(items) { $0.value($1) }
    case .object(let members):
      object { json in for member in members { json.member(member.key, member.value) } }
    }
  }

  /// Writes null.
  package mutating func null() { literal("null") }

  /// Writes true or false.
  package mutating func bool(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes a number that is already spelled as JSON wants it.
  package mutating func number(_ digits: String) { bytes.append(contentsOf: digits.utf8) }

  /// Writes text, escaped as the style asks.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    // Nearly all texts mean the same in all styles, and are copied at once.
    if text.utf8.allSatisfy(Self.isPlain) {
      bytes.append(contentsOf: text.utf8)
    } else if style == .python || style == .script {
      for unit in text.utf16 { appendASCII(unit) }
    } else {
      for byte in text.utf8 { appendUTF8(byte) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Ends the text with a line feed and gives it away.
  package consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private mutating func bracket(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    bytes.append(open)
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(close)
    isFirst = false
  }

  private mutating func separate() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    newLine()
  }

  private var isOneLine: Bool { style == .line || style == .script }

  private mutating func newLine() {
    guard !isOneLine else { return }
    bytes.append(UInt8(ascii: "\n"))
    let width = style == .python ? 4 : 2
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * width))
  }

  /// Whether a byte stands for itself in every style.
  private static func isPlain(_ byte: UInt8) -> Bool {
    0x20...0x7E ~= byte && byte != 0x22 && byte != 0x5C && !isMarkup(UInt16(byte))
  }

  /// Whether a character means something to those who read a script as markup.
  private static func isMarkup(_ unit: UInt16) -> Bool {
    unit == 0x3C || unit == 0x3E || unit == 0x26
  }

  private mutating func literal(_ word: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private mutating func appendUTF8(_ byte: UInt8) {
    if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte != 0x7F {
      bytes.append(byte)
    } else {
      appendASCII(UInt16(byte))
    }
  }

  private mutating func appendASCII(_ unit: UInt16) {
    switch unit {
    case 0x22: literal("\\\"")
    case 0x5C: literal("\\\\")
    case 0x08: literal("\\b")
    case 0x09: literal("\\t")
    case 0x0A: literal("\\n")
    case 0x0C: literal("\\f")
    case 0x0D: literal("\\r")
    case 0x20...0x7E where style != .script || !Self.isMarkup(unit): bytes.append(UInt8(unit))
    default:
      literal("\\u")
      for shift in stride(from: 12, through: 0, by: -4) {
        let nibble = UInt8(unit >> UInt16(shift) & 15)
        bytes.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
      }
    }
  }
}
