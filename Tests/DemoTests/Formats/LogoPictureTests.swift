import Testing

@testable import Demo

struct LogoPictureTests {
  @Test("A logo shows night, light and hills, in colours of its palette")
  func drawsALogo() throws {
    let picture = LogoPicture(light: (92, 224, 160))
    let image = picture.image
    #expect(image.points.count == image.width * image.height && image.width == 160)
    #expect(image.palette.count == 8 && Set(image.points) == Set(0...7))
    let light = try #require(image.palette.dropLast().last)
    #expect(light.red == 92 && light.green == 224 && light.blue == 160)
    #expect(image.points.suffix(image.width).allSatisfy { $0 == 7 })
    #expect(picture.file.path == "docs/logo.png" && picture.file.bytes == image.png)
    #expect(LogoPicture(light: (240, 176, 72)).image.png != image.png)
  }
}
