import Testing

@testable import Registry
@testable import Site

struct LeaderboardTests {
  private static func site(_ boards: [ComparisonSettings.Leaderboard]) async throws -> BuiltSite {
    var settings = SiteSettings()
    settings.comparison.leaderboards = boards
    return try await BuiltSite(of: try SampleRegistry.make(), settings: settings)
  }

  @Test("Versions of models are ranked by the direction of the metric")
  func ranking() async throws {
    let site = try await Self.site([.init(metric: "auc", title: "Area"), .init(metric: "loss")])
    let text = ModelPagesTests.text(try site.text("leaderboards/area/index.html"))
    let parts = text.split(separator: "1 churn churn v1.2.0")
    #expect(parts.count == 2, "\(text)")
    #expect(parts.last?.contains("2 churn churn v2.0.0-rc.1+build.5 latest") == true, "\(text)")
    #expect(text.contains("higher is better, assumed"))
    let loss = ModelPagesTests.text(try site.text("leaderboards/loss/index.html"))
    #expect(loss.contains("1 churn churn v1.2.0") && loss.contains("0.3902"))
    let catalog = try site.text("index.html")
    #expect(catalog.values(of: "href").contains("leaderboards/index.html"))
  }

  @Test("Nothing is ranked without a direction, nor where the file is another one")
  func noRanking() async throws {
    let site = try await Self.site([
      .init(metric: "rows"), .init(metric: "auc", file: "eval/metrics.json"),
      .init(metric: "nowhere"),
    ])
    #expect(try site.text("leaderboards/rows/index.html").contains("nothing is ranked"))
    let text = ModelPagesTests.text(try site.text("leaderboards/auc/index.html"))
    #expect(text.contains("1 churn churn v2.0.0-rc.1+build.5") && !text.contains("v1.2.0"))
    #expect(try site.text("leaderboards/nowhere/index.html").contains("No model in use"))
  }

  @Test("No site has rankings that nobody asked for")
  func none() async throws {
    let site = try await Self.site([])
    #expect(!site.files.keys.contains { $0.hasPrefix("leaderboards") })
    #expect(!(try site.text("index.html").contains("Leaderboards")))
  }
}
