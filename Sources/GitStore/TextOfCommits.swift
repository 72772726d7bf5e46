/// The encoding of a commit's names and message.
enum TextOfCommits {
  private static let latin1: Set = ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"]

  /// Whether the commit says that it is written in Latin-1.
  static func isLatin1(_ data: Span<UInt8>) -> Bool {
    var encoding: String?
    _ = data.eachHeader { key, value in
      if data.matches(key, "encoding") { encoding = data.text(value)?.lowercased() }
    }
    return encoding.map(latin1.contains) ?? false
  }

  /// The bytes of Latin-1 as UTF-8.
  static func utf8(latin1 data: Span<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(data.count)
    for index in 0..<data.count {
      let byte = data[index]
      if byte < 0x80 {
        text.append(byte)
      } else {
        text += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
      }
    }
    return text
  }
}
