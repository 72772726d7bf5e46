import Testing

@testable import Site

@Suite("Text on badges")
struct BadgeTextTests {
  @Test(
    "is ASCII markup",
    arguments: [
      ("prod", "prod"), ("<a&\"b\">", "&lt;a&amp;&quot;b&quot;&gt;"), ("\u{E9}", "&#xe9;"),
      ("\u{1F680}", "&#x1f680;"), ("a\u{7}b", "a&#xfffd;b"), ("\u{202E}x", "&#xfffd;x"),
      ("\u{FFFE}", "&#xfffd;"), ("\n", "&#xfffd;"),
    ])
  func escaping(text: String, markup: String) {
    #expect(BadgeText.escaped(text) == markup)
  }

  @Test("has room for its widest characters") func width() {
    #expect(BadgeText("WWWW").width >= 44)
    #expect(BadgeText("v1.0.0").width < BadgeText("v10.10.10").width)
    #expect(BadgeText("").width == 0)
  }

  @Test("is cut where a badge would grow out of any page") func long() {
    let text = BadgeText("v" + String(repeating: "9", count: 500) + ".0.0")
    #expect(text.width <= 281)
    #expect(text.escaped.hasSuffix("9&#x2026;"))
  }
}
