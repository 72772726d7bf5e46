import Testing

@testable import Markdown

struct LinkWritingTests {
  static let external = " rel=\"nofollow noopener noreferrer\""

  private func link(_ destination: String, _ title: String = "") -> String {
    written { writer in
      writer.openLink(to: Array(destination.utf8), title: Array(title.utf8), line: 1)
      writer.text("x".utf8)
      writer.closeLink()
    }
  }

  private func image(
    _ source: String, _ alternative: String, _ options: MarkdownOptions = MarkdownOptions()
  ) -> String {
    written(options) { writer in
      var traits = ImageTraits()
      traits.alternative = alternative
      writer.image(Array(source.utf8), traits, line: 1)
    }
  }

  @Test("Links are written as the policy allows")
  func links() {
    #expect(
      link("http://a/'", "\"<")
        == "<a href=\"http://a/&#39;\"\(Self.external) title=\"&quot;&lt;\">x</a>")
    #expect(link("a.md#b", "c") == "[a.md#b|c]x[/]")
    for refused in ["javascript:x", "data:x", "", "#none", "#"] { #expect(link(refused) == "x") }
  }

  @Test("Images on other hosts are never loaded")
  func remoteImages() {
    var options = MarkdownOptions()
    #expect(image("https://h/b.svg", "b") == "<a href=\"https://h/b.svg\"\(Self.external)>b</a>")
    #expect(image("//h/b%20c.svg?d", "").hasSuffix(">b c.svg</a>"))
    #expect(image("//h", "").hasSuffix(">image</a>"))
    options.remoteImages = .drop
    #expect(image("https://h/b.svg", "b", options) == "b")
    #expect(image("https://h/b.svg", "", options).isEmpty)
    #expect(image("data:image/png,x", "<b>") == "&lt;b&gt;")
    #expect(image("a.png", "b") == "[img a.png|b]")
  }

  @Test("A badge in a link is the link's text")
  func badge() {
    #expect(
      written("<a href=x><img src=//h/b.svg alt=b><img src=//h/c.svg></a>") == "[x|]bc.svg[/]")
  }

  @Test("Links to places find ids that come later, and ids as they are shown")
  func fragments() {
    let markup = written { writer in
      for name in ["My heading", "my-heading", "my-heading-1", "card-my-heading", "%C3%9C", "x"] {
        writer.openLink(to: Array("#\(name)".utf8), title: [], line: 1)
        writer.closeLink()
      }
      for name in ["My heading", "My heading", "Ü"] { _ = writer.id(for: name) }
    }
    #expect(
      markup.split(separator: "\"").filter { $0.hasPrefix("#") } == [
        "#card-my-heading", "#card-my-heading", "#card-my-heading-1", "#card-my-heading",
        "#card-%C3%BC",
      ])
  }

  @Test(
    "Ids are slugs, each once",
    arguments: [
      (["A b", "a-b", "A  b!"], ["card-a-b", "card-a-b-1", "card-a--b"]),
      (["a-1", "a", "a"], ["card-a-1", "card-a", "card-a-2"]),
      (["", "!", "日本 語", "É_x"], ["card-section", "card-section-1", "card-日本-語", "card-é_x"]),
    ])
  func ids(names: [String], ids: [String]) {
    var writer = MarkupWriter(MarkdownOptions())
    #expect(names.map { writer.id(for: $0) } == ids)
  }

  /// So many that trying one number after the other for each would take hours.
  @Test("A hundred thousand equal headings are numbered at once", .timeLimit(.minutes(30)))
  func manyIDs() {
    var writer = MarkupWriter(MarkdownOptions())
    #expect(Set((0..<100_000).map { _ in writer.id(for: "x") }).count == 100_000)
  }

  @Test(
    "Text is escaped, valid and without marks that turn its direction",
    arguments: [
      ("<&>\"'", "&lt;&amp;&gt;&quot;&#39;"), ("a\u{0}\u{1}\tb\n\u{7F}\u{85}", "a\tb\n"),
      ("a\r\nb\rc", "a\nb\nc"), ("\u{202E}a\u{2066}b\u{200F}", "ab\u{200F}"),
      ("ü€😀\u{FFFF}", "ü€😀"), ("{{x}} ${y} {% z %}", "{{x}} ${y} {% z %}"),
    ])
  func text(text: String, expected: String) {
    #expect(written { $0.text(text.utf8) } == expected)
  }

  @Test("Bytes that are no UTF-8 become replacement characters")
  func invalidText() {
    #expect(written { $0.text([0x61, 0xFF, 0x62, 0xE2, 0x82]) } == "a\u{FFFD}b\u{FFFD}")
  }
}
