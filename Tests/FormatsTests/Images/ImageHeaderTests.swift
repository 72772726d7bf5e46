import Testing

@testable import Formats

struct ImageHeaderTests {
  private static func ascii(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + ascii("IHDR")
    + [0, 0, 1, 0x40, 0, 0, 0, 0xF0, 8, 6, 0, 0, 0]
  private static let gif: [UInt8] = ascii("GIF89a") + [0x40, 1, 0xF0, 0, 0, 0, 0]
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 6, 0x4A, 0x46, 0x49, 0x46, 0xFF, 0xFF, 0xC4, 0, 3, 9]
    + [0xFF, 0xC2, 0, 11, 8, 0, 0xF0, 1, 0x40, 1, 1, 0x11, 0]
  private static let lossy: [UInt8] =
    ascii("RIFF") + [30, 0, 0, 0] + ascii("WEBPVP8 ") + [10, 0, 0, 0, 0x10, 2, 0]
    + [0x9D, 0x01, 0x2A, 0x40, 0x41, 0xF0, 0x00]
  private static let lossless: [UInt8] =
    ascii("RIFF") + [30, 0, 0, 0] + ascii("WEBPVP8L") + [10, 0, 0, 0, 0x2F]
    + [0x3F, 0xC1, 0x3B, 0x00]
  private static let extended: [UInt8] =
    ascii("RIFF") + [30, 0, 0, 0] + ascii("WEBPVP8X") + [10, 0, 0, 0, 0, 0, 0, 0]
    + [0x3F, 1, 0, 0xEF, 0, 0]
  private static let avif: [UInt8] =
    [0, 0, 0, 24] + ascii("ftypmif1") + [0, 0, 0, 0] + ascii("mif1avif")
    + [0, 0, 0, 20] + ascii("ispe") + [0, 0, 0, 0, 0, 0, 1, 0x40, 0, 0, 0, 0xF0]

  @Test(
    "The format and the size are told by the bytes",
    arguments: [
      (png, ImageHeader.Format.png), (gif, .gif), (jpeg, .jpeg), (lossy, .webp),
      (lossless, .webp), (extended, .webp), (avif, .avif),
    ])
  func reads(bytes: [UInt8], format: ImageHeader.Format) {
    #expect(ImageHeader(bytes) == ImageHeader(format, width: 320, height: 240))
  }

  @Test(
    "What is cut off before its size is no image",
    arguments: [png, gif, jpeg, lossy, lossless, extended, avif])
  func refusesCutFiles(bytes: [UInt8]) {
    let needed = (0...bytes.count).first { ImageHeader(Array(bytes.prefix($0))) != nil }
    #expect(needed.map { $0 > 8 } == true)
    for count in 0..<(needed ?? 0) { #expect(ImageHeader(Array(bytes.prefix(count))) == nil) }
  }

  @Test(
    "Other files are no images",
    arguments: [
      ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"), ascii("<html>GIF89a"), ascii("%PDF-1.7"),
      [], [0], ascii("RIFF1234WAVEfmt "), [0, 0, 0, 24] + ascii("ftypheic") + [0, 0, 0, 0],
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 1], [0xFF, 0xD8, 0xFF, 0xD9],
    ])
  func refusesOthers(bytes: [UInt8]) {
    #expect(ImageHeader(bytes) == nil)
  }

  @Test(
    "A size of nothing, or of more than a screen of screens, is refused",
    arguments: [(0, 1), (1, 0), (16_384, 16_384), (16_385, 1), (1, 0x7FFF_FFFF)])
  func refusesSizes(width: Int, height: Int) {
    var bytes = Self.png
    for (place, value) in [(16, width), (20, height)] {
      for index in 0..<4 {
        bytes[place + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index))
      }
    }
    #expect((ImageHeader(bytes) != nil) == (width == 16_384))
  }
}
