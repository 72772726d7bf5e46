import Testing

@testable import Markdown

struct AddressTests {
  @Test(
    "Addresses of the web and of mail are written percent-encoded",
    arguments: [
      ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
      ("HTTP://a.example", "http://a.example"), ("//a.example/x", "https://a.example/x"),
      ("\\\\a.example\\x", "https://a.example/x"), ("/\\a.example", "https://a.example"),
      ("https:a.example", "https://a.example"), ("https:///a.example", "https://a.example"),
      ("ht\ntp://a.example", "http://a.example"), ("\u{1} https://a.example ", "https://a.example"),
      ("https://a/ü <\">%zz%41", "https://a/%C3%BC%20%3C%22%3E%25zz%41"),
      ("https://[::1]/[x]#a#b", "https://[::1]/%5Bx%5D#a%23b"),
      ("mailto:a@b.example?subject=x y", "mailto:a@b.example?subject=x%20y"),
    ])
  func external(written: String, expected: String) {
    #expect(Address(Array(written.utf8)) == .external(Array(expected.utf8)))
  }

  @Test(
    "Other schemes and what could be one are refused",
    arguments: [
      "javascript:x", "JAVASCRIPT:x", "java\tscript:x", "\u{1}javascript:x", " javascript:x",
      "\u{A0}javascript:x", "vbscript:x", "feed:x", "blob:x", "about:blank", "view-source:x",
      "filesystem:x", "file:///etc/passwd", "ftp://a", "x:y", ":x", "a b:c", "%6A:x", "https:",
      "https://", "//", "mailto:", "?x", "a%00", "a%0A", "a%ff", "%E2%80%AEx",
    ])
  func refused(written: String) { #expect(Address(Array(written.utf8)) == .refused) }

  @Test(
    "Relative addresses are files of the repository",
    arguments: [
      ("a/b.md", "a/b.md", ""), ("/a", "/a", ""), ("../a", "../a", ""),
      ("a%20b c.md?x=%zz#y z", "a b c.md", "?x=%25zz#y%20z"), ("a\\b", "a/b", ""),
      ("./a:b", "./a:b", ""), ("100%.md", "100%.md", ""), ("%C3%BC", "ü", ""),
      ("a\tb", "ab", ""), ("..%2F..%2Fx", "../../x", ""),
    ])
  func files(written: String, path: String, suffix: String) {
    #expect(Address(Array(written.utf8)) == .file(FileReference(path: path, suffix: suffix)))
  }

  @Test("Places, data and nothing are told apart")
  func others() {
    #expect(Address(Array("#a%20b".utf8)) == .fragment("a b"))
    #expect(Address(Array("DATA:image/png,x".utf8)) == .embedded)
    #expect(Address(Array(" \n".utf8)) == .empty)
  }

  @Test("Any byte in any place gives an address that is plain ASCII")
  func anyByte() {
    for byte in UInt8.min...UInt8.max {
      for address in [[byte], Array("https://a/".utf8) + [byte], Array("a".utf8) + [byte]] {
        guard case .external(let encoded) = Address(address) else { continue }
        #expect(
          encoded.allSatisfy { (0x21...0x7E).contains($0) && !"<>\"\\^`{|}".utf8.contains($0) })
      }
    }
  }
}
