/// A line of a table, by GFM's rules.
enum TableRow {
  enum Alignment: String, Hashable {
    case left, center, right
  }

  private static let pipe = UInt8(ascii: "|")

  /// Whether a line, without blanks around it, can be a row.
  static func isRow(_ line: ArraySlice<UInt8>) -> Bool {
    !line.isEmpty && !line.elementsEqual(CollectionOfOne(pipe))
  }

  /// The cells of a line without blanks around it: split at the pipes that have no backslash before
  /// them, also where code is. A backslash before a pipe goes.
  ///
  /// - Parameter limit: how many of them at most.
  static func cells(of line: ArraySlice<UInt8>, limit: Int = .max) -> [[UInt8]] {
    var rest = line.first == pipe ? line.dropFirst() : line
    var result: [[UInt8]] = []
    while !rest.isEmpty, result.count < limit {
      let end = firstPipe(of: rest)
      result.append(cell(rest[..<end]))
      rest = rest[end...].dropFirst().drop(while: \.isBlank)
    }
    return result
  }

  /// How the columns stand if the line is the one below a table's head; nothing if it isn't.
  static func alignments(of line: ArraySlice<UInt8>) -> [Alignment?]? {
    guard mayBeDelimiter(line) else { return nil }
    var result: [Alignment?] = []
    for cell in cells(of: line) {
      let startsWithColon = cell.first == UInt8(ascii: ":")
      let dashes = cell.drop { $0 == UInt8(ascii: ":") }.prefix { $0 == UInt8(ascii: "-") }
      let endsWithColon = cell.count > dashes.endIndex
      let colons = (startsWithColon ? 1 : 0) + (endsWithColon ? 1 : 0)
      guard !dashes.isEmpty, dashes.count + colons == cell.count,
        !endsWithColon || cell.last == UInt8(ascii: ":")
      else { return nil }
      result.append(
        startsWithColon && endsWithColon
          ? .center : startsWithColon ? .left : endsWithColon ? .right : nil)
    }
    return result.isEmpty ? nil : result
  }

  /// Whether a line, with the marks of block quotes before it, looks like the one below a table's
  /// head. Without pipe or colon it would be the line under a heading.
  static func mayBeDelimiter(_ line: ArraySlice<UInt8>) -> Bool {
    var hasDash = false
    var hasOther = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case pipe, UInt8(ascii: ":"): hasOther = true
      case UInt8(ascii: ">"): break
      default: guard byte.isBlank else { return false }
      }
    }
    return hasDash && hasOther
  }

  private static func firstPipe(of text: ArraySlice<UInt8>) -> Int {
    var isEscaped = false
    for index in text.indices {
      if text[index] == pipe, !isEscaped { return index }
      isEscaped = text[index] == UInt8(ascii: "\\")
    }
    return text.endIndex
  }

  private static func cell(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let text = text.trimmed
    guard text.contains(pipe) else { return Array(text) }
    var result: [UInt8] = []
    for byte in text {
      if byte == pipe, result.last == UInt8(ascii: "\\") { result.removeLast() }
      result.append(byte)
    }
    return result
  }
}
