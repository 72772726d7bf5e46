import Markdown
import Testing

@Suite("Limits of Markdown")
struct MarkdownLimitsTests {
  @Test("What libcmark is slow at is refused with its line (M003 to M005)")
  func refusals() {
    let cases: [(String, MarkdownRefusal)] = [
      (String(repeating: "- ", count: 101) + "a", .nesting(line: 12)),
      (String(repeating: ">", count: 101), .nesting(line: 12)),
      (
        (0...101).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined(),
        .nesting(line: 12)
      ),
      (String(repeating: "![[]()", count: 6_000), .brackets(line: 12)),
      (String(repeating: "a", count: 100_001), .longLine(line: 12)),
    ]
    for (text, refusal) in cases {
      #expect(throws: refusal) {
        try MarkdownRenderer.render(
          Array(("x\n\n" + text).utf8), options: MarkdownOptions(), firstLine: 10)
      }
    }
  }

  @Test("A long address that is used again and again doesn't make the text many times larger")
  func amplification() {
    let text =
      "[a]: https://a.org/" + String(repeating: "u", count: 50_000) + "\n\n"
      + String(repeating: "[a]\n\n", count: 1_000)
    #expect(markup(of: text).utf8.count < 10 * text.utf8.count)
  }

  @Test(
    "A text is cut between blocks",
    arguments: [
      ("a\n\nb\n\nc", 5, "a\n\n"), ("abc", 3, "abc"), ("a\nb\nc", 3, "a\n"), ("äö", 3, "ä"),
      ("aaaa\n\n```\n\nx", 11, "aaaa\n\n"), ("a\n\n```\n\nbbbbbbbbbb\n\n", 18, "a\n\n```\n\n"),
    ])
  func cut(text: String, limit: Int, expected: String) {
    let bytes = Array(text.utf8)
    let length = MarkdownRenderer.cut(bytes, limit: limit)
    #expect(String(decoding: bytes[..<length], as: UTF8.self) == expected)
  }
}
