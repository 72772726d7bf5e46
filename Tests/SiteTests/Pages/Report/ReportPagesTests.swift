import Registry
import Testing

@testable import Site

struct ReportPagesTests {
  @Test func saysWhatWhereAndWhatToDo() throws {
    let page = try SitePart(ReportPages.self, of: try SampleRegistry.make()).text(
      "report/index.html")
    #expect(page.contains("<code>Y001</code>"))
    #expect(page.contains("mapping values are not allowed here"))
    #expect(page.contains("dvc.yaml:14:3"))
    #expect(page.contains("the version is shown without its annotation"))
    #expect(page.contains("quote the value, or write it on a line of its own"))
    #expect(page.contains(#"<a href="../models/vision/detector/v1.0.0/index.html">"#))
    #expect(!page.contains("No problems"))
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
