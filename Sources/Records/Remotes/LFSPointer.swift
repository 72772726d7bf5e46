/// What Git keeps in place of a file that Git LFS keeps elsewhere (`records.md` §13).
package struct LFSPointer: Hashable, Sendable {
  /// The SHA-256 of the file itself.
  package let hash: ContentHash

  /// Of the file itself, in bytes.
  package let size: Int

  /// Reads a pointer; nothing for any other file.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count <= Self.sizeLimit, bytes.starts(with: Self.start),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    var values: [Substring: Substring] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let blank = line.firstIndex(of: " ") else { return nil }
      values[line[..<blank]] = line[line.index(after: blank)...]
    }
    guard let object = values["oid"], object.hasPrefix("sha256:"), let size = values["size"],
      size.utf8.allSatisfy(RemoteURL.isDigit), let size = Int(size)
    else { return nil }
    let digest = object.dropFirst("sha256:".count)
    guard digest.utf8.count == 64, digest.utf8.allSatisfy(RemoteURL.isHexDigit) else { return nil }
    hash = ContentHash(.sha256, digest.lowercased())
    self.size = size
  }

  /// The largest pointer, in bytes.
  package static let sizeLimit = 1_024

  private static let start = Array("version https://git-lfs.github.com/spec/v1".utf8)
}
