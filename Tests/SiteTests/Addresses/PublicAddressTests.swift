import Formats
import Testing

@testable import Site

@Suite("Published addresses")
struct PublicAddressTests {
  @Test(
    "lose credentials",
    arguments: [
      ("https://me:secret@example.com/a?x=1", "https://example.com/a"),
      ("https://token@example.com", "https://example.com"),
      ("s3://bucket/key?versionId=1#part", "s3://bucket/key#part"),
      ("https://example.com?sig=1", "https://example.com"),
      ("https://a@b@example.com/x", "https://example.com/x"),
      ("https://example.com/a@b?c", "https://example.com/a@b"),
    ])
  func credentials(written: String, published: String) {
    #expect(PublicAddress.cleaned(written) == published)
  }

  @Test(
    "stay as they are without any",
    arguments: [
      "", "models/a?.pkl", "why? see https://x", "https://example.com/#a?b", "://a@b", "a:b@c",
      "https://example.com/\u{E9}",
    ])
  func harmless(text: String) {
    #expect(PublicAddress.cleaned(text) == text)
  }

  @Test("inside values are cleaned at any depth") func values() {
    let value = JSONValue.object([
      JSONMember("a", .array([.string("https://u:p@h/x"), .number("1")]))
    ])
    let cleaned = JSONValue.object([
      JSONMember("a", .array([.string("https://h/x"), .number("1")]))
    ])
    #expect(PublicAddress.cleaned(value) == cleaned)
  }
}
