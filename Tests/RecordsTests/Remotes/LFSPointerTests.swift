import Records
import Testing

struct LFSPointerTests {
  private static let oid = String(repeating: "4d", count: 32)

  @Test(arguments: [
    "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.oid)\nsize 12345\n",
    "version https://git-lfs.github.com/spec/v1\r\noid sha256:\(Self.oid)\r\nsize 12345\r\n",
    "version https://git-lfs.github.com/spec/v1\next-0-foo sha256:00\noid sha256:\(Self.oid)\nsize 12345",
  ])
  func pointers(text: String) throws {
    let pointer = try #require(LFSPointer(Array(text.utf8)))
    #expect(pointer.hash == ContentHash(.sha256, Self.oid))
    #expect(pointer.size == 12_345)
  }

  @Test(arguments: [
    "", "version https://git-lfs.github.com/spec/v1", "oid sha256:\(Self.oid)\nsize 1\n",
    "version https://git-lfs.github.com/spec/v1\noid sha256:xyz\nsize 1\n",
    "version https://git-lfs.github.com/spec/v1\noid md5:\(Self.oid)\nsize 1\n",
    "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.oid)\nsize -1\n",
    "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.oid)\nsize 99999999999999999999\n",
    "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.oid)\nsize\n",
    "{\"a\": 1}",
  ])
  func otherFiles(text: String) {
    #expect(LFSPointer(Array(text.utf8)) == nil)
  }

  @Test func whatIsLongIsNoPointer() {
    let text = "version https://git-lfs.github.com/spec/v1\noid sha256:\(Self.oid)\nsize 1\n"
    #expect(LFSPointer(Array((text + String(repeating: "a b\n", count: 300)).utf8)) == nil)
  }
}
