/// A text and how far it is read.
///
/// The bytes end in a NUL that stands for the end of the text, so looking at the next byte needs
/// no check; text that holds a NUL itself is refused. Nothing moves past the end.
struct TextScanner {
  let bytes: [UInt8]
  var offset = 0

  /// Problems that were read on over.
  private(set) var problems: [TextProblem] = []
  private var unkept = 0

  /// How many problems of one text are told one by one.
  static let problemLimit = 100

  /// Takes text without its byte order mark; throws for bytes that are no UTF-8 text.
  init(_ source: [UInt8]) throws(FormatError) {
    try TextEncoding.checkText(source)
    bytes = source.dropFirst(TextEncoding.markLength(of: source)) + [0]
  }

  /// The next byte; NUL at the end.
  var current: UInt8 { bytes[offset] }

  /// Whether all is read.
  var isAtEnd: Bool { offset == bytes.count - 1 }

  /// Whether a line ends here.
  var isLineEnd: Bool { current == UInt8(ascii: "\n") || current == UInt8(ascii: "\r") }

  /// The byte that many after the next one; NUL after the end.
  func peek(_ distance: Int) -> UInt8 {
    offset + distance < bytes.count ? bytes[offset + distance] : 0
  }

  /// Moves over the next byte, but not past the end.
  mutating func advance() {
    if !isAtEnd { offset += 1 }
  }

  /// Moves over the next byte if it is that one.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    offset += 1
    return true
  }

  /// Whether that word comes next.
  func isNext(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard offset + length < bytes.count else { return false }
    for index in 0..<length where unsafe bytes[offset + index] != word.utf8Start[index] {
      return false
    }
    return true
  }

  /// Moves over that word if it comes next.
  mutating func skip(_ word: StaticString) -> Bool {
    guard isNext(word) else { return false }
    offset += word.utf8CodeUnitCount
    return true
  }

  /// Moves over all bytes of a kind; NUL must not be of it.
  mutating func skip(while isOfKind: (UInt8) -> Bool) {
    while isOfKind(bytes[offset]) { offset += 1 }
  }

  /// Moves over that many hexadecimal digits and returns their value; stays where they are not.
  mutating func hexadecimal(digits count: Int) -> UInt32? {
    var value: UInt32 = 0
    for distance in 0..<count {
      guard let digit = Character(Unicode.Scalar(peek(distance))).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    offset += count
    return value
  }

  /// Moves over a line end of any kind.
  mutating func skipLineEnd() -> Bool {
    if skip(UInt8(ascii: "\r")) {
      _ = skip(UInt8(ascii: "\n"))
      return true
    }
    return skip(UInt8(ascii: "\n"))
  }

  /// The text from an offset to the next byte.
  func text(from start: Int) -> String {
    String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// The character at the next byte as messages show it.
  var found: String {
    if isAtEnd { return "the end of the file" }
    if isLineEnd { return "the end of the line" }
    var end = offset + 1
    while bytes[end] & 0xC0 == 0x80 { end += 1 }
    return "“\(String(decoding: bytes[offset..<end], as: UTF8.self))”"
  }

  /// An error at the next byte, or at another one.
  func error(
    _ code: String, at place: Int? = nil, _ problem: String, help: String? = nil
  ) -> FormatError {
    let place = TextPlace(of: place ?? offset, in: bytes)
    return FormatError(
      code: code, line: place.line, column: place.column, problem: problem, help: help)
  }

  /// Keeps a problem that reading goes on over.
  mutating func note(_ problem: @autoclosure () -> TextProblem) {
    if problems.count < Self.problemLimit { problems.append(problem()) } else { unkept += 1 }
  }

  /// The problems that were noted, in the order of their places.
  func notedProblems() -> [FormatError] {
    let offsets = problems.flatMap { [$0.offset, $0.firstOffset ?? $0.offset] }
    var counter = TextPlaceCounter(bytes)
    var places: [Int: TextPlace] = [:]
    for offset in offsets.sorted() { places[offset] = counter.place(of: offset) }
    var errors: [FormatError] = []
    for problem in problems.sorted(by: { $0.offset < $1.offset }) {
      guard let place = places[problem.offset] else { continue }
      let first = problem.firstOffset.flatMap { places[$0] }
      errors.append(
        FormatError(
          code: problem.code, line: place.line, column: place.column,
          problem: problem.text + (first.map { ", first at \($0.line):\($0.column)" } ?? ""),
          help: problem.help))
    }
    if unkept > 0, let last = errors.last {
      errors.append(
        FormatError(
          code: last.code, line: last.line, column: last.column,
          problem: "\(unkept) more problems of this kind follow", help: last.help))
    }
    return errors
  }
}

/// Something in a text that was read on over.
struct TextProblem {
  let code: String
  let offset: Int
  let text: String
  let help: String

  /// The offset of what the problem clashes with.
  var firstOffset: Int?
}

extension TextProblem {
  /// A NUL in a string, which no page can show (`bad-input.md`, J008).
  static func leftOutNUL(at offset: Int) -> TextProblem {
    TextProblem(
      code: "J008", offset: offset, text: "the character NUL was left out", help: "remove it")
  }

  /// A character that is only half of one (`bad-input.md`, J008).
  static func halfOfPair(at offset: Int) -> TextProblem {
    TextProblem(
      code: "J008", offset: offset, text: "half of a surrogate pair became “\u{FFFD}”",
      help: "write the character itself")
  }
}

extension String {
  /// The text, cut where it is too long for a message.
  var excerpt: String { count > 60 ? prefix(60) + "…" : self }
}
