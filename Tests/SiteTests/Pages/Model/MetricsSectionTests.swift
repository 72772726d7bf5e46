import Formats
import Records
import Testing

@testable import Registry
@testable import Site

struct MetricsSectionTests {
  @Test("A version's metrics stand beside those of the version before and of production")
  func comparisons() throws {
    let html = try Self.page("v1.1.0")
    let text = ModelPagesTests.text(html)
    #expect(text.contains("Metric Value Since v1.0.0 Against prod v1.2.0"))
    let auc =
      "0.9123 ▲ +0.0211 up 0.0211, better than v1.0.0 "
      + "▼ \u{2212}0.0218 down 0.0218, worse than v1.2.0"
    #expect(text.contains(auc))
    #expect(text.contains("0.4213 = as in v1.0.0 ▲ +0.0311 up 0.0311, worse than v1.2.0"))
    #expect(text.contains("note NaN again was first was true boolean"))
    #expect(text.contains("ece 0.0312 new not in v1.0.0"))
    #expect(text.contains("gone &ndash; no value not logged gone gone since v1.0.0 was 1"))
    #expect(html.contains(#"<data value="0.9123">0.9123</data>"#))
    #expect(html.contains(#"<span class="delta delta-better" title="higher is better, assumed">"#))
  }

  @Test("What production itself holds is told, other pipelines' metrics are folded")
  func production() throws {
    let text = ModelPagesTests.text(try Self.page("v1.2.0"))
    #expect(text.contains("This version itself holds prod."))
    #expect(
      text.contains("1 other metric of this commit Metric Value Since v1.1.0 nlp/metrics.json"))
    #expect(text.contains("Not shown here: 1 metric, in the document"))
    #expect(text.contains("lift NaN not a number new"))
    #expect(text.contains("0.0291 text"))
  }

  @Test("A moved file keeps its metrics comparable, a file that can't be had says why")
  func movedAndMissing() throws {
    let text = ModelPagesTests.text(try Self.page("v2.0.0-rc.1+build.5"))
    #expect(text.contains("Since v1.2.0 (prod) eval/metrics.json auc"))
    #expect(text.contains("▼ \u{2212}0.00013 down 0.00013, worse than v1.2.0"))
    #expect(text.contains("▲ &lt; 0.000001 up by less than 0.000001 since v1.2.0"))
    #expect(text.contains("lift ∞ infinity was NaN"))
    let missing =
      "plots/calibration.json neither in Git nor in DVC's cache , "
      + "md5 0123456789abcdef0123456789abcdef , 12\u{202F}345 bytes Fix: run dvc fetch"
    #expect(text.contains(missing))
  }

  @Test("Params that changed come first, the others are folded")
  func params() throws {
    let text = ModelPagesTests.text(try Self.page("v2.0.0-rc.1+build.5"))
    #expect(text.contains("train.depth 8 6 &rarr; became 8"))
    #expect(text.contains("seed &ndash; no value not set gone gone since v1.2.0 was null"))
    #expect(text.contains("14 unchanged params"))
    let earlier = try Self.page("v1.2.0")
    #expect(earlier.contains("[&quot;age&quot;, &quot;tenure&quot;, 3]"))
    #expect(earlier.contains(#"<data value="0.10">0.10</data>"#))
    let first = ModelPagesTests.text(try Self.page("v1.0.0"))
    #expect(first.contains("Param Value Against prod v1.2.0"))
  }

  @Test("The model's page has columns, the best in each, and trends")
  func model() throws {
    let html = try Self.page(nil)
    let text = ModelPagesTests.text(html)
    #expect(
      text.contains("0.93413 &#9733; best 0.3902 &#9733; best 1\u{202F}250\u{202F}000 Calibrated"))
    #expect(html.occurrences(of: "class=\"number best\"") == 2)
    #expect(html.contains(#"data-v="4"><data value="0.93412999">"#))
    #expect(html.occurrences(of: "<svg class=\"sparkline\"") == 3)
    #expect(text.contains("v1.2.0 auc ↑ higher is better, assumed 0.93413 since 2024-02-11"))
  }

  @Test("The metrics are drawn over versions, with those that hold a stage marked")
  func trend() throws {
    let drawings = try Self.page(nil).split(separator: "<svg class=\"plot plot-small\"").dropFirst()
    #expect(drawings.count == 3)
    let svg = String(try #require(drawings.first).prefix { $0 != "\n" })
    #expect(svg.contains("<title id=\"trend-1-title\">auc over versions</title>"))
    #expect(svg.contains(">First 0.89120 in v1.0.0, last "))
    #expect(svg.contains(", highest 0.93413 in v1.2.0.<"))
    #expect(svg.contains(">auc, higher is better, assumed</text>"))
    #expect(svg.occurrences(of: "<circle class=\"plot-point\"") > 1)
    #expect(svg.contains("class=\"plot-mark badge-prod\""))
    let bare = try ModelPagesTests.pages(of: SampleRegistry.many(models: 1))
    #expect(!bare.values.contains { $0.contains("<svg class=\"plot") })
  }

  @Test("The first metric's drawing is a file, too, for READMEs")
  func trendFile() throws {
    let pages = try ModelPagesTests.pages(of: SampleRegistry.make())
    let files = pages.filter { $0.key.hasSuffix("/trend.svg") }
    #expect(!files.isEmpty)
    for (path, svg) in files {
      #expect(path.hasPrefix("badges/") && svg.hasPrefix("<?xml"))
      #expect(svg.contains(" over versions</title>"))
    }
    let bare = try ModelPagesTests.pages(of: SampleRegistry.many(models: 1))
    #expect(!bare.keys.contains { $0.hasSuffix("/trend.svg") })
  }

  @Test("The catalog shows the first metric of each model by its name")
  func catalog() throws {
    let pages = try SitePart(CatalogPages.self, of: SampleRegistry.make())
    let html = try pages.text("index.html")
    #expect(html.contains(#"<td class="headline" data-v="auc 2">"#))
    #expect(html.occurrences(of: "class=\"sparkline\"") == 2)
    #expect(ModelPagesTests.text(html).contains("0.93400 ▼ \u{2212}0.00013 down 0.00013, worse"))
    let bare = try SitePart(CatalogPages.self, of: SampleRegistry.many(models: 3))
    #expect(try !bare.text("index.html").contains("<th scope=\"col\">Metric</th>"))
  }

  @Test(
    "Many metrics are folded, very many left to the document",
    arguments: [(200, 200, nil), (201, 201, nil), (1_500, 1_000, "500 more metrics")])
  func many(count: Int, shown: Int, left: String?) throws {
    var version = try RecordSheetTests.version(1)
    let members = (0..<count).map { DataMember("m\($0)", SampleRecords.number("\($0)")) }
    version.records = VersionRecords(
      metrics: [RecordFile(path: "m.json", value: .map(members), isOwn: true)],
      params: [RecordFile(path: "p.yaml", value: .map(members), isOwn: true)])
    let artifact = SampleRegistry.artifact("m", [version], latest: 0, events: [])
    let registry = Registry(repositories: [SampleRegistry.repository("r", artifacts: [artifact])])
    let html = try #require(try ModelPagesTests.pages(of: registry)["models/r/m/v1.0.0/index.html"])
    #expect(html.occurrences(of: "<tr><th scope=\"row\">") == 2 * shown)
    #expect(html.contains("<summary>") == (count > 200))
    #expect(ModelPagesTests.text(html).contains("more metrics stand in the") == (left != nil))
    if let left { #expect(html.contains(left)) }
  }

  @Test("Without records, a page says so")
  func none() throws {
    let pages = try ModelPagesTests.pages(of: SampleRegistry.many(models: 1))
    let html = try #require(pages["models/many/m00000/v1.0.0/index.html"])
    #expect(html.contains("No metrics were found at this commit."))
    #expect(!html.contains("id=\"params\""))
  }

  /// A page of the sample model: a version's, or the model's own.
  private static func page(_ version: String?) throws -> String {
    let pages = try ModelPagesTests.pages(of: SampleRegistry.make())
    let part = version.map { "/\($0)" } ?? ""
    return try #require(pages["models/churn/churn\(part)/index.html"])
  }
}
