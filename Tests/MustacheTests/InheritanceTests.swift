import Testing

@testable import Mustache

struct InheritanceTests {
  private static let layout = [
    "layout.mustache":
      "<title>{{$title}}Vitrine{{/title}}</title>\n<main>\n  {{$main}}\n  {{/main}}\n</main>\n",
    "article.mustache":
      "{{<layout}}{{$main}}\n<h1>{{$heading}}?{{/heading}}</h1>\n{{>note}}\n{{/main}}{{/layout}}",
    "partials/note.mustache": "<p>{{$note}}-{{/note}}</p>\n",
  ]

  @Test(arguments: [
    ("{{<layout}}{{/layout}}", "<title>Vitrine</title>\n<main>\n</main>\n"),
    (
      "{{<layout}}\n{{$title}}Models{{/title}}\n{{/layout}}\n",
      "<title>Models</title>\n<main>\n</main>\n"
    ),
    (
      "{{<layout}}\n  {{$main}}\n    <p>\n      x\n    </p>\n  {{/main}}\n{{/layout}}\n",
      "<title>Vitrine</title>\n<main>\n  <p>\n    x\n  </p>\n</main>\n"
    ),
    ("{{<layout}} lost {{name}} {{/layout}}.", "<title>Vitrine</title>\n<main>\n</main>\n."),
    ("{{<absent}}{{$title}}x{{/title}}{{/absent}}.", "."),
    (
      "{{<article}}{{$heading}}{{name}}{{/heading}}{{$note}}n{{/note}}{{/article}}",
      "<title>Vitrine</title>\n<main>\n  <h1>a &amp; b</h1>\n  <p>n</p>\n</main>\n"
    ),
    (
      "{{<article}}{{$main}}all{{/main}}{{/article}}",
      "<title>Vitrine</title>\n<main>\n  all</main>\n"
    ),
    ("{{#owner}}{{$b}}{{team}}{{/b}}{{/owner}}\n", "ops\n"),
    ("  {{<layout}}{{/layout}}\n", "  <title>Vitrine</title>\n  <main>\n  </main>\n"),
  ])
  func replacesBlocks(template: String, expected: String) throws {
    let sources = Self.layout.merging(["page.mustache": template]) { $1 }
    #expect(try render(sources, TemplateRendererTests.values) == expected)
  }

  /// What encloses a page decides, and a block sees the values where it's written.
  @Test func blocksAreWrittenInTheContextOfTheirPlace() throws {
    let page = try render(
      [
        "page.mustache": "{{<list}}{{$item}}<{{n}}{{name}}>{{/item}}{{/list}}",
        "list.mustache": "{{#versions}}{{$item}}{{n}}{{/item}}{{/versions}}",
      ], TemplateRendererTests.values)
    #expect(page == "<1x><2a &amp; b>")
  }
}
