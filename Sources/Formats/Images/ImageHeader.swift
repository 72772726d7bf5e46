/// What the first bytes of an image say, whatever its name says (`hostile-input.md` §1, 6).
package struct ImageHeader: Hashable, Sendable {
  /// The formats that pages show.
  package enum Format: String, CaseIterable, Hashable, Sendable {
    case png, jpeg, gif, webp, avif
  }

  package let format: Format

  /// In pixels, at least 1.
  package let width: Int
  package let height: Int

  /// Reads the header; nothing for a file of another format, or one that is cut off before its size.
  package init?(_ bytes: [UInt8]) {
    for reader in Self.readers {
      guard let found = reader(ByteReader(bytes)) else { continue }
      guard (1...Self.sideLimit).contains(found.width), (1...Self.sideLimit).contains(found.height)
      else { return nil }
      self = found
      return
    }
    return nil
  }

  /// The longest side; a few bytes may claim more than any memory holds.
  package static let sideLimit = 16_384

  init(_ format: Format, width: Int, height: Int) {
    self.format = format
    self.width = width
    self.height = height
  }

  private static let readers: [@Sendable (ByteReader) -> ImageHeader?] = [
    png, gif, jpeg, webp, avif,
  ]
}

/// Numbers at places of bytes; nothing behind the end.
struct ByteReader: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func byte(_ place: Int) -> Int? {
    bytes.indices.contains(place) ? Int(bytes[place]) : nil
  }

  /// The most significant byte first; at most four bytes.
  func big(_ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place <= bytes.count - count else { return nil }
    return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// The least significant byte first; at most four bytes.
  func little(_ place: Int, _ count: Int) -> Int? {
    guard place >= 0, place <= bytes.count - count else { return nil }
    return bytes[place..<place + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func has(_ text: StaticString, at place: Int) -> Bool {
    let wanted = Array(text.description.utf8)
    return place >= 0 && place <= bytes.count - wanted.count
      && bytes[place..<place + wanted.count].elementsEqual(wanted)
  }
}
