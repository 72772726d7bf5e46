extension MarkdownRenderer {
  /// How many bytes of a text that is too long to show (`bad-input.md`, M003): at most so many as
  /// the limit, up to a blank line that is not in fenced code. Where there is none in the second half
  /// of them, up to the end of a line; where there is none either, of a character.
  package static func cut(_ text: [UInt8], limit: Int) -> Int {
    let limit = max(limit, 0)
    guard text.count > limit else { return text.count }
    var fence: Fence?
    var lineStart = 0
    var blockEnd = 0
    while lineStart < limit, let end = text[lineStart..<limit].firstIndex(of: UInt8(ascii: "\n")) {
      let line = text[lineStart..<end]
      lineStart = end + 1
      if let open = fence {
        if open.isClosed(by: line) { fence = nil }
      } else if line.allSatisfy(\.isBlank) {
        blockEnd = lineStart
      } else {
        fence = Fence(line)
      }
    }
    if blockEnd > limit / 2 { return blockEnd }
    if lineStart > 0 { return lineStart }
    return text[...limit].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
  }
}

/// The line that begins fenced code.
private struct Fence {
  private let mark: UInt8
  private let count: Int
  private let hasInfo: Bool

  /// Reads a line; nothing if it is none.
  init?(_ line: ArraySlice<UInt8>) {
    let rest = line.drop { $0 == UInt8(ascii: " ") }
    guard line.count - rest.count < 4, let mark = rest.first,
      mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
    else { return nil }
    count = rest.prefix { $0 == mark }.count
    let info = rest.dropFirst(count)
    guard count > 2, mark == UInt8(ascii: "~") || !info.contains(mark) else { return nil }
    self.mark = mark
    hasInfo = !info.allSatisfy(\.isBlank)
  }

  /// Whether a line ends the code.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    guard let other = Fence(line) else { return false }
    return other.mark == mark && other.count >= count && !other.hasInfo
  }
}
