/// Text as one word of a POSIX shell's command line.
enum ShellWord {
  /// The text as it is where no shell gives any of it a meaning, else in single quotes.
  static func quoted(_ text: String) -> String {
    if !text.isEmpty, text.first != "=", text.utf8.allSatisfy(isPlain) { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// Joins words to a command.
  static func command(_ words: String...) -> String { command(words) }

  /// Joins words to a command.
  static func command(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "+"), UInt8(ascii: "="),
      UInt8(ascii: ","):
      true
    default: false
    }
  }
}
