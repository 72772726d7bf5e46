/// The block of metadata at the start of a model card, told from the card's text as the Hugging
/// Face Hub does (`records.md` §12.1).
///
/// Other than the Hub, a byte order mark is dropped (`bad-input.md`, E001), a block may be empty, and
/// what turns out to be no metadata, such as text between two rules, stays a part of the card's text.
package struct FrontMatter: Sendable {
  /// The members of the block, a map; nothing where there is no block or it holds none.
  package let metadata: DataValue?

  /// What is wrong with the block; there may be metadata all the same (`bad-input.md`, M002).
  package let problem: FormatError?

  /// Where the card's text lies in the bytes.
  package let body: Range<Int>

  /// Splits a card.
  package init(_ bytes: [UInt8]) {
    let start = TextEncoding.markLength(of: bytes)
    guard let block = FrontMatterBlock(bytes, from: start) else {
      metadata = nil
      problem = FrontMatterBlock.isUnclosed(bytes, from: start) ? Self.unclosed(bytes, start) : nil
      body = start..<bytes.count
      return
    }
    do throws(FormatError) {
      let document = try Self.document(Array(bytes[block.yaml]))
      metadata = document.value
      problem = document.problems.first.map { Self.error($0, bytes, block) }
      body = block.end..<bytes.count
    } catch {
      metadata = nil
      problem = Self.error(error, bytes, block)
      body = (block.hasKey(bytes) ? block.end : start)..<bytes.count
    }
  }

  /// The metadata by YAML 1.1; keys given twice are read on over.
  private static func document(_ yaml: [UInt8]) throws(FormatError) -> DataDocument {
    let events = try YAMLEvents.parse(yaml)
    var builder = YAMLTreeBuilder(allowsDuplicates: true)
    guard let root = try YAMLReader.read(events, &builder), !root.isNull else {
      return DataDocument(value: nil)
    }
    guard let entries = root.entries else {
      throw FormatError(
        code: "M002", line: root.line, column: root.column,
        problem: "expected a mapping, found \(root.kind)",
        help: "write “key: value” lines between the two “---”")
    }
    let members = entries.map { DataMember($0.key, value(of: $0)) }
    return DataDocument(value: .map(members), problems: builder.problems(with: events))
  }

  /// The language `no` is Norwegian, not false.
  private static func value(of entry: YAMLEntry) -> DataValue {
    guard entry.key == "language" else { return DataValue(entry.value, schema: .version11) }
    return languages(entry.value)
  }

  private static func languages(_ node: YAMLNode) -> DataValue {
    if let items = node.items { return .list(items.map { item in languages(item) }) }
    let value = DataValue(node, schema: .version11)
    guard case .bool = value, case .scalar(let text, _) = node.content else { return value }
    return .string(text)
  }

  private static func unclosed(_ bytes: [UInt8], _ start: Int) -> FormatError {
    let dash = bytes[start...].firstIndex(of: UInt8(ascii: "-")) ?? start
    let place = TextPlace(of: dash, in: bytes)
    return FormatError(
      code: "M002", line: place.line, column: place.column, problem: "the metadata is not closed",
      help: "end it with a line “---”")
  }

  /// A problem of the block with its place in the card.
  private static func error(
    _ error: FormatError, _ bytes: [UInt8], _ block: FrontMatterBlock
  ) -> FormatError {
    let before = TextPlace(of: block.yaml.lowerBound, in: bytes).line - 1
    return FormatError(
      code: "M002", line: before + error.line, column: error.column, problem: error.problem,
      help: error.help)
  }
}

/// Where a card's metadata lies.
struct FrontMatterBlock {
  /// Between the lines of three dashes.
  let yaml: Range<Int>

  /// After the second line of dashes.
  let end: Int

  /// Finds the block: blanks and `---` at the start, then the next line of `---` and blanks.
  init?(_ bytes: [UInt8], from start: Int) {
    guard let opened = Self.opening(bytes, from: start) else { return nil }
    var line = opened
    while line < bytes.count {
      if let end = Self.closing(bytes, at: line) {
        yaml = opened..<line
        self.end = end
        return
      }
      line = Self.nextLine(bytes, after: line)
    }
    return nil
  }

  /// Whether a line of the block seems to be metadata, which makes no sense as text.
  func hasKey(_ bytes: [UInt8]) -> Bool {
    var line = yaml.lowerBound
    while line < yaml.upperBound {
      if Self.isKey(bytes, at: line) { return true }
      line = Self.nextLine(bytes, after: line)
    }
    return false
  }

  /// Whether a block seems to begin, since a `key:` follows the dashes, but does not end.
  static func isUnclosed(_ bytes: [UInt8], from start: Int) -> Bool {
    opening(bytes, from: start).map { isKey(bytes, at: $0) } ?? false
  }

  /// Whether the line begins with a word and a colon.
  private static func isKey(_ bytes: [UInt8], at line: Int) -> Bool {
    let word = bytes[line...].prefix { byte in
      JSONNumber.isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
    return !word.isEmpty && word.endIndex < bytes.count && bytes[word.endIndex] == UInt8(ascii: ":")
  }

  /// The start of the line after the first dashes.
  private static func opening(_ bytes: [UInt8], from start: Int) -> Int? {
    let blanks = bytes[start...].prefix { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
    let dashes = blanks.endIndex
    guard bytes[dashes...].starts(with: "---".utf8) else { return nil }
    let end = dashes + 3
    guard end < bytes.count, isLineEnd(bytes[end]) else { return nil }
    return nextLine(bytes, after: end)
  }

  /// The start of the line after the last dashes, if they are in this line.
  private static func closing(_ bytes: [UInt8], at line: Int) -> Int? {
    guard bytes[line...].starts(with: "---".utf8) else { return nil }
    let end = bytes[line...].dropFirst(3).drop { $0 == 0x20 || $0 == 0x09 }.startIndex
    guard end < bytes.count else { return end }
    return isLineEnd(bytes[end]) ? nextLine(bytes, after: end) : nil
  }

  /// The start of the next line; lines end in `\n`, `\r\n` or `\r`.
  private static func nextLine(_ bytes: [UInt8], after offset: Int) -> Int {
    guard let end = bytes[offset...].firstIndex(where: isLineEnd) else { return bytes.count }
    let isPair =
      bytes[end] == UInt8(ascii: "\r") && end + 1 < bytes.count
      && bytes[end + 1] == UInt8(ascii: "\n")
    return end + (isPair ? 2 : 1)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }
}
