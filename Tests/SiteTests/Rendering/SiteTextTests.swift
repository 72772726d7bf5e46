import Testing

@testable import Site

struct SiteTextTests {
  @Test(arguments: [
    ("plain text", "plain text"),
    ("tab\tand\u{0}\u{7}bell", "tab andbell"),
    ("two\nlines", "two\nlines"),
    ("a\u{202E}b\u{2066}c\u{200F}", "a[U+202E]b[U+2066]c[U+200F]"),
    ("\u{061C}", "[U+061C]"),
    ("\u{85}\u{9F}", ""),
    ("👩🏽‍🔬 é ‘quoted’ ©", "👩🏽‍🔬 é ‘quoted’ ©"),
  ])
  func showsWhatIsThere(text: String, shown: String) {
    #expect(SiteText.shown(text) == shown)
  }

  @Test(arguments: [
    ("one\n\ntwo\r\nthree", 100, "one two three"),
    ("abcdef", 6, "abcdef"),
    ("abcdefg", 6, "abcdef…"),
    ("ééé", 5, "éé…"),
  ])
  func putsTextOnOneLine(text: String, limit: Int, line: String) {
    #expect(SiteText.singleLine(text, limit: limit) == line)
  }

  @Test(arguments: [
    (0, "0"), (9999, "9999"), (10_000, "10\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"),
  ])
  func groupsDigits(count: Int, text: String) {
    #expect(CountText.digits(count) == text)
  }

  @Test func countsNouns() {
    #expect(CountText.of(1, "repository", plural: "repositories") == "1 repository")
    #expect(CountText.of(0, "repository", plural: "repositories") == "0 repositories")
    #expect(CountText.of(2, "model") == "2 models")
  }
}
