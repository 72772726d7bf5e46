import Registry
import Testing

@testable import Site

struct ReportPagesTests {
  @Test func saysWhatWhereAndWhatToDo() throws {
    let page = try SitePart(ReportPages.self, of: try SampleRegistry.make()).text(
      "report/index.html")
    #expect(page.contains("<a href=\"codes/index.html#Y001\"><code>Y001</code></a>"))
    #expect(page.contains("mapping values are not allowed here"))
    #expect(page.contains("dvc.yaml:14:3"))
    #expect(page.contains("the version is shown without its annotation"))
    #expect(page.contains("quote the value, or write it on a line of its own"))
    #expect(page.contains(#"<a href="../models/vision/detector/v1.0.0/index.html">"#))
    #expect(!page.contains("No problems"))
  }

  @Test func codesAreExplained() throws {
    let page = try SitePart(CodePages.self, of: try SampleRegistry.make()).text(
      "report/codes/index.html")
    #expect(page.contains("<li class=\"diagnostic\" id=\"Y001\">"))
    #expect(!page.contains("id=\"E001\""), "there is nothing to say of it")
  }

  @Test func findingsComeFirstUnderTheirOwnHeadings() throws {
    let finding = { (repository: String) in
      Diagnostic(
        "F008", .warning, at: DiagnosticPlace(repository: repository), problem: "p \(repository)",
        consequence: "c", help: "h")
    }
    let repository = SampleRegistry.repository("r", artifacts: [], diagnostics: [])
    var registry = Registry(repositories: [repository])
    registry.findings = [finding("vitrine.yaml"), finding("r")]
    let page = try SitePart(ReportPages.self, of: registry).text("report/index.html")
    let places = ["<bdi>vitrine.yaml</bdi></h2>", "p vitrine.yaml", "<bdi>r</bdi></h2>", "p r<"]
      .map { page.firstRange(of: $0)?.lowerBound }
    #expect(places.allSatisfy { $0 != nil })
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(page.contains("Build report: 2 problems"))
  }

  @Test func manyDiagnosticsMakeSeveralPages() throws {
    let diagnostics = (1...450).map { number in
      Diagnostic(
        "T001", .warning, at: DiagnosticPlace(repository: "r", tag: "t\(number)"),
        problem: "not a GTO tag", consequence: "ignored", help: "rename it")
    }
    let repository = SampleRegistry.repository("r", artifacts: [], diagnostics: diagnostics)
    let site = try SitePart(ReportPages.self, of: Registry(repositories: [repository]))
    #expect(try site.text("report/3/index.html").occurrences(of: "<li class=\"diagnostic\">") == 50)
    #expect(try site.text("report/index.html").contains("Build report: 450 problems"))
  }
}
