import Testing

@testable import Mustache

struct TemplateCheckerTests {
  @Test(arguments: [
    "{{title}} {{{intro}}} {{#isEmpty}}none{{/isEmpty}} {{latest.name}}",
    "{{#labels}}{{.}} of {{title}}{{/labels}} {{#rows}}{{name}} {{title}}{{#parts}}{{stage}}{{/parts}}{{/rows}}",
    "{{#title}}{{.}}{{/title}}{{#intro}}{{{.}}}{{/intro}}{{^rows}}{{title}}{{/rows}}",
    "{{#latest}}{{>tree}}{{/latest}}{{<layout}}{{$main}}{{#latest}}{{link}}{{/latest}}{{/main}}{{/layout}}",
    "{{#isEmpty}}{{#rows}}{{#isEmpty}}{{name}}{{/isEmpty}}{{/rows}}{{/isEmpty}}",
  ])
  func acceptsWhatTheModelDeclares(template: String) {
    #expect(faults(of: Self.sources(template), for: Catalog.self) == [])
  }

  @Test(arguments: [
    ("a\n {{titel}}", "2:2: unknown variable “titel”; did you mean “title”?"),
    ("é{{name}}", "1:2: unknown variable “name”"),
    ("{{#row}}{{nonsense}}{{/row}}", "1:1: unknown section “row”; did you mean “rows”?"),
    ("{{^isempty}}{{/isempty}}", "1:1: unknown section “isempty”; did you mean “isEmpty”?"),
    ("{{#rows}}{{nam}}{{/rows}}", "1:10: unknown variable “nam”; did you mean “name”?"),
    ("{{latest.stag}}", "1:1: unknown variable “stag” in “latest.stag”; did you mean “stage”?"),
    ("{{rows.name}}", "1:1: unknown variable “name” in “rows.name”"),
    ("{{{title}}}", "1:1: “title” is text, which must be escaped: write {{title}}"),
    ("{{&title}}", "1:1: “title” is text, which must be escaped: write {{title}}"),
    ("{{#labels}}{{{.}}}{{/labels}}", "1:12: “.” is text, which must be escaped: write {{.}}"),
    ("{{intro}}", "1:1: “intro” is markup: write {{{intro}}}"),
    ("{{rows}}", "1:1: “rows” is a list, which only a section can use"),
    ("{{latest}}", "1:1: “latest” is a record, which only a section can use"),
    ("{{isEmpty}}", "1:1: “isEmpty” is a flag, which only a section can use"),
    ("{{.}}", "1:1: “.” is a record, which only a section can use"),
    (
      "{{>tre}}",
      "1:1: unknown template “partials/tre.mustache”; did you mean “partials/tree.mustache”?"
    ),
    ("{{<other}}{{/other}}", "1:1: unknown template “other.mustache”"),
    (
      "{{<layout}}{{$mian}}{{/mian}}{{/layout}}",
      "1:12: layout.mustache has no block “mian”; did you mean “main”?"
    ),
    ("{{<layout}}{{$main}}{{nix}}{{/main}}{{/layout}}", "1:21: unknown variable “nix”"),
    ("{{<page}}{{/page}}", "1:1: what this brings in contains it again"),
    (
      "{{<layout}}{{$main}}{{$main}}{{/main}}{{/main}}{{/layout}}",
      "1:21: what this brings in contains it again"
    ),
  ])
  func refusesWhatTheModelDoesNotDeclare(template: String, fault: String) {
    #expect(faults(of: Self.sources(template), for: Catalog.self) == ["page.mustache:" + fault])
  }

  @Test func reportsFaultsOfIncludedFilesOnceAndInOrder() {
    let sources = [
      "page.mustache": "{{b}}{{>row}}{{#rows}}{{>row}}{{/rows}}\n{{a}}",
      "partials/row.mustache": "{{title}}{{zzzzz}}", "unused.mustache": "{{zzzzz}}",
    ]
    #expect(
      faults(of: sources, for: Catalog.self) == [
        "page.mustache:1:1: unknown variable “b”", "page.mustache:2:1: unknown variable “a”",
        "partials/row.mustache:1:10: unknown variable “zzzzz”",
      ])
  }

  /// The same partial is right in one place and wrong in another.
  @Test func checksPartialsWhereTheyStand() {
    let sources = [
      "page.mustache": "{{#rows}}{{>x}}{{/rows}}{{>x}}", "partials/x.mustache": "{{link}}",
    ]
    #expect(
      faults(of: sources, for: Catalog.self) == [
        "partials/x.mustache:1:1: unknown variable “link”"
      ])
  }

  /// The default is wrong here, but this page never shows it.
  @Test func checksTheBlockThatIsWritten() {
    var sources = Self.sources("{{<old}}{{$a}}{{title}}{{/a}}{{/old}}")
    sources["old.mustache"] = "{{$a}}{{gone}}{{/a}}"
    #expect(faults(of: sources, for: Catalog.self) == [])
  }

  @Test func refusesAnUnknownPage() {
    #expect(
      faults(of: ["pages.mustache": ""], for: Catalog.self) == [
        "page.mustache:1:1: unknown template “page.mustache”; did you mean “pages.mustache”?"
      ])
  }

  @Test func refusesInclusionsDeeperThanRenderingGoes() throws {
    var sources = ["page.mustache": "{{>p1}}"]
    for number in 1...250 { sources["partials/p\(number).mustache"] = "{{>p\(number + 1)}}" }
    let found = faults(of: sources, for: Catalog.self)
    #expect(found == ["partials/p199.mustache:1:1: more than 200 levels deep"])
  }

  private static func sources(_ page: String) -> [String: String] {
    [
      "page.mustache": page, "layout.mustache": "{{title}}{{$main}}{{/main}}",
      "partials/tree.mustache": "{{name}}{{#parts}}{{>tree}}{{/parts}}",
    ]
  }
}
