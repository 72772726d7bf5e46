/// Reads TOML 1.0 and the small liberties of 1.1 that DVC's reader takes too (`records.md` §4.1).
///
/// Our own, since the package TOMLKit (0.6.0) imports Foundation, sorts keys, reads numbers into
/// doubles and counts columns in bytes.
package enum TOMLReader {
  /// How deep tables and arrays may be nested.
  package static let depthLimit = 256

  /// How many values and tables a document may hold.
  package static let nodeLimit = 100_000

  /// Reads a whole document, a map; throws where it is not TOML, has a key twice or holds too much.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> DataDocument {
    if let empty = DataDocument(blank: bytes) { return empty }
    var parser = TOMLParser(scanner: try TextScanner(bytes))
    try parser.document()
    return DataDocument(
      value: parser.tables.value(of: TOMLTables.root), problems: parser.scanner.notedProblems())
  }
}

/// Takes a TOML text apart, line by line.
struct TOMLParser {
  var scanner: TextScanner
  var tables = TOMLTables()

  /// The table whose keys are being read.
  private var table = TOMLTables.root

  init(scanner: TextScanner) { self.scanner = scanner }

  mutating func document() throws(FormatError) {
    while true {
      skipLines()
      if scanner.isAtEnd { return }
      if scanner.current == UInt8(ascii: "[") {
        try header()
      } else {
        try member(of: table)
      }
      try endLine()
    }
  }

  /// `[a.b]` or `[[a.b]]`.
  private mutating func header() throws(FormatError) {
    scanner.offset += 1
    let isElement = scanner.skip(UInt8(ascii: "["))
    skipBlanks()
    let path = try path()
    guard scanner.skip(UInt8(ascii: "]")), !isElement || scanner.skip(UInt8(ascii: "]")) else {
      throw unexpected("“]” after the table's name")
    }
    table = try tables.open(path, isElement: isElement, scanner)
  }

  /// `a.b = value`.
  private mutating func member(of table: Int) throws(FormatError) {
    let path = try path()
    guard scanner.skip(UInt8(ascii: "=")) else { throw unexpected("“=” after the key") }
    skipBlanks()
    let (parent, key) = try tables.parent(of: path, in: table, scanner)
    let value = try value(depth: tables.depth(of: parent) + 1)
    try tables.add(key, value, to: parent, scanner)
  }

  /// Keys with points between them, up to the `=` or `]` that follows.
  private mutating func path() throws(FormatError) -> [TOMLKey] {
    var path: [TOMLKey] = []
    repeat {
      skipBlanks()
      let start = scanner.offset
      path.append(TOMLKey(text: try key(), offset: start))
      guard path.count <= TOMLReader.depthLimit else { throw tooDeep(at: start) }
      skipBlanks()
    } while scanner.skip(UInt8(ascii: "."))
    return path
  }

  private mutating func key() throws(FormatError) -> String {
    switch scanner.current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try string(isKey: true)
    default:
      let start = scanner.offset
      scanner.skip(while: Self.isBareKey)
      guard scanner.offset > start else { throw unexpected("a key") }
      return scanner.text(from: start)
    }
  }

  mutating func value(depth: Int) throws(FormatError) -> DataValue {
    guard depth <= TOMLReader.depthLimit else { throw tooDeep(at: scanner.offset) }
    try tables.count(scanner)
    switch scanner.current {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .string(try string(isKey: false))
    case UInt8(ascii: "["): return .list(try items(depth: depth))
    case UInt8(ascii: "{"): return try inlineTable(depth: depth)
    default: return try scalar()
    }
  }

  private mutating func items(depth: Int) throws(FormatError) -> [DataValue] {
    scanner.offset += 1
    var items: [DataValue] = []
    while true {
      skipLines()
      if scanner.skip(UInt8(ascii: "]")) { return items }
      items.append(try value(depth: depth + 1))
      skipLines()
      if scanner.skip(UInt8(ascii: "]")) { return items }
      guard scanner.skip(UInt8(ascii: ",")) else { throw unexpected("a comma or “]”") }
    }
  }

  private mutating func inlineTable(depth: Int) throws(FormatError) -> DataValue {
    scanner.offset += 1
    let table = tables.makeInline(depth: depth)
    while true {
      skipLines()
      if scanner.skip(UInt8(ascii: "}")) { return tables.value(of: table) }
      try member(of: table)
      skipLines()
      if scanner.skip(UInt8(ascii: "}")) { return tables.value(of: table) }
      guard scanner.skip(UInt8(ascii: ",")) else { throw unexpected("a comma or “}”") }
    }
  }

  private mutating func endLine() throws(FormatError) {
    skipBlanks()
    skipComment()
    guard scanner.isAtEnd || scanner.skipLineEnd() else { throw unexpected("the end of the line") }
  }

  /// Moves over blanks, comments and line ends.
  private mutating func skipLines() {
    repeat {
      skipBlanks()
      skipComment()
    } while scanner.skipLineEnd()
  }

  private mutating func skipComment() {
    guard scanner.current == UInt8(ascii: "#") else { return }
    scanner.skip { $0 != 0 && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
  }

  private mutating func skipBlanks() {
    scanner.skip { $0 == 0x20 || $0 == 0x09 }
  }

  static func isBareKey(_ byte: UInt8) -> Bool {
    JSONNumber.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  func unexpected(_ expected: String) -> FormatError {
    let isConflict = scanner.isNext("<<<<<<<") || scanner.isNext(">>>>>>>")
    return scanner.error(
      "L001", "expected \(expected), found \(scanner.found)",
      help: isConflict ? "resolve the merge conflict" : nil)
  }

  private func tooDeep(at offset: Int) -> FormatError {
    scanner.error("L003", at: offset, "nested deeper than \(TOMLReader.depthLimit) levels")
  }
}

/// A part of a key and where it stands.
struct TOMLKey {
  let text: String
  let offset: Int
}
