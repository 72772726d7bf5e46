import Testing

@testable import Digests

/// The examples of FIPS 180-4, and parts of every length.
struct SHA1Tests {
  @Test(arguments: [
    ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
    ),
    ("blob 6\0hello\n", "ce013625030ba8dba906f756967f9e9ca394464a"),
  ])
  func examples(_ text: String, _ digest: String) {
    var sum = SHA1()
    sum.update(Array(text.utf8))
    #expect(sum.hex == digest)
  }

  @Test(
    "A million letters, in parts of which few are whole blocks", arguments: [1, 63, 64, 65, 999])
  func parts(_ length: Int) {
    var (one, two) = (SHA1(), SHA256.Stream())
    let part = [UInt8](repeating: UInt8(ascii: "a"), count: length)
    var left = 1_000_000
    while left > 0 {
      let next = Array(part.prefix(left))
      one.update(next)
      two.update(next)
      left -= next.count
    }
    #expect(one.hex == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    #expect(
      two.finished.hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
