import Digests
import Records

extension StoredObject {
  /// Whether bytes are those of the object.
  ///
  /// DVC 1 and 2 made line ends of text LF before they took the digest, a MiB at a time; so a pair
  /// of CR and LF on the border of two stays as it is (`records.md` §7).
  func fits(_ bytes: [UInt8]) -> Bool {
    guard let hash else { return true }
    let expected = hash.value.lowercased()
    switch hash.algorithm {
    case .md5: return MD5.hex(of: bytes) == expected
    case .md5DOSToUnix:
      return MD5.hex(of: bytes) == expected || Self.textDigest(of: bytes) == expected
    case .sha256: return SHA256(bytes).hex == expected
    case .etag, .checksum, .git: return true
    }
  }

  private static func textDigest(of bytes: [UInt8]) -> String {
    var digest = MD5()
    var text: [UInt8] = []
    text.reserveCapacity(min(bytes.count, 1 << 20))
    for start in stride(from: 0, to: bytes.count, by: 1 << 20) {
      text.removeAll(keepingCapacity: true)
      let end = min(start + 1 << 20, bytes.count)
      for index in start..<end {
        let endsLine = index + 1 < end && bytes[index] == 13 && bytes[index + 1] == 10
        if !endsLine { text.append(bytes[index]) }
      }
      digest.update(text)
    }
    return digest.hex
  }
}
