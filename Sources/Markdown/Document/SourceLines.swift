/// A text by lines, which end as CommonMark says: with CR, LF or both.
struct SourceLines {
  let text: [UInt8]
  private let ranges: [Range<Int>]

  /// Splits a text.
  init(_ text: [UInt8]) {
    self.text = text
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        index += 1
        continue
      }
      ranges.append(start..<index)
      let isPair =
        byte == UInt8(ascii: "\r") && index + 1 < text.count
        && text[index + 1] == UInt8(ascii: "\n")
      index += isPair ? 2 : 1
      start = index
    }
    if start < text.count { ranges.append(start..<text.count) }
    self.ranges = ranges
  }

  var count: Int { ranges.count }

  /// The numbers of all lines.
  var numbers: Range<Int> { 1..<ranges.count + 1 }

  /// Where a line is in the text, without its end; nothing for a line that isn't there.
  ///
  /// - Parameter line: from 1.
  func range(_ line: Int) -> Range<Int> {
    ranges.indices.contains(line - 1) ? ranges[line - 1] : text.count..<text.count
  }

  /// A line from a column on, both from 1.
  func content(line: Int, column: Int) -> ArraySlice<UInt8> {
    let range = range(line)
    return text[min(range.lowerBound + max(column, 1) - 1, range.upperBound)..<range.upperBound]
  }
}
