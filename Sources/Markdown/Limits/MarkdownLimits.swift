/// What libcmark takes too long for is refused before it sees it (`hostile-input.md` §2).
enum MarkdownLimits {
  static let lineLength = 100_000

  /// Block quotes and lists in each other (`bad-input.md`, M005).
  static let depth = 100

  /// Opening brackets in a paragraph.
  static let brackets = 10_000

  /// Cells of all tables of a text together, those that are filled in among them: a row of few cells
  /// gets as many as the head has.
  static let cells = 50_000
  static let columns = 200

  /// Refuses a text with its line, from 1.
  static func check(_ lines: SourceLines) throws(MarkdownRefusal) {
    var brackets = 0
    for number in lines.numbers {
      let range = lines.range(number)
      if range.count > lineLength { throw .longLine(line: number) }
      let line = lines.text[range]
      if ContainerMarks.count(in: line) > depth { throw .nesting(line: number) }
      brackets = line.allSatisfy(\.isBlank) ? 0 : brackets + line.count { $0 == UInt8(ascii: "[") }
      if brackets > Self.brackets { throw .brackets(line: number) }
    }
  }
}
