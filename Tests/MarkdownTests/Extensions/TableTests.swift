import Markdown
import Testing

@Suite("Tables")
struct TableTests {
  /// The table's rows, each cell in brackets, with what is around it.
  private func cells(of text: String) -> String {
    var result = markup(of: text)
    for (old, new) in [
      ("</th>", "]"), ("</td>", "]"), ("<td>", "["), ("<th scope=\"col\">", "["), ("</tr>", ""),
      ("<tr>", "/"), ("<thead>", ""), ("</thead>", ""), ("<tbody>", ""), ("</tbody>", ""),
      ("</table></div>", ""), ("\n", ""),
    ] {
      result = result.split(separator: old, omittingEmptySubsequences: false)
        .joined(separator: new)
    }
    return result.split(separator: "<table>", maxSplits: 1).last.map(String.init) ?? ""
  }

  @Test(
    "Cells are split and filled",
    arguments: [
      ("|a|b|\n|-|-|\n|c|d|", "/[a][b]/[c][d]"),
      ("a|b\n-|-\nc\nd|e|f", "/[a][b]/[c][]/[d][e]"),
      ("|a|\n|-|\n|`b\\|c`|", "/[a]/[<code>b|c</code>]"),
      ("|a|\n|-|\n|*b* #|", "/[a]/[<em>b</em> #]"),
      ("> - a|b\n>   -|-\n>   c|d", "/[a][b]/[c][d]</li></ul></blockquote>"),
      ("a|b\n-|-\nc|d\n2. e", "/[a][b]/[c][d]<ol start=\"2\"><li>e</li></ol>"),
      ("a|b\n-|-\nc|d\n---", "/[a][b]/[c][d]<hr>"),
      ("a|b\n-|-\nc|d\n===", "/[a][b]/[c][d]/[===][]"),
    ])
  func rows(text: String, expected: String) {
    #expect(cells(of: text) == expected)
  }

  @Test("Columns stand as the line below the head says")
  func alignment() {
    let result = markup(of: "a|b|c\n:-|:-:|-:\n")
    for name in ["left", "center", "right"] {
      #expect(result.contains("<th scope=\"col\" class=\"align-\(name)\">"))
    }
  }

  @Test("Text before a table stays a paragraph", arguments: ["x\na|b\n-|-", "# x\na|b\n-|-"])
  func before(text: String) {
    #expect(markup(of: text).contains("x</"))
    #expect(markup(of: text).contains("<table>"))
  }

  @Test(
    "Lines that don't fit make no table", arguments: ["a\n-|-", "a|b\n-", "a|b\n-|x", "\\|\n|-"])
  func none(text: String) {
    #expect(!markup(of: text).contains("<table>") || text.hasPrefix("\\"))
  }

  @Test("Links in cells may be defined after the table")
  func references() throws {
    let text = Array("|a|\n|-|\n|[b][c]|\n\n[c]: https://example.org\n".utf8)
    let rendered = try MarkdownRenderer.render(text, options: MarkdownOptions())
    #expect(markup(of: rendered).contains("href=\"https://example.org\""))
  }

  @Test("Large tables are cut, and the report tells (M015)")
  func large() throws {
    let wide = String(repeating: "a|", count: 300) + "\n" + String(repeating: "-|", count: 300)
    let long = "a|b\n-|-\n" + String(repeating: "c|d\n", count: 30_000)
    for (text, element, count) in [(wide, "<th ", 200), (long, "<td>", 49_998)] {
      let rendered = try MarkdownRenderer.render(Array(text.utf8), options: MarkdownOptions())
      #expect(rendered.findings.map(\.kind) == [.largeTable])
      #expect(markup(of: rendered).split(separator: element).count == count + 1)
    }
  }
}
