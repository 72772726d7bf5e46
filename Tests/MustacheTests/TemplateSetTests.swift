import Testing

@testable import Mustache

struct TemplateSetTests {
  @Test(arguments: [
    ("a{{b", "1:2: the tag isn't closed with }}"), ("{{{b}}", "1:1: the tag isn't closed with }}}"),
    ("\n{{=<% %>=}}", "2:1: delimiters can't be changed"), ("{{ }}", "1:1: the tag names nothing"),
    ("{{>*x}}", "1:1: the name of a partial or parent can't come from a value"),
    ("{{#if x}}{{/if x}}", "1:1: a name can't hold blanks or braces"),
    ("a\n{{#b}}\n", "2:1: “b” is never closed"), ("{{$b}}", "1:1: “b” is never closed"),
    ("ab{{/c}}", "1:3: “c” isn't open here"),
    ("{{#a}}{{/b}}{{/a}}", "1:7: “b” isn't open here"),
    ("{{#a}}{{^b}}{{/a}}", "1:7: “b” isn't closed before “a”"),
    ("{{! é\n}}é{{/c}}", "2:4: “c” isn't open here"),
  ])
  func refusesFaultySyntax(template: String, fault: String) {
    let errors = #expect(throws: TemplateErrors.self) { try templates(["x.mustache": template]) }
    #expect(errors?.all.first?.description == "x.mustache:" + fault)
  }

  @Test func reportsEveryFaultOfEveryFile() {
    let sources = ["b.mustache": "{{/x}}{{=", "a.mustache": "{{}}\n{{#y}}"]
    let errors = #expect(throws: TemplateErrors.self) { try templates(sources) }
    #expect(
      errors?.description == """
        a.mustache:1:1: the tag names nothing
        a.mustache:2:1: “y” is never closed
        b.mustache:1:1: “x” isn't open here
        b.mustache:1:7: the tag isn't closed with }}
        """)
  }

  @Test func refusesBytesThatAreNoText() {
    let errors = #expect(throws: TemplateErrors.self) { try TemplateSet(["x": [0x61, 0xFF]]) }
    #expect(errors?.description == "x:1:1: the file isn't UTF-8")
  }

  @Test func refusesNestingThatCouldExhaustTheStack() {
    let depth = 50_000
    let opened = (0..<depth).map { _ in "{{#a}}" }.joined()
    let closed = (0..<depth).map { _ in "{{/a}}" }.joined()
    let errors = #expect(throws: TemplateErrors.self) { try templates(["x": opened + closed]) }
    #expect(errors?.description == "x:1:601: more than 100 tags are open here")
  }

  @Test func skipsAByteOrderMark() throws {
    #expect(try render(["page.mustache": "\u{FEFF}{{a}}b"]) == "b")
  }

  @Test func rendersModelsByTheirFields() throws {
    let catalog = Catalog(
      title: "<All>", intro: Array("<p>Hi</p>".utf8), labels: ["a", "b&c"],
      rows: [
        Artifact(name: "x", stage: "prod", parts: [Artifact(name: "y")]), Artifact(name: "z"),
      ],
      latest: Artifact(name: "x"))
    let set = try templates([
      "page.mustache": """
      {{title}} {{{intro}}}{{#labels}} {{.}}{{/labels}}
      {{#rows}}
      {{>row}}
      {{/rows}}
      {{#latest}}{{link}} of {{title}}{{/latest}}{{#isEmpty}}nothing{{/isEmpty}}
      """,
      "partials/row.mustache":
        "- {{name}}{{#stage}} in {{.}}{{/stage}}\n{{#parts}}\n  {{>row}}\n{{/parts}}\n",
    ])
    try set.check("page", against: Catalog.self)
    #expect(
      String(decoding: set.render("page", catalog), as: UTF8.self) == """
        &lt;All&gt; <p>Hi</p> a b&amp;c
        - x in prod
          - y
        - z
        /models/x/ of &lt;All&gt;
        """)
  }

  /// The check refuses these tags; rendering wouldn't obey them either.
  @Test func noTagTurnsEscapingOff() throws {
    let set = try templates(["page.mustache": "{{{title}}}{{&title}}{{#labels}}{{{.}}}{{/labels}}"])
    let page = set.render("page", Catalog(title: "<i>", labels: ["<"]))
    #expect(String(decoding: page, as: UTF8.self) == "&lt;i&gt;&lt;i&gt;&lt;")
  }

  @Test func appendsToABuffer() throws {
    let set = try templates(["page.mustache": "{{title}}"])
    var buffer = Array("before ".utf8)
    set.render("page", Catalog(), into: &buffer)
    set.render("absent", Catalog(), into: &buffer)
    #expect(String(decoding: buffer, as: UTF8.self) == "before Models")
  }
}
