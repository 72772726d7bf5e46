import FoundationEssentials

extension HostileCard {
  /// Cards with images that are none, or that no page may show.
  static let withImages: [HostileCard] = [
    picture("m010-missing", "none.png", "M010"),
    picture("m010-outside", "../../../../../../../../etc/passwd", "M010"),
    picture("m010-symlink", "link.png", "M010", links: ["link.png": "/etc/passwd"]),
    picture("m010-symlink-inside", "link.png", "M010", links: ["link.png": "../../secret.txt"]),
    picture("m010-pointer", "pointer.png", "M010", files: ["pointer.png": pointer]),
    picture("m010-large", "large.png", "M010", files: ["large.png": large]),
    picture("m011-page", "page.png", "M011", files: ["page.png": page]),
    picture("m011-script", "script.gif", "M011", files: ["script.gif": Array(mark.utf8)]),
    picture("m012-drawing", "drawing.svg", "M012", files: ["drawing.svg": drawing]),
    picture("m012-disguised", "drawing.png", "M011|M012", files: ["drawing.png": drawing]),
  ]

  /// Stands in files that no site may hold.
  static let mark = "hostile-payload"

  private static func picture(
    _ name: String, _ source: String, _ codes: String, files: [String: [UInt8]] = [:],
    links: [String: String] = [:]
  ) -> HostileCard {
    HostileCard(
      name: name, codes: [codes.split(separator: "|").map(String.init)],
      text: Array("Begin of \(name).\n\n![A picture](\(source))\n\n<img src=\"\(source)\">\n".utf8),
      files: files, links: links)
  }

  private static let pointer = Array(
    """
    version https://git-lfs.github.com/spec/v1
    oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
    size 12345

    """.utf8)

  private static let page = Array("<!DOCTYPE html><script>alert('\(mark)')</script>".utf8)

  private static let drawing = Array(
    """
    <svg xmlns="http://www.w3.org/2000/svg" onload="alert('\(mark)')"><script>alert(1)</script></svg>
    """.utf8)

  /// A picture's first bytes, and more than 5 MB after them.
  private static let large =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + Array(mark.utf8)
    + [UInt8](repeating: 0, count: 5 << 20)
}
