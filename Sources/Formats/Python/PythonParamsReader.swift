/// Reads the constants of a Python file as DVC does: literal values assigned in the module, in
/// classes and to `self` in `__init__` (`records.md` §5). Nothing is run.
package enum PythonParamsReader {
  /// How deep lists, maps and blocks may be nested.
  package static let depthLimit = 100

  /// How many values a file may hold.
  package static let nodeLimit = 100_000

  /// Reads a whole file, a map; expressions and calls are left out. Throws where the file is no
  /// text, holds too much or was left in the middle of a merge.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> DataDocument {
    if let empty = DataDocument(blank: bytes) { return empty }
    var parser = PythonParser(scanner: try TextScanner(bytes))
    try parser.module()
    return DataDocument(
      value: .map(parser.blocks.finished()), problems: parser.scanner.notedProblems())
  }
}

/// Goes through a Python text statement by statement.
struct PythonParser {
  var scanner: TextScanner
  var blocks = PythonBlocks()

  /// How many values were read.
  var count = 0

  /// How many brackets are open around the literal that is being read.
  var openBrackets = 0

  /// Words that a statement with a block of its own begins with; its block is left out.
  private static let compoundWords: Set<String> = [
    "if", "elif", "else", "for", "while", "with", "try", "except", "finally", "async",
  ]

  init(scanner: TextScanner) { self.scanner = scanner }

  mutating func module() throws(FormatError) {
    while let indentation = nextLine() {
      if scanner.isNext("<<<<<<<") || scanner.isNext(">>>>>>>") {
        throw scanner.error(
          "N001", "marks of a merge in a Python file", help: "resolve the merge conflict")
      }
      if blocks.enter(indentation) {
        try statements(indentation: indentation, isInline: false)
      } else {
        skipLine()
      }
      _ = scanner.skipLineEnd()
    }
  }

  /// Moves to the next line that says something, and returns its indentation; nothing at the end.
  private mutating func nextLine() -> Int? {
    while true {
      var width = 0
      while true {
        switch scanner.current {
        case UInt8(ascii: " "): width += 1
        case UInt8(ascii: "\t"): width = (width / 8 + 1) * 8
        case 0x0C: width = 0
        default: break
        }
        guard [0x20, 0x09, 0x0C].contains(scanner.current) else { break }
        scanner.offset += 1
      }
      skipComment()
      if scanner.isAtEnd { return nil }
      guard scanner.skipLineEnd() else { return width }
    }
  }

  /// Reads the statements of a line, up to its end.
  private mutating func statements(indentation: Int, isInline: Bool) throws(FormatError) {
    repeat {
      skipBlanks()
      let word = identifier()
      switch word {
      case "class" where !isInline, "def" where !isInline:
        return try block(word, indentation: indentation)
      case "class", "def": return skipLine()
      case let word? where Self.compoundWords.contains(word): return skipLine()
      case let word?: try assignment(to: word)
      case nil: break
      }
      skipStatement()
    } while scanner.skip(UInt8(ascii: ";"))
  }

  /// Reads the first line of a class or function, and the statements that it may have after the
  /// colon.
  private mutating func block(_ word: String?, indentation: Int) throws(FormatError) {
    skipBlanks()
    guard let name = identifier(), word == "class" || name == "__init__" else { return skipLine() }
    skipTokens { $0 == UInt8(ascii: ":") }
    guard scanner.skip(UInt8(ascii: ":")) else { return skipLine() }
    guard blocks.depth < PythonParamsReader.depthLimit else {
      throw scanner.error(
        "N002", "blocks are nested deeper than \(PythonParamsReader.depthLimit) levels")
    }
    blocks.open(word == "class" ? name : nil, below: indentation)
    skipBlanks()
    skipComment()
    guard !scanner.isLineEnd, !scanner.isAtEnd else { return }
    try statements(indentation: indentation, isInline: true)
    blocks.close()
  }

  /// Reads `NAME = literal`, `NAME: annotation = literal` or the same of `self.NAME`, if it is one.
  private mutating func assignment(to word: String) throws(FormatError) {
    var name = word
    var isAttribute = false
    skipBlanks()
    if word == "self", scanner.skip(UInt8(ascii: ".")) {
      skipBlanks()
      guard let attribute = identifier() else { return }
      name = attribute
      isAttribute = true
      skipBlanks()
    }
    guard isAttribute || !blocks.takesOnlyAttributes else { return }
    if scanner.current == UInt8(ascii: ":"), scanner.peek(1) != UInt8(ascii: "=") {
      scanner.offset += 1
      skipTokens { $0 == UInt8(ascii: "=") }
    }
    guard scanner.current == UInt8(ascii: "="), scanner.peek(1) != UInt8(ascii: "=") else { return }
    scanner.offset += 1
    let start = scanner.offset
    if let value = try expression() {
      blocks.set(name, value)
    } else {
      // Some other expression: the statement is left out from here.
      scanner.offset = start
      openBrackets = 0
    }
  }

  /// A literal, or several with commas between them, up to the end of the statement.
  private mutating func expression() throws(FormatError) -> DataValue? {
    skipBlanks()
    guard let first = try literal(depth: 1) else { return nil }
    skipBlanks()
    if isAtStatementEnd { return first }
    var items = [first]
    while scanner.skip(UInt8(ascii: ",")) {
      skipBlanks()
      if isAtStatementEnd { break }
      guard let item = try literal(depth: 2) else { return nil }
      items.append(item)
      skipBlanks()
    }
    return isAtStatementEnd ? .list(items) : nil
  }
}
