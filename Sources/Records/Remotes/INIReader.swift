import Formats

/// Reads the sections and options of a configuration file in ConfigObj's form (`records.md` §9.1).
///
/// A message never quotes a line: it may hold a password.
struct INIReader {
  /// What stands behind the equals sign.
  enum Value: Hashable {
    case text(String)
    /// Parts between commas, which nothing of ours expects.
    case list
  }

  struct Option: Hashable {
    /// In lower case, as DVC compares it.
    let name: String
    let value: Value
    let line: Int
  }

  struct Section: Hashable {
    /// In lower case, as DVC compares it.
    let name: String

    /// The number of brackets around the name.
    let depth: Int
    let line: Int
    var options: [Option] = []
  }

  /// In the file's order; options before the first section are nobody's and left out.
  private(set) var sections: [Section] = []
  private(set) var problems: [FormatError] = []

  private let lines: [ArraySlice<UInt8>]
  private var index = 0

  static let problemLimit = 20

  init(_ bytes: [UInt8]) {
    lines = Self.lines(of: bytes)
    while index < lines.count {
      read(INILine.trimmed(lines[index]))
      index += 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    guard let first = line.first, first != UInt8(ascii: "#") else { return }
    if let header = INILine.header(line) {
      if header.section == nil { tell("the brackets of a section do not match") }
      // What follows a header that says nothing must not count for the section before it.
      let (name, depth) = header.section ?? ("", 0)
      sections.append(Section(name: name, depth: depth, line: index + 1))
    } else if let (name, value) = INILine.option(line) {
      let number = index + 1
      guard let value = self.value(value) else {
        return tell("the value of an option is not closed, or not one text", line: number)
      }
      add(Option(name: name, value: value, line: number))
    } else {
      tell("a line is neither a section nor an option")
    }
  }

  private mutating func add(_ option: Option) {
    guard let last = sections.indices.last else { return }
    if sections[last].options.contains(where: { $0.name == option.name }) {
      tell("an option stands twice in its section", line: option.line)
    } else if sections[last].options.count < 1_000 {
      sections[last].options.append(option)
    }
  }

  /// The value that begins on this line; moves on to its last line. Nothing for one without an end.
  private mutating func value(_ text: ArraySlice<UInt8>) -> Value? {
    for quote in [Array("\"\"\"".utf8), Array("'''".utf8)] where text.starts(with: quote) {
      return manyLines(text.dropFirst(3), quote)
    }
    return INILine.value(text)
  }

  private mutating func manyLines(_ first: ArraySlice<UInt8>, _ quote: [UInt8]) -> Value? {
    var text: [UInt8] = []
    var line = first
    let start = index
    while true {
      if let end = INILine.place(of: quote, in: line) {
        text += line[..<end]
        return INILine.endsThere(line[(end + 3)...])
          ? .text(String(decoding: text, as: UTF8.self)) : nil
      }
      text += line + [10]
      guard index + 1 < lines.count else { break }
      index += 1
      line = lines[index]
    }
    // Without an end it can't have been meant so: the lines after it are read as such.
    index = start
    return nil
  }

  private mutating func tell(_ problem: String, line: Int? = nil) {
    guard problems.count <= Self.problemLimit else { return }
    let isLast = problems.count == Self.problemLimit
    problems.append(
      FormatError(
        code: DVCConfiguration.problemCode, line: line ?? index + 1, column: 1,
        problem: isLast ? "this and further lines are not understood either" : problem,
        help: "`dvc config --list` reads the file as DVC does"))
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (place, byte) in bytes.enumerated() {
      if byte == 10, place > 0, bytes[place - 1] == 13 {
        start = place + 1
      } else if byte == 10 || byte == 13 {
        lines.append(bytes[start..<place])
        start = place + 1
      }
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}
