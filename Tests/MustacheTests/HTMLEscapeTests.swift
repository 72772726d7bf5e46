import Testing

@testable import Mustache

struct HTMLEscapeTests {
  @Test(arguments: [
    ("", ""), ("plain é 😀", "plain é 😀"), ("&", "&amp;"),
    ("<a b='c' d=\"e\">", "&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;"),
    ("&amp;", "&amp;amp;"), ("a&b", "a&amp;b"), ("<<", "&lt;&lt;"), ("end>", "end&gt;"),
  ])
  func escapesWhatHTMLReads(text: String, expected: String) {
    var buffer = Array("|".utf8)
    HTMLEscape.append(text, to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "|" + expected)
  }

  @Test func escapesBytes() {
    var buffer: [UInt8] = []
    HTMLEscape.append(Array("1 < 2".utf8).span, to: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "1 &lt; 2")
  }
}
