import Testing

@testable import Markdown

struct HTMLWritingTests {
  @Test(
    "HTML of the list is written anew",
    arguments: [
      ("<P ALIGN=Center>x", "<p class=\"align-center\">x</p>"),
      ("<center>x</center>y", "<div class=\"align-center\">x</div>y"),
      ("<td>x", "x"), ("<li>x</li>", "x"), ("<br/></br>", "<br><br>"),
      ("<ol start=3><li>a<li>b</ol>", "<ol start=\"3\"><li>a</li><li>b</li></ol>"),
      ("<ul><li><p>a<b><li>b</ul>", "<ul><li><p>a<b></b></p></li><li>b</li></ul>"),
      ("<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"),
      ("<p>a<div>b</div>c</p>", "<p>a</p><div>b</div>c"),
      ("<p><b>a<p>b", "<p><b>a</b></p><p>b</p>"),
      ("<b>a<i>b</b>c</i>", "<b>a<i>b</i></b>c"),
      ("<b><div>a</b>b</div>c", "<b><div>ab</div></b>c"),
      ("<h1>a<h2>b</h1>", "<h1>a</h1><h2>b</h2>"),
      ("<pre>\n\na\n</pre>", "<pre>a\n</pre>"),
      ("<details open><summary>x</summary>", "<details open=\"\"><summary>x</summary></details>"),
      ("<em><em><em><em>a</em></em></em>b</em>c", "<em><em><em>a</em></em>b</em>c"),
      ("<tt>a</tt><strike>b</strike>", "<code>a</code><s>b</s>"),
      ("<font color=red><section>x</section>", "x"),
      ("Bearer <token> </x>", "Bearer &lt;token&gt; &lt;/x&gt;"),
      ("a < b && c <3", "a &lt; b &amp;&amp; c &lt;3"),
      (
        "&lt;b&gt; &copy; &CounterClockwiseContourIntegral; &none; &#65;&#x42",
        "&lt;b&gt; © ∳ &amp;none; AB"
      ),
      ("<svg><svg>a</svg>b</svg>c", "c"), ("a<!-- <b> -->b<!-- c", "ab"),
      ("<a href=x><a href=y>z", "[x|][/][y|]z[/]"),
      ("<a href=x><div><a href=y>z</a></div>w", "[x|]<div>z</div>[/]w"),
      ("<a name=X></a><a href=#X>y</a>", "<span id=\"card-x\"></span><a href=\"#card-x\">y</a>"),
      ("<img src=a.png alt=x align=right>", "<span class=\"align-right\">[img a.png|x]</span>"),
      ("<p id='Über uns' title=\"'&quot;\">", "<p id=\"card-über-uns\" title=\"&#39;&quot;\"></p>"),
      ("<td colspan=101 rowspan=2>", ""),
      ("<q lang=de dir=RTL>", "<q lang=\"de\" dir=\"rtl\"></q>"),
      ("<q lang='a b' dir=up>", "<q></q>"),
    ])
  func rewritten(html: String, expected: String) { #expect(written(html) == expected) }

  @Test(
    "A table has all its parts, and content in cells only",
    arguments: [
      ("<table><td colspan=2>a</table>", "<td colspan=\"2\">a</td>"),
      ("<table><tr><td>a<td>b", "<td>a</td><td>b</td>"),
      ("<table>a", "<td>a</td>"),
      ("<table><tr><b>a</b><td>b", "<td><b>a</b></td><td>b</td>"),
      ("<table><tbody><tr><td><div>a<td>b", "<td><div>a</div></td><td>b</td>"),
      ("<table><caption>a</caption><tr><td>b", "<td>a</td></tr><tr><td>b</td>"),
    ])
  func tables(html: String, row: String) {
    #expect(written(html) == "<table><tbody><tr>\(row)</tr></tbody></table>")
  }

  @Test("Blocks in a paragraph of Markdown leave their content")
  func blocksInParagraph() {
    #expect(writtenInParagraph("a", "<div>", "b", "</div>", "c") == "<p>abc</p>")
    #expect(writtenInParagraph("<table>", "<td>", "a", "<b>", "c") == "<p>a<b>c</b></p>")
    #expect(writtenInParagraph("<script>", "a", "</script>", "b") == "<p>b</p>")
    #expect(writtenInParagraph("<svg>", "a") == "<p></p>")
  }

  @Test("An end tag in Markdown's own element ends the element outside after it")
  func overdueEnd() {
    let markup = written { writer in
      writer.raw(Array("<div><blockquote>".utf8), line: 1)
      writer.open(.p)
      writer.text("a".utf8)
      writer.raw(Array("</div>".utf8), line: 2)
      writer.text("b".utf8)
      writer.close(.p)
      writer.text("c".utf8)
    }
    #expect(markup == "<div><blockquote><p>ab</p></blockquote></div>c")
  }

  @Test("Markdown's block ends a paragraph, a heading's place and a table without a cell")
  func blocksOfMarkdown() {
    for (html, expected) in [
      ("<p align=left><b>", "<p class=\"align-left\"><b></b></p><h2>x</h2>"),
      ("<h1><p>", "<h1><p></p></h1><h2>x</h2>"),
      ("<table><tr>", "<table><tbody><tr></tr></tbody></table><h2>x</h2>"),
      ("<div>", "<div><h2>x</h2></div>"),
      ("<svg>", "<h2>x</h2>"),
    ] {
      let markup = written { writer in
        writer.raw(Array(html.utf8), line: 1)
        writer.open(.h2)
        writer.text("x".utf8)
        writer.close(.h2)
      }
      #expect(markup == expected)
    }
  }

  @Test("A refused link of Markdown keeps its place in a table of HTML")
  func refusedLinkInTable() {
    let markup = written { writer in
      writer.open(.td)
      writer.raw(Array("<table>".utf8), line: 1)
      writer.openLink(to: Array("javascript:x".utf8), title: [], line: 1)
      writer.raw(Array("</table><summary>".utf8), line: 1)
      writer.text("x".utf8)
      writer.closeLink()
      writer.close(.td)
    }
    #expect(markup == "<td><table><tbody><tr><td>x</td></tr></tbody></table></td>")
  }

  @Test("Headings of HTML go down as Markdown's do")
  func shiftedHeadings() {
    var options = MarkdownOptions()
    options.headingShift = 2
    #expect(written("<h1>a</h1><h5>b", options) == "<h3>a</h3><h6>b</h6>")
  }

  @Test("Depth is bounded", arguments: ["<div>", "<b>", "<table>", "<ul><li>", "<table><td>"])
  func depth(html: String) {
    let markup = written(String(repeating: html, count: 10_000) + "x")
    #expect(fault(in: markup) == nil)
    #expect(depth(of: markup) < 80)
    #expect(markup.contains("x"))
  }

  private func depth(of markup: String) -> Int {
    var depths = [0]
    for part in markup.split(separator: "<") where part.contains(">") {
      depths.append((depths.last ?? 0) + (part.hasPrefix("/") ? -1 : 1))
    }
    return depths.max() ?? 0
  }
}
