/// A small picture in up to 256 colours, written as PNG without compression.
struct PixelImage {
  let width: Int
  let height: Int
  let palette: [(red: UInt8, green: UInt8, blue: UInt8)]

  /// The palette's index of each point, row by row.
  let points: [UInt8]

  /// The file: signature, header, palette, data, end.
  var png: [UInt8] {
    let header = Self.word(width) + Self.word(height) + [8, 3, 0, 0, 0]
    return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
      + Self.chunk("IHDR", header)
      + Self.chunk("PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] })
      + Self.chunk("IDAT", Self.stored(scanLines))
      + Self.chunk("IEND", [])
  }

  /// Each row behind the number of its filter, which is none.
  private var scanLines: [UInt8] {
    (0..<height).flatMap { row in [0] + points[row * width..<(row + 1) * width] }
  }

  /// A zlib stream of one stored block, which takes up to 65,535 bytes.
  private static func stored(_ data: [UInt8]) -> [UInt8] {
    let size = UInt16(truncatingIfNeeded: data.count)
    let sizes = [size, ~size].flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    var (low, high) = (1, 0)
    for byte in data {
      low = (low + Int(byte)) % 65_521
      high = (high + low) % 65_521
    }
    return [0x78, 0x01, 0x01] + sizes + data + word(high << 16 | low)
  }

  private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    var remainder: UInt32 = 0xffff_ffff
    for byte in body {
      remainder ^= UInt32(byte)
      for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return word(data.count) + body + word(Int(~remainder))
  }

  private static func word(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
