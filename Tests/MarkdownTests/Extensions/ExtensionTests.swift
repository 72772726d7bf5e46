import Markdown
import Testing

@Suite("Tasks, strikethrough, addresses and alerts")
struct ExtensionTests {
  @Test(
    "Tildes strike through, one or two at each end",
    arguments: [
      ("~a~ ~~b~~", "<del>a</del> <del>b</del>"), ("~~~a~~~ b", "<pre tabindex=\"0\">"),
      ("x ~~~a~~~", "x ~~~a~~~"), ("~~a~", "~~a~"), ("\\~~a~", "~<del>a</del>"),
      ("`\\~` ~a~", "<code>\\~</code> <del>a</del>"), ("~~a *b*~~", "<del>a <em>b</em></del>"),
      ("a ~ b ~", "a ~ b ~"),
    ])
  func strikethrough(text: String, expected: String) {
    #expect(markup(of: text).contains(expected))
  }

  @Test(
    "Addresses are links",
    arguments: [
      ("see www.a.org.", "href=\"http://www.a.org\""), ("(https://a.org/b(c))", "/b(c)\""),
      ("a.b@c.org", "href=\"mailto:a.b@c.org\""),
      ("x https://a.org/?b&c; d", "\">https://a.org/?b</a>"),
    ])
  func addresses(text: String, expected: String) {
    #expect(markup(of: text).contains(expected))
  }

  @Test(
    "What only looks like an address is text",
    arguments: [
      "ftp://a.org", "awww.a.org", "www.a_b.c_d", "a@b", "http://", "`www.a.org`", "a@b.c1",
    ])
  func noAddresses(text: String) {
    #expect(!markup(of: text).contains("<a "))
  }

  @Test("Tasks have boxes that tell whether they are done")
  func tasks() {
    let result = markup(of: "- [ ] a\n- [x] b\n- \\[x] c\n- [x]d")
    #expect(result.split(separator: "type=\"checkbox\"").count == 3)
    #expect(result.contains("aria-label=\"Not done\""))
    #expect(result.contains("aria-label=\"Done\""))
    #expect(result.contains("<li>[x] c</li>"))
  }

  @Test("A task may have a table below its text")
  func taskWithTable() {
    let result = markup(of: "- [ ] x\n  a|b\n  -|-\n  c|d")
    #expect(result.contains("aria-label=\"Not done\"") && result.contains("<table>"))
    #expect(!result.contains("[ ]"))
  }

  @Test(
    "Quotes with a mark are alerts",
    arguments: [
      ("note", "Note"), ("TIP", "Tip"), ("Important", "Important"), ("WARNING", "Warning"),
    ])
  func alerts(name: String, title: String) {
    let result = markup(of: "> [!\(name)]\n> text")
    #expect(result.hasPrefix("<div class=\"alert alert-\(title.lowercased())\" role=\"note\">"))
    #expect(result.contains(">\(title)</p>\n<p>text</p>"))
  }

  @Test(
    "Other quotes are none",
    arguments: ["> [!NOTE]", "> [!X]\n> a", "> [!NOTE] a", "- > [!TIP]\n  > a"])
  func noAlerts(text: String) {
    #expect(markup(of: text).contains("<blockquote>"))
  }
}
