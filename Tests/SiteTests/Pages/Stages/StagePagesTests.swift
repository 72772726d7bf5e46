import Registry
import Testing

@testable import Site

struct StagePagesTests {
  private func page(_ path: String) throws -> String {
    try SitePart(StagePages.self, of: try SampleRegistry.make()).text(path)
  }

  @Test func showsHoldersOfAllRepositories() throws {
    let prod = try page("stages/prod/index.html")
    #expect(prod.contains("<bdi>churn</bdi>"))
    #expect(prod.contains("<bdi>detector</bdi>"))
    #expect(prod.contains(#"datetime="2024-02-11T12:00:00Z""#))
    #expect(prod.contains("Better on new customers"))
  }

  @Test func showsWhatAStageFallsBackTo() throws {
    let prod = try page("stages/prod/index.html")
    let fallbacks = prod.split(separator: "<span class=\"fallback\">").dropFirst()
    #expect(fallbacks.count == 2)
    #expect(fallbacks.first?.contains("v1.1.0") == true)
  }

  @Test func pastHoldersComeLatestFirst() throws {
    let past = try #require(
      try page("stages/prod/index.html").split(separator: "id=\"past\"").last)
    let versions = past.split(separator: "class=\"version\"").dropFirst().map { part in
      String(part.split(separator: "<bdi>")[1].prefix { $0 != "<" })
    }
    #expect(versions == ["v1.1.0", "v1.0.0"])
  }

  @Test func aStageThatNothingHoldsHasAPage() throws {
    #expect(try page("stages/canary/index.html").contains("Nothing holds this stage now."))
  }

  @Test func unregisteredCommitsAreNamedAsSuch() throws {
    #expect(try page("stages/dev/index.html").contains("unregistered commit"))
  }
}
