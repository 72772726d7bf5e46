/// Reads JSON as DVC does: RFC 8259, and `NaN`, `Infinity` and `-Infinity` as Python writes them
/// (`records.md` §0 and §4, `bad-input.md` J001–J008).
package enum JSONReader {
  /// How deep lists and maps may be nested.
  package static let depthLimit = 256

  /// How many values a document may hold.
  package static let nodeLimit = 1_000_000

  /// Reads the only value in `bytes`; throws where they are not JSON or hold too much.
  ///
  /// - Parameter nodeLimit: How many values there may be, where the file is one of our own.
  package static func read(
    _ bytes: [UInt8], nodeLimit: Int = nodeLimit
  ) throws(FormatError) -> DataDocument {
    if let empty = DataDocument(blank: bytes) { return empty }
    var parser = JSONParser(scanner: try TextScanner(bytes), nodeLimit: nodeLimit)
    let value = try parser.document()
    return DataDocument(value: value, problems: parser.scanner.notedProblems())
  }
}

/// Takes a JSON text apart, value by value.
struct JSONParser {
  var scanner: TextScanner
  private let nodeLimit: Int
  private var nodes = 0

  /// Where the keys of all maps that are being read begin.
  private var keyOffsets: [Int] = []

  init(scanner: TextScanner, nodeLimit: Int = JSONReader.nodeLimit) {
    self.scanner = scanner
    self.nodeLimit = nodeLimit
  }

  mutating func document() throws(FormatError) -> DataValue {
    skipBlanks()
    let value = try value(depth: 1)
    skipBlanks()
    guard scanner.isAtEnd else { throw unexpectedAtEnd() }
    return value
  }

  private mutating func value(depth: Int) throws(FormatError) -> DataValue {
    nodes += 1
    guard nodes <= nodeLimit else {
      throw scanner.error("J007", "holds more than \(nodeLimit) values")
    }
    switch scanner.current {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .map(try members(depth: depth))
    case UInt8(ascii: "["): return .list(try items(depth: depth))
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      return .number(DataNumber(text: try number()))
    default: return try word()
    }
  }

  private mutating func word() throws(FormatError) -> DataValue {
    let start = scanner.offset
    let value: DataValue
    if scanner.skip("true") {
      value = .bool(true)
    } else if scanner.skip("false") {
      value = .bool(false)
    } else if scanner.skip("null") {
      value = .null
    } else if scanner.skip("NaN") {
      value = .number(DataNumber(text: "NaN"))
    } else if scanner.skip("Infinity") {
      value = .number(DataNumber(text: "Infinity"))
    } else {
      throw unexpected("a value")
    }
    guard !isWordByte(scanner.current) else {
      scanner.offset = start
      throw unexpected("a value")
    }
    return value
  }

  private mutating func number() throws(FormatError) -> String {
    let start = scanner.offset
    let isNegative = scanner.skip(UInt8(ascii: "-"))
    if isNegative, scanner.skip("Infinity") { return "-Infinity" }
    if !scanner.skip(UInt8(ascii: "0")) { try digits(of: start) }
    if scanner.skip(UInt8(ascii: ".")) { try digits(of: start) }
    if scanner.current | 0x20 == UInt8(ascii: "e") {
      scanner.offset += 1
      if !scanner.skip(UInt8(ascii: "-")) { _ = scanner.skip(UInt8(ascii: "+")) }
      try digits(of: start)
    }
    guard !isWordByte(scanner.current), scanner.current != UInt8(ascii: ".") else {
      throw badNumber(at: start)
    }
    return scanner.text(from: start)
  }

  private mutating func digits(of number: Int) throws(FormatError) {
    guard JSONNumber.isDigit(scanner.current) else { throw badNumber(at: number) }
    scanner.skip(while: JSONNumber.isDigit)
  }

  private mutating func items(depth: Int) throws(FormatError) -> [DataValue] {
    try open(depth: depth)
    var items: [DataValue] = []
    if scanner.skip(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if scanner.skip(UInt8(ascii: "]")) { return items }
      try separator(before: UInt8(ascii: "]"))
    }
  }

  private mutating func members(depth: Int) throws(FormatError) -> [DataMember] {
    try open(depth: depth)
    var members = OrderedMembers()
    let firstOffset = keyOffsets.count
    if scanner.skip(UInt8(ascii: "}")) { return [] }
    while true {
      guard scanner.current == UInt8(ascii: "\"") else { throw unexpected("a key in quotes") }
      let start = scanner.offset
      let key = try string()
      skipBlanks()
      guard scanner.skip(UInt8(ascii: ":")) else { throw unexpected("a colon after the key") }
      skipBlanks()
      let value = try value(depth: depth + 1)
      if let place = members.set(key, value) {
        noteDuplicate(key, at: start, first: keyOffsets[firstOffset + place])
      } else {
        keyOffsets.append(start)
      }
      skipBlanks()
      if scanner.skip(UInt8(ascii: "}")) {
        keyOffsets.removeLast(members.all.count)
        return members.all
      }
      try separator(before: UInt8(ascii: "}"))
    }
  }

  private mutating func noteDuplicate(_ key: String, at offset: Int, first: Int) {
    scanner.note(
      TextProblem(
        code: "J004", offset: offset, text: "duplicate key “\(key.excerpt)”",
        help: "keep one of the two; the last one is used", firstOffset: first))
  }

  private mutating func open(depth: Int) throws(FormatError) {
    guard depth <= JSONReader.depthLimit else {
      throw scanner.error("J007", "nested deeper than \(JSONReader.depthLimit) levels")
    }
    scanner.offset += 1
    skipBlanks()
  }

  private mutating func separator(before close: UInt8) throws(FormatError) {
    let comma = scanner.offset
    guard scanner.skip(UInt8(ascii: ",")) else {
      throw unexpected("a comma or “\(Character(Unicode.Scalar(close)))”")
    }
    skipBlanks()
    if scanner.current == close {
      throw scanner.error(
        "J001", at: comma, "a comma without a value after it",
        help: "remove it: JSON takes no comma after the last value")
    }
  }

  private mutating func skipBlanks() {
    while true {
      switch scanner.current {
      case 0x20, 0x0A, 0x0D, 0x09: scanner.offset += 1
      default: return
      }
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    JSONNumber.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F
      || byte >= 0x80
  }
}
