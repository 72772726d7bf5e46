import Testing

@testable import Registry
@testable import Site

struct ComparisonPagesTests {
  private static let folder = "models/churn/churn/compare"

  private static func part() throws -> SitePart {
    try SitePart(ModelPages.self, of: try SampleRegistry.make())
  }

  @Test("Each version stands beside the one before, the latest beside the holders of stages")
  func pairs() throws {
    let part = try Self.part()
    let pages = part.texts.keys.filter {
      $0.hasPrefix(Self.folder) && $0.hasSuffix("/index.html")
    }
    let latest = "v2.0.0-rc.1+build.5"
    let expected = [
      "", "/v1.0.0...v1.0.1", "/v1.0.0...v1.1.0", "/v1.1.0...v1.2.0", "/v1.2.0...\(latest)",
    ]
    #expect(Set(pages) == Set(expected.map { "\(Self.folder)\($0)/index.html" }))
    for pair in expected.dropFirst() {
      #expect(part.texts["\(Self.folder)\(pair)/compare.csv"] != nil, "\(pair)")
      #expect(part.texts["\(Self.folder)\(pair)/compare.md"] != nil, "\(pair)")
    }
  }

  @Test("A page tells what differs first, folds the rest, and leads to other forms")
  func page() throws {
    let html = try Self.part().text("\(Self.folder)/v1.0.0...v1.1.0/index.html")
    let text = ModelPagesTests.text(html)
    #expect(text.contains("churn Compare v1.0.0 and v1.1.0"))
    #expect(text.contains("0.891 0.912 &#9733; best ▲ +0.021 better up 0.021, better than v1.0.0"))
    #expect(text.contains("13 params without a difference"))
    #expect(html.contains(#"<data value="0.9123">0.912</data>"#))
    #expect(html.contains("href=\"../index.html#v=v1.0.0&amp;v=v1.1.0&amp;base=v1.0.0\""))
    #expect(html.values(of: "href").contains("compare.csv"))
  }

  @Test("Files that could not be had are told with the version and the fix")
  func gaps() throws {
    let latest = "v2.0.0-rc.1+build.5"
    let text = ModelPagesTests.text(
      try Self.part().text("\(Self.folder)/v1.2.0...\(latest)/index.html"))
    let gap = "\(latest) plots/calibration.json neither in Git nor in DVC's cache"
    #expect(text.contains("\(gap) Fix: run dvc fetch before the build"))
  }

  @Test("Versions, the model and its stages lead to comparisons")
  func links() throws {
    let part = try Self.part()
    let version = try part.text("models/churn/churn/v1.1.0/index.html")
    #expect(version.values(of: "href").contains("../compare/v1.0.0...v1.1.0/index.html"))
    #expect(version.values(of: "href").contains("../compare/v1.1.0...v1.2.0/index.html"))
    let model = try part.text("models/churn/churn/index.html")
    #expect(model.values(of: "href").contains("compare/index.html"))
    #expect(
      model.values(of: "href").contains(
        "compare/v1.2.0...v2.0.0-rc.1%2Bbuild.5/index.html"))
  }

  @Test("Data for the free choice is a script of ASCII that no text can leave")
  func data() throws {
    let part = try SitePart(ModelPages.self, of: try SampleRegistry.make())
    let scripts = part.texts.filter { $0.key.hasSuffix("/data.js") }
    #expect(!scripts.isEmpty)
    for (path, text) in scripts {
      #expect(text.hasPrefix("vitrine({\"form\":1,") && text.hasSuffix("});\n"), "\(path)")
      #expect(text.utf8.allSatisfy { $0 < 0x80 && $0 != UInt8(ascii: "<") }, "\(path)")
      #expect(!text.contains("&") && !text.contains(">"), "\(path)")
    }
    let churn = try part.text("models/churn/churn/v1.2.0/data.js")
    #expect(churn.contains(#"["0","auc","n","0.93412999","higher","1","","",""]"#))
    #expect(!churn.contains("\"step\""))
    let list = try part.text("models/churn/churn/compare/versions.js")
    #expect(list.contains(#"["v1.2.0","v1.2.0","2024-02-10","prod","","1","1"]"#))
  }

  @Test("No page is made for a pair beyond the configured number, but stages keep theirs")
  func limit() {
    let pairs = ComparisonPairs(
      latest: 0, previous: [1, 2, 3, nil], holders: [2, 2, 0], limit: 1)
    let expected = [(2, 0), (1, 0)].map { ComparisonPairs.Pair(baseline: $0.0, version: $0.1) }
    #expect(pairs.all == expected)
    #expect(pairs.all(with: 0) == expected && pairs.all(with: 3).isEmpty)
  }
}
