import Testing

@testable import Mustache

struct TemplateRendererTests {
  @Test(arguments: [
    ("{{name}} {{ name }}", "a &amp; b a &amp; b"), ("{{{name}}}{{&name}}", "a & ba & b"),
    ("[{{missing}}{{{missing}}}]", "[]"), ("{{owner.team}}", "ops"), ("[{{owner.mail}}]", "[]"),
    ("[{{owner.team.x}}]", "[]"), ("{{! {{ a note }}!", "!"), ("}} { {", "}} { {"),
    ("{{markup}}{{{markup}}}", "<b>1</b><b>1</b>"), ("[{{yes}}{{stages}}{{owner}}]", "[]"),
    ("é{{name}}é", "éa &amp; bé"), ("", ""),
  ])
  func writesValues(template: String, expected: String) throws {
    #expect(try render(["page.mustache": template], Self.values) == expected)
  }

  @Test(arguments: [
    ("{{#yes}}1{{/yes}}{{#no}}2{{/no}}{{^no}}3{{/no}}{{^yes}}4{{/yes}}", "13"),
    ("{{#empty}}1{{/empty}}{{^empty}}2{{/empty}}{{#missing}}3{{/missing}}", "2"),
    ("{{#none}}1{{/none}}{{^none}}2{{/none}}", "2"),
    ("{{#stages}}({{.}}){{/stages}}", "(dev)(prod)"), ("{{^stages}}none{{/stages}}", ""),
    ("{{#name}}{{.}} = {{name}}{{/name}}", "a &amp; b = a &amp; b"),
    ("{{#owner}}{{team}} {{name}}{{/owner}}", "ops a &amp; b"),
    ("{{#versions}}{{n}}{{name}};{{/versions}}", "1x;2a &amp; b;"),
    ("{{#owner.team}}{{.}}{{/owner.team}}{{^owner.mail}}no mail{{/owner.mail}}", "opsno mail"),
    ("{{#nested}}<{{#.}}{{.}}{{/.}}>{{/nested}}", "<12><3>"),
    ("{{#markup}}{{{.}}}{{/markup}}", "<b>1</b>"),
  ])
  func opensSections(template: String, expected: String) throws {
    #expect(try render(["page.mustache": template], Self.values) == expected)
  }

  /// A tag alone on its line takes the line away; values, text and further tags keep it.
  @Test(
    arguments: [
      ("a\n {{#yes}} \nb\n\t{{/yes}}\nc", "a\nb\nc"), ("{{#yes}}\r\na\r\n{{/yes}}\r\n", "a\r\n"),
      ("a\n  {{! over\n two lines }}\nb", "a\nb"), ("a {{! note }}\nb", "a \nb"),
      (" {{name}}\n", " a &amp; b\n"), ("{{#yes}}{{/yes}}\n", "\n"),
      (" {{#yes}} x {{/yes}}\n", "  x \n"),
      ("  {{#yes}}\n  a\n  {{/yes}}", "  a\n"), ("  \n\n x", "  \n\n x"),
    ])
  func removesLinesOfLoneTags(template: String, expected: String) throws {
    #expect(try render(["page.mustache": template], Self.values) == expected)
  }

  @Test(arguments: [
    ("<{{>row}}>", "<r a &amp; b\ns>"), ("  {{>row}}\n.", "  r a &amp; b\n  s."),
    ("  x {{>row}}", "  x r a &amp; b\ns"), ("[{{>absent}}]", "[]"),
    (" {{>outer}}\n", " |\n  r a &amp; b\n  s"),
    (" {{>lines}}\n", " 1\n2\n ]\n"),
  ])
  func includesPartials(template: String, expected: String) throws {
    var values = Self.values
    values["lines"] = .text("1\n2")
    let sources = [
      "page.mustache": template, "partials/row.mustache": "r {{name}}\ns",
      "partials/outer.mustache": "|\n {{>row}}\n", "partials/lines.mustache": "{{{lines}}}\n]\n",
    ]
    #expect(try render(sources, values) == expected)
  }

  @Test func recursesAsDeepAsTheData() throws {
    let leaf: MustacheValue = .map(["n": .text("3"), "parts": .list([])])
    let branch: MustacheValue = .map(["n": .text("2"), "parts": .list([leaf, leaf])])
    let sources = [
      "page.mustache": "{{>node}}",
      "partials/node.mustache": "{{n}}\n{{#parts}}\n  {{>node}}\n{{/parts}}\n",
    ]
    #expect(
      try render(sources, ["n": .text("1"), "parts": .list([branch])]) == "1\n  2\n    3\n    3\n")
  }

  /// A page that includes itself twice would be written 2²⁰⁰ times.
  @Test func endsThePageWhereRecursionHasNoEnd() throws {
    let page = try render(["page.mustache": "{{>a}}after", "partials/a.mustache": "x{{>a}}{{>a}}"])
    #expect(page == String(repeating: "x", count: TemplateRenderer.maximumDepth - 1))
  }

  static let values: [String: MustacheValue] = [
    "name": .text("a & b"), "yes": .flag(true), "no": .flag(false), "empty": .text(""),
    "none": .none, "markup": .markup(Array("<b>1</b>".utf8)),
    "owner": .map(["team": .text("ops")]), "stages": .list([.text("dev"), .text("prod")]),
    "versions": .list([
      .map(["n": .text("1"), "name": .text("x")]), .map(["n": .text("2")]),
    ]),
    "nested": .list([.list([.text("1"), .text("2")]), .list([.text("3")])]),
  ]
}
