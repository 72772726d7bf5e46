/// Splits a command line into words as a shell does, and expands nothing.
///
/// What a shell would expand or act on is refused unless it is quoted, since the command runs
/// without one and would get it as it stands.
struct CommandWords {
  private var rest: ArraySlice<UInt8>

  /// The word being read; nothing between words, empty after quotes with nothing in them.
  private var word: [UInt8]?
  private var words: [String] = []

  /// The words of a command line.
  static func split(_ line: String) throws(Problem) -> [String] {
    guard !line.utf8.contains(0) else { throw .forbidden("\0") }
    var reader = CommandWords(rest: Array(line.utf8)[...])
    while let byte = reader.rest.popFirst() { try reader.take(byte) }
    reader.endWord()
    return reader.words
  }

  private mutating func take(_ byte: UInt8) throws(Problem) {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"): endWord()
    case UInt8(ascii: "'"): try takeSingleQuoted()
    case UInt8(ascii: "\""): try takeDoubleQuoted()
    case UInt8(ascii: "\\"): try takeEscaped()
    case UInt8(ascii: "~") where word == nil: throw .forbidden("~")
    case _ where "|&;<>()$`".utf8.contains(byte): throw .forbidden(Unicode.Scalar(byte))
    default: append(byte)
    }
  }

  /// After a backslash outside quotes, anything stands for itself, and a line feed for nothing.
  private mutating func takeEscaped() throws(Problem) {
    guard let byte = rest.popFirst() else { throw .endsWithBackslash }
    if byte != UInt8(ascii: "\n") { append(byte) }
  }

  private mutating func takeSingleQuoted() throws(Problem) {
    beginWord()
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "'") { return }
      append(byte)
    }
    throw .openQuote("'")
  }

  private mutating func takeDoubleQuoted() throws(Problem) {
    beginWord()
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\""): return
      case UInt8(ascii: "$"), UInt8(ascii: "`"): throw .forbidden(Unicode.Scalar(byte))
      case UInt8(ascii: "\\") where rest.first.map("\"\\$`\n".utf8.contains) == true:
        try takeEscaped()
      default: append(byte)
      }
    }
    throw .openQuote("\"")
  }

  private mutating func beginWord() { if word == nil { word = [] } }

  private mutating func append(_ byte: UInt8) {
    beginWord()
    word?.append(byte)
  }

  private mutating func endWord() {
    if let word { words.append(String(decoding: word, as: UTF8.self)) }
    word = nil
  }
}

extension CommandWords {
  /// Why a line is no command.
  enum Problem: Error, Equatable, CustomStringConvertible {
    case openQuote(Unicode.Scalar)
    case endsWithBackslash
    /// What only a shell understands, or what no command can be given.
    case forbidden(Unicode.Scalar)

    var description: String {
      switch self {
      case .openQuote(let quote): "the command's \(quote) is not closed"
      case .endsWithBackslash: "the command ends with a backslash"
      case .forbidden("\0"): "the command holds a NUL"
      case .forbidden(let mark): "the command runs without a shell, so “\(mark)” does nothing"
      }
    }

    var help: String? {
      switch self {
      case .openQuote, .endsWithBackslash, .forbidden("\0"): nil
      case .forbidden: "put it in single quotes if it is meant as it stands, or call a script"
      }
    }
  }
}
