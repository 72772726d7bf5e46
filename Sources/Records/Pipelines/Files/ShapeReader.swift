import Formats

/// Takes nodes for what a format says they are, and notes those that are not (`bad-input.md`,
/// Y012 and Y013).
struct ShapeReader {
  private(set) var problems: [FormatError] = []

  /// The root of a file; nothing where it is empty or cannot be read.
  mutating func root(of bytes: [UInt8]) -> YAMLNode? {
    do throws(FormatError) {
      guard let root = try YAMLReader.read(bytes), !root.isNull else { return nil }
      return root
    } catch {
      problems.append(Self.conflict(in: bytes) ?? error)
      return nil
    }
  }

  /// The entries of a mapping.
  mutating func entries(_ node: YAMLNode, _ expected: String) -> [YAMLEntry] {
    if let entries = node.entries { return entries }
    reject(node, expected)
    return []
  }

  /// The items of a list.
  mutating func items(_ node: YAMLNode, _ expected: String) -> [YAMLNode] {
    if let items = node.items { return items }
    reject(node, expected)
    return []
  }

  /// A text; numbers and booleans are none.
  mutating func text(_ node: YAMLNode, _ expected: String) -> PlacedText? {
    if let text = node.string {
      return PlacedText(text: text, line: node.line, column: node.column)
    }
    reject(node, expected)
    return nil
  }

  /// The texts of a list.
  mutating func texts(_ node: YAMLNode, _ expected: String) -> [PlacedText] {
    items(node, "a list of \(expected)s").compactMap { text($0, "a \(expected)") }
  }

  /// The text of any scalar, as written.
  mutating func word(_ node: YAMLNode, _ expected: String) -> PlacedText? {
    if let word = PlacedText(node) { return word }
    reject(node, expected)
    return nil
  }

  /// A whole number of 0 or more.
  mutating func count(_ node: YAMLNode, _ expected: String) -> Int? {
    if let count = node.plainText.flatMap({ Int($0) }), count >= 0 { return count }
    reject(node, expected)
    return nil
  }

  /// Notes that a node is not what it should be.
  mutating func reject(_ node: YAMLNode, _ expected: String) {
    problems.append(
      FormatError(
        code: "Y012", line: node.line, column: node.column,
        problem: "expected \(expected), found \(node.kind)"))
  }

  /// Notes a problem of that code at a place.
  mutating func note(_ code: String, at place: PlacedText, _ problem: String, help: String? = nil) {
    problems.append(
      FormatError(
        code: code, line: place.line, column: place.column, problem: problem, help: help))
  }

  /// Notes a key that the format does not know.
  mutating func noteUnknown(_ entry: YAMLEntry, among known: [String]) {
    note(
      "Y013", at: PlacedText(keyOf: entry), "unknown key “\(entry.key)”",
      help: NearestKey.among(known, to: entry.key).map { "did you mean “\($0)”?" })
  }

  /// The marks of a merge that was never finished, which stand at the start of a line.
  private static func conflict(in bytes: [UInt8]) -> FormatError? {
    let mark = Array("<<<<<<< ".utf8)
    var line = 1
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if text.starts(with: mark) {
        return FormatError(
          code: "Y001", line: line, column: 1,
          problem: "a merge conflict was committed here, with Git's conflict marks",
          help: "resolve the conflict, `dvc commit` where outputs changed, and commit the file")
      }
      line += 1
    }
    return nil
  }
}

/// Finds the key that somebody probably meant.
enum NearestKey {
  /// The first of the known keys within two edits.
  static func among(_ known: [String], to key: String) -> String? {
    let key = Array(key.utf8)
    let ranked = known.map { (name: $0, distance: distance(key, Array($0.utf8))) }
    let nearest = ranked.min { $0.distance < $1.distance }
    return nearest.flatMap { $0.distance <= 2 && $0.distance < $0.name.utf8.count ? $0.name : nil }
  }

  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    guard abs(one.count - other.count) <= 2 else { return 3 }
    var row = Array(0...other.count)
    for (i, a) in one.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in other.enumerated() {
        let replaced = diagonal + (a == b ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
