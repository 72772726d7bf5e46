import Markdown
import Testing

@Suite("Markdown to markup")
struct MarkdownRendererTests {
  @Test(
    "Blocks and inlines have their elements",
    arguments: [
      ("one\ntwo", "<p>one\ntwo</p>"),
      ("a *b* **c** `d<`", "<p>a <em>b</em> <strong>c</strong> <code>d&lt;</code></p>"),
      ("> q", "<blockquote><p>q</p>\n</blockquote>"),
      ("- a\n- b", "<ul><li>a</li>\n<li>b</li>\n</ul>"),
      ("- a\n\n- b", "<ul><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>"),
      ("7. a", "<ol start=\"7\"><li>a</li>\n</ol>"),
      (
        "```swift x\n<a>\n```",
        "<pre tabindex=\"0\"><code class=\"language-swift\">&lt;a&gt;\n</code></pre>"
      ),
      ("```a\"b\nx\n```", "<pre tabindex=\"0\"><code>x\n</code></pre>"),
    ])
  func elements(text: String, expected: String) {
    #expect(markup(of: text).hasPrefix(expected))
  }

  @Test("Headings are told with their lines in the file, without markup")
  func headings() throws {
    let text = Array("# A *b* `c`\n\ntext\n\nD\n---\n\n## A b c".utf8)
    var options = MarkdownOptions()
    options.headingShift = 1
    let rendered = try MarkdownRenderer.render(text, options: options, firstLine: 5)
    #expect(rendered.headings.map(\.text) == ["A b c", "D", "A b c"])
    #expect(rendered.headings.map(\.line) == [5, 9, 12])
    #expect(rendered.headings.map(\.level) == [1, 2, 2])
    #expect(Set(rendered.headings.map(\.id)).count == 3)
    #expect(markup(of: rendered).contains("<h2 id="))
  }

  @Test("Bytes that are no UTF-8, U+0000 and a byte-order mark don't hurt")
  func bytes() throws {
    let text: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("# a".utf8) + [0, 0xFF] + Array("\r\rb".utf8)
    let rendered = try MarkdownRenderer.render(text, options: MarkdownOptions())
    #expect(rendered.headings.map(\.text) == ["a\u{FFFD}\u{FFFD}"])
    #expect(markup(of: rendered).contains("<p>b</p>"))
  }

  @Test("A text that can't be rendered is shown as it is written")
  func plain() {
    let rendered = MarkdownRenderer.plain(Array("# <b>&".utf8), options: MarkdownOptions())
    #expect(markup(of: rendered) == "<pre tabindex=\"0\"># &lt;b&gt;&amp;</pre>")
  }
}
