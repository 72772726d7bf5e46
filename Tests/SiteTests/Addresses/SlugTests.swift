import Digests
import Testing

@testable import Site

@Suite("Slugs")
struct SlugTests {
  @Test(
    "keep a name readable and reversible",
    arguments: [
      ("churn", "churn"), ("a/b", "a~b"), ("nlp:sentiment", "nlp=sentiment"),
      ("models/en.v2:a/b-c_d", "models~en.v2=a~b-c_d"), ("v2.0.0-rc.1+cpu", "v2.0.0-rc.1+cpu"),
      ("Churn", "Churn"), ("compare", "compare"),
    ])
  func names(name: String, slug: String) {
    #expect(SlugRule.name.slug(of: name) == slug)
  }

  @Test(
    "of names that GTO refuses carry a digest",
    arguments: [
      ("", "text-e3b0c442"), ("..", "..-5ec1f7e7"), ("a b", "a-b-c8687a08"),
      ("a~b", "a-b-941528e5"),
      ("v1\u{661}.0.0", "v1--.0.0-197f7ede"),
    ])
  func strangeNames(name: String, slug: String) {
    #expect(SlugRule.name.slug(of: name) == slug)
  }

  @Test(
    "of labels keep letters, digits, dots and underscores",
    arguments: [
      ("tabular", "tabular"), ("Two  Words!", "two-words"), ("C++", "c"), ("v1.2_x", "v1.2_x"),
      ("-edge-", "edge"), ("gr\u{F6}\u{DF}e", "gr-e"), ("../../etc", "etc"),
      ("", "text-e3b0c442"), ("\u{4E2D}\u{6587}", "text-72726d88"), ("<script>", "script"),
    ])
  func labels(label: String, slug: String) {
    #expect(SlugRule.freeText.slug(of: label) == slug)
  }

  @Test("over a hundred bytes are cut and carry a digest") func long() {
    let name = String(repeating: "x", count: 101)
    let digest = SHA256(name).hex(digits: 8)
    #expect(SlugRule.name.slug(of: name) == String(name.dropLast()) + "-" + digest)
    #expect(SlugRule.name.slug(of: String(name.dropLast())) == String(name.dropLast()))
  }

  @Test(
    "never name a device of Windows, nor a page's own file",
    arguments: ["con", "NUL", "aux", "com1", "lpt9", "con.x", "index.html", "feed.atom"])
  func reserved(name: String) {
    for rule in [SlugRule.name, .freeText] {
      #expect(rule.slug(of: name).hasSuffix("-" + SHA256(name).hex(digits: 8)))
    }
  }

  @Test(
    "that only begin like a device stay as they are", arguments: ["conv", "com", "comx", "nulls"])
  func free(name: String) {
    #expect(SlugRule.name.slug(of: name) == name)
  }
}
