import Testing

@testable import Markdown

struct HostileHTMLTests {
  static let vectors = [
    "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT >", "<script/x>alert(1)</script\n>",
    "<script>alert(1)", "<script><!-- <script> </script> --></script>",
    "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg/onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style>",
    "<math><annotation-xml encoding=\"text/html\"><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>",
    "<object data=\"data:text/html,<script>alert(1)</script>\"></object>", "<embed src=x.swf>",
    "<img src=x onerror=alert(1)>", "<img src=\"x\"onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    "<img src=`x`onerror=alert(1)>", "<img\u{0C}onerror=alert(1) src=x>",
    "<img \"\"\"><script>alert(1)</script>\">",
    "<a href=javascript:alert(1)>x</a>", "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='java&Tab;script:alert(1)'>x</a>",
    "<a href='java&NewLine;script&colon;alert(1)'>x</a>",
    "<a href='&#1;javascript:alert(1)'>x</a>", "<a href='&#106avascript:alert(1)'>x</a>",
    "<a href='&#x6A;&#x61;vascript:alert(1)'>x</a>", "<a href=' JaVaScRiPt:alert(1)'>x</a>",
    "<a href='vbscript:x'>x</a>", "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='\u{A0}javascript:alert(1)'>x</a>", "<a href='javascript&#x3a;alert(1)'>x</a>",
    "<a href='feed:javascript:alert(1)'>x</a>", "<a href='view-source:x'>x</a>",
    "<a title='\"><script>alert(1)</script>'>x</a>",
    "<p title=\"&quot; onclick=alert(1) x=&quot;\">",
    "<style>*{display:none}</style>", "<p style='position:fixed'>x", "<p class=site-header>x",
    "<base href=//evil.example>", "<meta http-equiv=refresh content='0;url=x'>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<form action=//evil.example><input name=q>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<title><img src=x onerror=alert(1)></title>", "<xmp><img src=x onerror=alert(1)></xmp>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<template><script>alert(1)</script></template>", "<plaintext><img src=x onerror=alert(1)>",
    "<!--><img src=x onerror=alert(1)>-->", "<!---><img src=x onerror=alert(1)>",
    "<!-- x --!><b>y</b>",
    "<![CDATA[<img src=x onerror=alert(1)>]]>", "<?xml <img src=x onerror=alert(1)>?>", "<!x <b>",
    "</main></body></html>", "</div></div></article>", "<div><div><b><i>",
    "<details open><summary>x",
    "<table><tr><td><table><a href=x><tr>", "<table>x<b>y<tr>z", "<select><option>x",
    "<body onload=alert(1)>",
    "<p><table><p>x</table></p>", "<b><p>x</b>y</p>",
    "<a href=x><table><a href=y>z</a></table></a>",
    "<li><li>x", "<ul><b><li>x</ul>", "<h1><h2>x</h1></h2>", "<pre>\n\n<b>x", "<dl><dt>a<dd>b<dt>c",
    "<x-y onclick=alert(1)>", "<<b>>", "<b <i>x", "</ b>", "<", "<a", "<a href=\"",
    "\u{0}<scr\u{0}ipt>",
    "<video><source onerror=alert(1)></video>", "<details ontoggle=alert(1) open>",
    "<marquee onstart=alert(1)>",
    "<img src=x alt=\"`\" title='<b>'>", "<center><center>x</center>",
    "<tt><strike>x</tt></strike>",
  ]

  @Test("Hostile HTML becomes harmless, well-nested markup", arguments: vectors)
  func harmless(html: String) {
    let markup = written(html)
    #expect(fault(in: markup) == nil, "\(markup)")
    #expect(!markup.contains("alert(1)</"))
  }

  @Test("Hostile HTML in a paragraph of Markdown stays in it", arguments: vectors)
  func staysInParagraph(html: String) {
    let markup = written { writer in
      writer.open(.blockquote)
      writer.open(.p)
      writer.open(.em)
      writer.raw(Array(html.utf8), line: 1)
      writer.close(.em)
      writer.close(.p)
      writer.open(.p)
      writer.text("after".utf8)
      writer.close(.p)
      writer.close(.blockquote)
    }
    #expect(fault(in: markup) == nil, "\(markup)")
    #expect(markup.hasPrefix("<blockquote><p><em>"))
    #expect(markup.hasSuffix("</em></p><p>after</p></blockquote>"))
  }

  @Test("With no HTML wanted, none is shown", arguments: vectors)
  func noHTML(html: String) {
    var options = MarkdownOptions()
    options.html = .none
    #expect(written(html, options).isEmpty)
  }

  @Test(
    "What acts is told, with the line of the first",
    arguments: [
      ("\n\n<script>x</script>", MarkdownFinding.Kind.dangerousElement, 7, "script"),
      ("<p>\n<svg>\n</svg>", .dangerousElement, 6, "svg"),
      ("<form>", .dangerousElement, 5, "form"),
      ("<b\nonclick=x>", .dangerousAttribute, 5, "onclick"),
      ("<p style=x>", .dangerousAttribute, 5, "style"),
      ("\n<a href=javascript:x>", .refusedAddress, 6, "javascript:x"),
      ("<img src='data:image/png,x'>", .embeddedImage, 5, "data:image/png,x"),
      ("<img src='//h/x.png'>", .remoteImage, 5, "https://h/x.png"),
    ])
  func found(html: String, kind: MarkdownFinding.Kind, line: Int, example: String) {
    #expect(
      findings(html, line: 5) == [MarkdownFinding(kind, count: 1, line: line, example: example)])
  }

  @Test(
    "Harmless HTML is told only where none is wanted",
    arguments: [("<p align=center>x</p>", true), ("<!-- x -->", false), ("<font color=red>", true)])
  func harmlessFindings(html: String, isTold: Bool) {
    var options = MarkdownOptions()
    #expect(findings(html, options).isEmpty)
    options.html = .none
    #expect(findings(html, options).map(\.kind) == (isTold ? [.rawHTML] : []))
  }

  @Test("Findings of a kind are counted")
  func counts() {
    #expect(findings("<embed><embed><b onclick=x>").map(\.count) == [2, 1])
  }
}
