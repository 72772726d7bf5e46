/// Reads comma- and tab-separated values as Python's `csv` does, and DVC with it (`records.md` §6.2,
/// `bad-input.md` C001–C005): quotes, line ends of any kind, a byte order mark.
package enum TableReader {
  /// What stands between cells; never guessed, but told by a file's name.
  package enum Separator: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case tab = 0x09
  }

  /// How many cells a file may have.
  package static let cellLimit = 20_000_000

  /// Reads a whole file; throws where it is no text, where a quote is never closed, and where it
  /// holds too much.
  ///
  /// - Parameter hasHeader: Whether the first row holds the columns' names; where it doesn't, they are
  ///   called `0`, `1` and so on, as DVC does.
  package static func read(
    _ bytes: [UInt8], separator: Separator, hasHeader: Bool = true
  ) throws(FormatError) -> TableDocument {
    if let blank = DataDocument(blank: bytes) {
      return TableDocument(names: [], problems: blank.problems)
    }
    guard bytes.count < TableCell.sizeLimit else {
      throw FormatError(
        code: "P008", line: 1, column: 1, problem: "the file is too large for a table")
    }
    var parser = TableParser(scanner: try TextScanner(bytes), separator: separator.rawValue)
    try parser.readRows()
    return parser.document(hasHeader: hasHeader)
  }
}

/// Takes a table apart, row by row.
struct TableParser {
  private var scanner: TextScanner
  private let separator: UInt8
  private var cells: [TableCell] = []
  private var rowStarts: [UInt32] = []

  private var firstOffset = 0

  /// Where the first row of another length than the very first begins, and how many there are.
  private var raggedOffset: Int?
  private var raggedCount = 0
  private var columnCount: Int?

  /// Where something stands behind a closing quote.
  private var strayQuote: Int?

  init(scanner: TextScanner, separator: UInt8) {
    self.scanner = scanner
    self.separator = separator
  }

  mutating func readRows() throws(FormatError) {
    while !scanner.isAtEnd {
      // Lines with nothing in them are no rows.
      if scanner.skipLineEnd() { continue }
      try readRow()
    }
    rowStarts.append(UInt32(cells.count))
  }

  private mutating func readRow() throws(FormatError) {
    let (offset, start) = (scanner.offset, cells.count)
    rowStarts.append(UInt32(start))
    repeat {
      guard cells.count < TableReader.cellLimit else {
        throw scanner.error("J007", "holds more than \(TableReader.cellLimit) cells")
      }
      try readCell()
    } while scanner.skip(separator)
    _ = scanner.skipLineEnd()
    let count = cells.count - start
    guard let columnCount else {
      firstOffset = offset
      columnCount = count
      return
    }
    guard count != columnCount else { return }
    raggedCount += 1
    raggedOffset = raggedOffset ?? offset
    if count > columnCount { cells.removeLast(count - columnCount) }
  }

  private mutating func readCell() throws(FormatError) {
    let start = scanner.offset
    let isQuoted = scanner.skip(UInt8(ascii: "\""))
    if isQuoted { try skipQuoted(from: start) }
    let end = scanner.offset
    let separator = separator
    scanner.skip { byte in
      byte != separator && byte != 0 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
    }
    if isQuoted, scanner.offset > end { strayQuote = strayQuote ?? start }
    cells.append(TableCell(start..<scanner.offset, hasQuotes: isQuoted))
  }

  /// Moves behind the quote that closes a cell.
  private mutating func skipQuoted(from start: Int) throws(FormatError) {
    let quote = UInt8(ascii: "\"")
    while true {
      scanner.skip { $0 != quote && $0 != 0 }
      guard scanner.skip(quote) else {
        throw scanner.error(
          "C003", at: start, "the quote that opens here is never closed",
          help: "close it, or write two quotes for one that is meant")
      }
      if !scanner.skip(quote) { return }
    }
  }

  mutating func document(hasHeader: Bool) -> TableDocument {
    let first = cells[..<Int(rowStarts.dropFirst().first ?? 0)].map { $0.text(in: scanner.bytes) }
    let isHeader = hasHeader && !Self.isData(first)
    var names = first.indices.map(String.init)
    if hasHeader {
      names = isHeader ? self.names(first) : first.indices.map(Self.madeUp)
    }
    noteProblems(first, hasHeader: hasHeader, isHeader: isHeader)
    return TableDocument(
      names: names, problems: scanner.notedProblems(), bytes: scanner.bytes, cells: cells,
      rowStarts: isHeader ? Array(rowStarts.dropFirst()) : rowStarts)
  }

  /// Whether a first row can't hold names: fractions are none, and whole numbers only where they count
  /// the columns.
  private static func isData(_ cells: [String?]) -> Bool {
    let texts = cells.compactMap(\.self)
    let isNumeric = texts.allSatisfy { Double($0)?.isFinite == true }
    guard !texts.isEmpty, isNumeric else { return false }
    return texts != texts.indices.map(String.init)
  }

  /// Names that are all there and all different.
  private mutating func names(_ cells: [String?]) -> [String] {
    let written = Set(cells.compactMap(\.self))
    var taken: Set<String> = []
    return cells.enumerated().map { index, cell in
      if let cell, taken.insert(cell).inserted { return cell }
      var name = Self.madeUp(index)
      while written.contains(name) || !taken.insert(name).inserted { name += "_" }
      return name
    }
  }

  private static func madeUp(_ index: Int) -> String { "col\(index + 1)" }

  private mutating func noteProblems(_ first: [String?], hasHeader: Bool, isHeader: Bool) {
    if let raggedOffset, let columnCount {
      let others = raggedCount > 1 ? ", and so do \(raggedCount - 1) more" : ""
      scanner.note(
        TextProblem(
          code: "C001", offset: raggedOffset,
          text:
            "this row has more or fewer cells than the \(columnCount) of the first row\(others)",
          help: "write one cell for each column in every row"))
    }
    if let strayQuote {
      scanner.note(
        TextProblem(
          code: "C003", offset: strayQuote, text: "something stands behind a closing quote",
          help: "close the quote at the end of the cell"))
    }
    guard hasHeader else { return }
    if !isHeader {
      scanner.note(
        TextProblem(
          code: "C002", offset: firstOffset, text: "the first row holds numbers, not names",
          help: "write the columns' names into the first row"))
    } else if first.contains(nil) || Set(first).count < first.count {
      scanner.note(
        TextProblem(
          code: "C002", offset: firstOffset, text: "names of columns are missing or stand twice",
          help: "give each column a name of its own"))
    }
    if let other = Self.otherSeparator(first, separator) {
      scanner.note(
        TextProblem(
          code: "C005", offset: firstOffset,
          text: "the file has a single column, with \(other) in its name",
          help: "separate cells by commas in files that end in .csv, and by tabs in .tsv"))
    }
  }

  /// What probably separates the cells of a file that seems to have a single column.
  private static func otherSeparator(_ first: [String?], _ separator: UInt8) -> String? {
    guard first.count == 1, let name = first.first ?? nil else { return nil }
    let others: [(UInt8, String)] = [
      (UInt8(ascii: ";"), "semicolons"), (0x09, "tabs"), (UInt8(ascii: ","), "commas"),
    ]
    return others.first { $0.0 != separator && name.utf8.contains($0.0) }?.1
  }
}
