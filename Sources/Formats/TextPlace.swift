/// A line and a column, both counted from 1; columns in characters, as libyaml counts them.
struct TextPlace: Equatable {
  let line: Int
  let column: Int

  /// Takes numbers that are known.
  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Finds the place of a byte; the byte order mark is not counted.
  init(of offset: Int, in bytes: [UInt8]) {
    var counter = TextPlaceCounter(bytes)
    self = counter.place(of: offset)
  }
}

/// Finds the places of bytes, given from first to last, in one pass.
struct TextPlaceCounter {
  private let bytes: [UInt8]
  private var offset: Int
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = TextEncoding.markLength(of: bytes)
  }

  /// The place of a byte that is not before the last one asked for.
  mutating func place(of target: Int) -> TextPlace {
    while offset < min(target, bytes.count) {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\n") || isLoneReturn(byte) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return TextPlace(line: line, column: column)
  }

  private func isLoneReturn(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\r") && (offset == bytes.count || bytes[offset] != UInt8(ascii: "\n"))
  }
}
