/// A character that stands for `\~` while libcmark parses, since its tree doesn't tell an escaped
/// tilde from one that strikes through (`hostile-input.md` §6).
struct TildeEscape {
  private static let tilde = UInt8(ascii: "~")
  private static let backslash = UInt8(ascii: "\\")

  /// One of the first private-use characters, U+E000 to U+E03F.
  private let character: [UInt8]

  /// Replaces the escaped tildes of a text, unless there are none, or no character is free.
  static func apply(to text: inout [UInt8]) -> TildeEscape? {
    let places = escapedTildes(of: text)
    guard !places.isEmpty, let escape = unused(in: text) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + places.count)
    var copied = 0
    for place in places {
      result += text[copied..<place]
      result += escape.character
      copied = place + 2
    }
    result += text[copied...]
    text = result
    return escape
  }

  /// A string of the tree as a reader sees it.
  func text(_ string: some Collection<UInt8>) -> [UInt8] { replaced(string, by: [Self.tilde]) }

  /// A string of the tree as it was written, for code.
  func source(_ string: some Collection<UInt8>) -> [UInt8] {
    replaced(string, by: [Self.backslash, Self.tilde])
  }

  private func replaced(_ string: some Collection<UInt8>, by bytes: [UInt8]) -> [UInt8] {
    let string = Array(string)
    guard string.contains(character[0]) else { return string }
    var result: [UInt8] = []
    var index = 0
    while index < string.count {
      if string[index...].starts(with: character) {
        result += bytes
        index += character.count
      } else {
        result.append(string[index])
        index += 1
      }
    }
    return result
  }

  /// The indexes of backslashes that escape a tilde.
  private static func escapedTildes(of text: [UInt8]) -> [Int] {
    var result: [Int] = []
    var index = 0
    while index + 1 < text.count {
      guard text[index] == backslash else {
        index += 1
        continue
      }
      if text[index + 1] == tilde { result.append(index) }
      index += text[index + 1] == backslash || text[index + 1] == tilde ? 2 : 1
    }
    return result
  }

  private static func unused(in text: [UInt8]) -> TildeEscape? {
    var isUsed = [Bool](repeating: false, count: 64)
    for index in text.indices.dropLast(2) where text[index] == 0xEE && text[index + 1] == 0x80 {
      isUsed[Int(text[index + 2] & 0x3F)] = true
    }
    guard let free = isUsed.firstIndex(of: false) else { return nil }
    return TildeEscape(character: [0xEE, 0x80, 0x80 | UInt8(free)])
  }
}
