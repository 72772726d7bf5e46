/// What a file of comma- or tab-separated values says, and what in it was read on over.
///
/// Cells stay where they are in the file until a column is asked for.
package struct TableDocument: Sendable {
  /// The columns' names, each once, without blanks around them; `col2` where the file has none for
  /// the second column.
  package let names: [String]

  /// Ragged rows, names that were made up, and their like.
  package let problems: [FormatError]

  private let bytes: [UInt8]
  private let cells: [TableCell]

  /// Where each row begins among the cells, and where the last one ends.
  private let rowStarts: [UInt32]

  /// The number of rows below the names.
  package var rowCount: Int { max(rowStarts.count - 1, 0) }

  init(
    names: [String], problems: [FormatError], bytes: [UInt8] = [], cells: [TableCell] = [],
    rowStarts: [UInt32] = []
  ) {
    self.names = names
    self.problems = problems
    self.bytes = bytes
    self.cells = cells
    self.rowStarts = rowStarts
  }

  /// The cells of a column; nothing for an empty cell, and where a row ends before it.
  package func column(_ index: Int) -> [String?] {
    zip(rowStarts, rowStarts.dropFirst()).map { start, end in
      let place = Int(start) + index
      return place < end ? cells[place].text(in: bytes) : nil
    }
  }
}

/// Where a cell lies in its file.
struct TableCell: Sendable {
  private let start: UInt32
  private let length: UInt32

  /// Whether quotes in it have to be undone.
  private static let quoteMark: UInt32 = 1 << 31

  /// The largest file that cells can lie in, in bytes.
  static let sizeLimit = 1 << 31

  init(_ range: Range<Int>, hasQuotes: Bool) {
    start = UInt32(range.lowerBound)
    length = UInt32(range.count) | (hasQuotes ? Self.quoteMark : 0)
  }

  /// What the cell says; nothing where it is empty.
  func text(in bytes: [UInt8]) -> String? {
    let from = Int(start)
    let slice = bytes[from..<from + Int(length & ~Self.quoteMark)]
    if length & Self.quoteMark != 0 {
      let unquoted = Self.unquoted(slice)
      return unquoted.isEmpty ? nil : String(decoding: unquoted, as: UTF8.self)
    }
    let trimmed = Self.trimmed(slice)
    return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
  }

  /// Without blanks around it, which some programs fill columns up with.
  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    guard let first = bytes.first, let last = bytes.last, isBlank(first) || isBlank(last) else {
      return bytes
    }
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? bytes.startIndex
    return bytes[..<end].drop(while: isBlank)
  }

  /// What stands between the first quote and the one that closes it, and behind that one; two quotes
  /// are one.
  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    var kept: [UInt8] = []
    var rest = bytes.dropFirst()
    while let byte = rest.popFirst() {
      if byte != quote {
        kept.append(byte)
      } else if rest.first == quote {
        kept.append(quote)
        rest.removeFirst()
      } else {
        return kept + rest
      }
    }
    return kept
  }
}
