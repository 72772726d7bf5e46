/// The grammar of a single line of a configuration file in ConfigObj's form.
///
/// Every step looks at a byte a fixed number of times, however often brackets and quotes stand there.
enum INILine {
  /// A line that begins with a bracket, and what it says if it says anything.
  struct Header {
    var section: (name: String, depth: Int)?
  }

  /// Reads `[name]`, `['remote "name"']` and the same with more brackets; nothing for other lines.
  static func header(_ line: ArraySlice<UInt8>) -> Header? {
    var start = line.startIndex
    var depth = 0
    while start < line.endIndex, line[start] == UInt8(ascii: "[") || isBlank(line[start]) {
      if line[start] == UInt8(ascii: "[") { depth += 1 }
      start += 1
    }
    guard depth > 0 else { return nil }
    guard start < line.endIndex, let close = closing(line[start...]) else { return Header() }
    let name = unquoted(trimmed(line[start..<close.start]))
    guard !name.isEmpty, close.depth == depth else { return Header() }
    return Header(section: (String(decoding: name, as: UTF8.self).lowercased(), depth))
  }

  /// Where the brackets begin that close a header, and how many they are.
  private static func closing(_ rest: ArraySlice<UInt8>) -> (start: Int, depth: Int)? {
    let quote = rest.first.flatMap { isQuote($0) ? $0 : nil }
    var place = rest.startIndex + 1
    while place < rest.endIndex {
      let start = place
      var depth = 0
      while place < rest.endIndex, rest[place] == UInt8(ascii: "]") || isBlank(rest[place]) {
        if rest[place] == UInt8(ascii: "]") { depth += 1 }
        place += 1
      }
      let isOutside = quote == nil || start > rest.startIndex + 1 && rest[start - 1] == quote
      if depth > 0, isOutside, endsThere(rest[place...]) { return (start, depth) }
      if start == place { place += 1 }
    }
    return nil
  }

  /// Reads `name = value`, with the value as it stands there; nothing for other lines.
  static func option(_ line: ArraySlice<UInt8>) -> (name: String, value: ArraySlice<UInt8>)? {
    guard let first = line.first, first != UInt8(ascii: "=") else { return nil }
    var place = line.startIndex
    if isQuote(first) {
      guard let close = line.dropFirst().firstIndex(of: first) else { return nil }
      place = close + 1
    }
    guard let equals = line[place...].firstIndex(of: UInt8(ascii: "=")),
      !isQuote(first) || line[place..<equals].allSatisfy(isBlank)
    else { return nil }
    let name = unquoted(trimmed(line[..<equals]))
    let value = trimmed(line[(equals + 1)...])
    return (String(decoding: name, as: UTF8.self).lowercased(), value)
  }

  /// What a value on one line says; nothing where its quotes don't fit.
  static func value(_ text: ArraySlice<UInt8>) -> INIReader.Value? {
    guard let first = text.first, first != UInt8(ascii: "#") else { return .text("") }
    guard isQuote(first) else {
      let plain = trimmed(text.prefix { $0 != UInt8(ascii: "#") })
      if plain.contains(UInt8(ascii: ",")) { return .list }
      return .text(String(decoding: plain, as: UTF8.self))
    }
    let inside = text.startIndex + 1
    var place = inside
    while let close = text[place...].firstIndex(of: first) {
      let rest = text[(close + 1)...].drop(while: isBlank)
      if endsThere(rest) { return .text(String(decoding: text[inside..<close], as: UTF8.self)) }
      if rest.first == UInt8(ascii: ",") { return .list }
      place = max(close + 1, rest.startIndex)
    }
    return nil
  }

  /// Whether nothing follows but blanks and a comment.
  static func endsThere(_ rest: ArraySlice<UInt8>) -> Bool {
    let first = rest.first { !isBlank($0) }
    return first == nil || first == UInt8(ascii: "#")
  }

  /// Where three quotes stand.
  static func place(of quote: [UInt8], in line: ArraySlice<UInt8>) -> Int? {
    guard line.count >= 3 else { return nil }
    return (line.startIndex...(line.endIndex - 3)).first {
      line[$0] == quote[0] && line[$0 + 1] == quote[0] && line[$0 + 2] == quote[0]
    }
  }

  /// Without blanks at both ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard bytes.count >= 2, let first = bytes.first, isQuote(first), bytes.last == first else {
      return bytes
    }
    return bytes.dropFirst().dropLast()
  }

  private static func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 9 || byte == 11 || byte == 12
  }
}
