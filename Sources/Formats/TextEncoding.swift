/// Tells text that can be read from what only looks like it (`bad-input.md`, group E).
enum TextEncoding {
  /// Throws for UTF-16 and for bytes that are not UTF-8; a byte order mark of UTF-8 is fine.
  static func check(_ bytes: [UInt8]) throws(FormatError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw FormatError(
        code: "E004", line: 1, column: 1, problem: "the file is UTF-16", help: "save it as UTF-8")
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    var place = (offset: 0, line: 1, column: 1)
    for (valid, byte) in zip(text.utf8, bytes) {
      guard valid == byte else { break }
      place.offset += 1
      place =
        byte == 10
        ? (place.offset, place.line + 1, 1) : (place.offset, place.line, place.column + 1)
    }
    throw FormatError(
      code: "E003", line: place.line, column: place.column,
      problem: "byte \(place.offset) is not UTF-8", help: "save the file as UTF-8")
  }
}
