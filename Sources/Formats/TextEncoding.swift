/// Tells text that can be read from what only looks like it (`bad-input.md`, group E).
enum TextEncoding {
  /// Throws for UTF-16 and for bytes that are not UTF-8; a byte order mark of UTF-8 is fine.
  static func check(_ bytes: [UInt8]) throws(FormatError) {
    if isUTF16(bytes) {
      throw FormatError(
        code: "E004", line: 1, column: 1, problem: "the file is UTF-16", help: "save it as UTF-8")
    }
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    if bytes.contains(0) { throw binary(at: TextPlace(line: 1, column: 1)) }
    throw notUTF8(bytes)
  }

  /// Throws for NUL bytes too, which only files have that are no text.
  static func checkText(_ bytes: [UInt8]) throws(FormatError) {
    try check(bytes)
    guard let offset = bytes.firstIndex(of: 0) else { return }
    throw binary(at: TextPlace(of: offset, in: bytes))
  }

  /// How many bytes the byte order mark takes at the start: 3 or none.
  static func markLength(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// By its byte order mark, or by the NUL in each of its first two letters.
  private static func isUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return true }
    guard bytes.count >= 4 else { return false }
    let isNUL = bytes.prefix(4).map { $0 == 0 }
    return isNUL == [false, true, false, true] || isNUL == [true, false, true, false]
  }

  private static func binary(at place: TextPlace) -> FormatError {
    FormatError(
      code: "E005", line: place.line, column: place.column,
      problem: "the file is binary, not text", help: "name a text file here")
  }

  private static func notUTF8(_ bytes: [UInt8]) -> FormatError {
    let text = String(decoding: bytes, as: UTF8.self)
    var place = (offset: 0, line: 1, column: 1)
    for (valid, byte) in zip(text.utf8, bytes) {
      guard valid == byte else { break }
      place.offset += 1
      place =
        byte == 10
        ? (place.offset, place.line + 1, 1) : (place.offset, place.line, place.column + 1)
    }
    let byte = bytes[min(place.offset, bytes.count - 1)]
    let guess = byte < 0xA0 ? "" : "; in Latin-1 it is “\(Character(Unicode.Scalar(byte)))”"
    return FormatError(
      code: "E003", line: place.line, column: place.column,
      problem: "byte \(place.offset) is not UTF-8\(guess)", help: "save the file as UTF-8")
  }
}
