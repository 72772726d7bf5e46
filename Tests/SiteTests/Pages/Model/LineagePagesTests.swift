import GitStore
import Records
import TestSupport
import Testing

@testable import Registry
@testable import Site

struct LineagePagesTests {
  private let part: SitePart
  private let page: String

  init() throws {
    part = try SitePart(ModelPages.self, of: SampleRegistry.withLineage())
    page = try part.text("models/churn/churn/v1.2.0/index.html")
  }

  @Test("Pages hold no credentials, no script of a repository and no id twice") func everyPage() {
    for (path, html) in part.texts {
      #expect(!html.contains("secret") && !html.contains("key=1"), "\(path)")
      #expect(!html.contains(SampleRegistry.Hostile.script), "\(path)")
      let elements = DrawnElement.all(in: Array(html.utf8))
      let ids = elements.compactMap { $0.attributes["id"] }
      #expect(Set(ids).count == ids.count, "\(path)")
      #expect(!elements.contains { $0.attributes["style"] != nil }, "\(path)")
    }
  }

  @Test("The table tells sizes, hashes and origins of what every stage reads and writes")
  func table() {
    #expect(page.contains("<tbody id=\"lineage-3\">"))
    #expect(page.contains("stage <a href=\"#lineage-2\"><bdi>features</bdi></a>"))
    #expect(page.contains("<data value=\"1234567890\" title=\"1\u{202F}234\u{202F}567\u{202F}890"))
    #expect(page.contains("<code title=\"MD5 8277e0910d750195b448797616e091ad\">8277e0910d750195b"))
    let locked = String(repeating: "4b825dc6", count: 5)
    let file = "https://github.com/acme/customers/blob/\(locked)/exports/2024.csv"
    #expect(page.contains("<a href=\"\(file)\" title=\"\(locked)\"><code>4b825dc</code></a>"))
    #expect(page.contains("<bdi>models/churn.pkl</bdi></code> <span class=\"tag\">artifact</span>"))
    #expect(page.contains("read by <span class=\"reader\"><a href=\"#lineage-2\">"))
    #expect(page.contains("4 params that the stages were run with"))
    #expect(page.contains("<bdi>[64, 32]</bdi>"))
  }

  @Test("Facts say where the artifact lies") func facts() throws {
    #expect(page.contains("DVC, in remote <code><bdi>store</bdi></code>"))
    #expect(page.contains("<bdi>s3://bucket/dvc</bdi>"))
    let imported = try part.text("models/churn/churn/v1.0.0/index.html")
    #expect(imported.contains("missing at this commit"))
    #expect(imported.contains("No stage wrote the artifact"))
  }

  @Test("Changes tell inputs and commits since the version before") func changes() throws {
    #expect(page.contains("<td><span class=\"tag\">new</span></td>"))
    #expect(page.contains("<td><span class=\"tag\">gone</span></td>"))
    #expect(page.contains("<h3>Commits that touched the inputs <span class=\"count\">14</span>"))
    #expect(page.contains("12 more commits not listed."))
    #expect(page.contains("Fetch https://data.example.com/x"))
    #expect(try !part.text("models/churn/churn/v1.1.0/index.html").contains("Commits that"))
  }

  @Test("Candidates stand on the model's page with the command that registers each")
  func candidates() throws {
    let html = try part.text("models/churn/churn/index.html")
    #expect(html.contains("branch <strong><bdi>try/deeper</bdi></strong>"))
    #expect(html.contains("experiment <strong><bdi>brave-otter</bdi></strong>"))
    let commit = try SampleRegistry.commit(53).short
    #expect(html.contains(">gto register churn \(commit)</code>"))
    let plain = try SitePart(ModelPages.self, of: SampleRegistry.make())
    #expect(try !plain.text("models/churn/churn/index.html").contains("Candidates"))
  }

  @Test("Long lineages end with a word on what is left out") func limits() throws {
    let files = (0..<150).map { SampleRegistry.file("f\($0)") }
    let stages = (0..<4).map {
      SampleRegistry.stage(
        "s\($0)", reads: files,
        with: (0..<90).map { ("k\($0)", SampleRegistry.number("1")) })
    }
    let records = VersionRecords(
      lineage: Lineage(stages: stages, tracker: nil, artifact: SampleRegistry.file("models/m.pkl")))
    let part = try SitePart(ModelPages.self, of: SampleRegistry.registry(of: records))
    let html = try part.text("models/r/m/v1.0.0/index.html")
    #expect(html.contains("2 more stages, 402 more inputs and outputs in the"))
    #expect(html.contains("160 more params in the"))
    #expect(html.occurrences(of: "<td class=\"role\">reads</td>") == 198)
  }

  @Test("Only addresses of the web become links") func links() throws {
    let origins: [LineageFile.Origin] = [
      .downloaded(address: "javascript:alert(1)"), .downloaded(address: "https://h/\"onclick="),
      .imported(
        repository: "file:///etc", path: "x", revision: "<b>",
        lockedRevision: "\u{202E}" + String(repeating: "9", count: 500)),
      .tracked(by: "<i>.dvc"), .stage("<u>"), .unknown, .git,
    ]
    let files = origins.enumerated().map { SampleRegistry.file("p\($0)", from: $1) }
    let lineage = Lineage(
      stages: [SampleRegistry.stage("<s>", runs: "<em>", reads: files)], tracker: nil,
      artifact: nil)
    let part = try SitePart(
      ModelPages.self, of: SampleRegistry.registry(of: VersionRecords(lineage: lineage)))
    let html = try part.text("models/r/m/v1.0.0/index.html")
    let section = try #require(html.split(separator: "id=\"lineage\"").last)
    let hrefs = String(section).values(of: "href")
    #expect(!hrefs.contains { $0.contains(":") && !$0.hasPrefix("http") })
    for tag in ["<b>", "<i>", "<u>", "<s>", "<em>", "\u{202E}"] { #expect(!html.contains(tag)) }
  }
}
