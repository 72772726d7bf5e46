import Digests
import Testing

struct MD5Tests {
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    (String(repeating: "1234567890", count: 8), "57edf4a22be3c955ac49da2e2107b67a"),
    (String(repeating: "a", count: 55), "ef1772b6dff9a122358552954ad0df65"),
    (String(repeating: "a", count: 56), "3b0c8ac703f828b04c6c197006d17218"),
    (String(repeating: "a", count: 64), "014842d480b571495a4a0363793f7367"),
  ])
  func digest(of text: String, is digest: String) {
    #expect(MD5.hex(of: Array(text.utf8)) == digest)
  }

  @Test(arguments: [1, 3, 55, 56, 63, 64, 65, 128, 1_000])
  func partsGiveTheDigestOfTheWhole(size: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    var digest = MD5()
    for start in stride(from: 0, to: bytes.count, by: size) {
      digest.update(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    #expect(digest.hex == "de809ff794e91b68f9e91a2b7030bcb0")
    #expect(digest.hex == MD5.hex(of: bytes))
  }

  @Test func aDigestMayBeReadInBetween() {
    var digest = MD5()
    #expect(digest.hex == "d41d8cd98f00b204e9800998ecf8427e")
    digest.update(Array("a".utf8))
    _ = digest.hex
    digest.update(Array("bc".utf8))
    #expect(digest.hex == "900150983cd24fb0d6963f7d28e17f72")
  }
}
