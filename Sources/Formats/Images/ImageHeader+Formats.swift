extension ImageHeader {
  /// The signature, then the chunk IHDR with width and height.
  static func png(_ data: ByteReader) -> ImageHeader? {
    guard data.big(0, 4) == 0x8950_4E47, data.big(4, 4) == 0x0D0A_1A0A, data.has("IHDR", at: 12),
      let width = data.big(16, 4), let height = data.big(20, 4)
    else { return nil }
    return ImageHeader(.png, width: width, height: height)
  }

  /// `GIF87a` or `GIF89a`, then the size of the logical screen.
  static func gif(_ data: ByteReader) -> ImageHeader? {
    guard data.has("GIF87a", at: 0) || data.has("GIF89a", at: 0),
      let width = data.little(6, 2), let height = data.little(8, 2)
    else { return nil }
    return ImageHeader(.gif, width: width, height: height)
  }

  /// Segments until the one that begins a frame, which has the size.
  static func jpeg(_ data: ByteReader) -> ImageHeader? {
    guard data.big(0, 3) == 0xFF_D8FF else { return nil }
    var place = 2
    while let lead = data.byte(place), lead == 0xFF, let marker = data.byte(place + 1) {
      if marker == 0xFF {
        place += 1
      } else if isFrame(marker) {
        guard let height = data.big(place + 5, 2), let width = data.big(place + 7, 2) else {
          return nil
        }
        return ImageHeader(.jpeg, width: width, height: height)
      } else {
        guard let length = data.big(place + 2, 2), length >= 2 else { return nil }
        place += 2 + length
      }
    }
    return nil
  }

  /// SOF0 to SOF15 but for the tables and the extension between them.
  private static func isFrame(_ marker: Int) -> Bool {
    (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
  }

  /// A RIFF container with a lossy, a lossless or an extended picture.
  static func webp(_ data: ByteReader) -> ImageHeader? {
    guard data.has("RIFF", at: 0), data.has("WEBP", at: 8) else { return nil }
    if data.has("VP8X", at: 12) {
      guard let width = data.little(24, 3), let height = data.little(27, 3) else { return nil }
      return ImageHeader(.webp, width: width + 1, height: height + 1)
    }
    if data.has("VP8L", at: 12) {
      guard data.byte(20) == 0x2F, let bits = data.little(21, 4) else { return nil }
      return ImageHeader(.webp, width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    }
    guard data.has("VP8 ", at: 12), data.big(23, 3) == 0x9D_012A,
      let width = data.little(26, 2), let height = data.little(28, 2)
    else { return nil }
    return ImageHeader(.webp, width: width & 0x3FFF, height: height & 0x3FFF)
  }

  /// A file of the brand `avif` or `avis`; the size is in the box `ispe`, which is near the start.
  static func avif(_ data: ByteReader) -> ImageHeader? {
    guard data.has("ftyp", at: 4), let length = data.big(0, 4), length >= 16 else { return nil }
    let brands = stride(from: 8, to: min(length, data.bytes.count), by: 4)
    guard brands.contains(where: { data.has("avif", at: $0) || data.has("avis", at: $0) }) else {
      return nil
    }
    // An image of several parts has several of these; the first is the whole in all encoders' files.
    for place in length..<max(length, min(data.bytes.count, 4_096))
    where data.has("ispe", at: place) {
      guard let width = data.big(place + 8, 4), let height = data.big(place + 12, 4) else {
        return nil
      }
      return ImageHeader(.avif, width: width, height: height)
    }
    return nil
  }
}
