import Formats

extension PublicAddress {
  /// Text in which every word that is a URL is cleaned, such as a command that downloads something.
  static func cleanedWords(in text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: ":")) else { return text }
    var cleanedBytes: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let isWord = !endsWord(bytes[start])
      let end = bytes[start...].firstIndex { endsWord($0) == isWord } ?? bytes.count
      let part = bytes[start..<end]
      if isWord, part.contains(UInt8(ascii: ":")) {
        cleanedBytes += cleaned(word: Array(part))
      } else {
        cleanedBytes += part
      }
      start = end
    }
    return String(decoding: cleanedBytes, as: UTF8.self)
  }

  /// A value of a record file in which every URL is cleaned.
  static func cleaned(_ value: DataValue) -> DataValue {
    switch value {
    case .string(let text): .string(cleanedWords(in: text))
    case .list(let items): .list(items.map { cleaned($0) })
    case .map(let members): .map(members.map { DataMember($0.key, cleaned($0.value)) })
    case .null, .bool, .number, .date: value
    }
  }

  /// A word that may have something in front of its URL, `--from=https://…`, or several of them.
  private static func cleaned(word: [UInt8]) -> [UInt8] {
    var cleanedBytes: [UInt8] = []
    var start = 0
    for next in schemes(in: word) {
      // What follows a question mark is its query, whatever it holds.
      if word[start..<next].contains(UInt8(ascii: "?")) { break }
      cleanedBytes += cleaned(String(decoding: word[start..<next], as: UTF8.self)).utf8
      start = next
    }
    return cleanedBytes + cleaned(String(decoding: word[start...], as: UTF8.self)).utf8
  }

  /// Where URLs begin in a word.
  private static func schemes(in word: [UInt8]) -> [Int] {
    let separator = Array("://".utf8)
    let colons = word.indices.filter {
      word[$0] == separator[0] && word[$0...].starts(with: separator)
    }
    var starts: [Int] = []
    var end = 0
    for colon in colons {
      let mark = word[end..<colon].lastIndex {
        !$0.isASCIIAlphanumeric && !schemeMarks.contains($0)
      }
      starts.append(mark.map { $0 + 1 } ?? end)
      end = colon + separator.count
    }
    return starts
  }

  private static let schemeMarks = Array("+-.".utf8)

  /// Whether a byte can't be part of a URL in a command or a sentence.
  private static func endsWord(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "\"'`<>".utf8.contains(byte)
  }
}
