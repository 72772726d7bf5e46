import Testing

@testable import Registry
@testable import Site

@Suite("Stages of the site")
struct SiteStageTests {
  @Test("are those of all repositories, in their order, with their models counted")
  func unconfigured()
    throws
  {
    let stages = SiteStage.all(in: try SampleRegistry.make(), settings: SiteSettings())
    #expect(stages.map(\.name) == ["dev", "staging", "prod", "canary"])
    #expect(stages.map(\.modelCount) == [1, 1, 2, 0])
    #expect(stages.map(\.isProduction) == [false, false, true, false])
  }

  @Test("come in the configured order first") func configured() throws {
    var first = StageSettings(name: "staging")
    first.title = "Try out"
    first.isProduction = true
    var settings = SiteSettings()
    settings.stages = [first, StageSettings(name: "unused"), StageSettings(name: "staging")]
    let stages = SiteStage.all(in: try SampleRegistry.make(), settings: settings)
    #expect(stages.map(\.name) == ["staging", "unused", "dev", "prod", "canary"])
    #expect(stages.first?.title == "Try out")
    #expect(stages.first?.isProduction == true)
  }

  @Test(
    "respect the order of every repository",
    arguments: [
      ([["prod"], ["dev", "staging", "prod"]], ["dev", "staging", "prod"]),
      (
        [["dev", "prod"], ["prod", "archived"], ["staging", "prod"]],
        ["staging", "dev", "prod", "archived"]
      ),
      ([["a", "b"], ["b", "a"]], ["a", "b"]),
      ([[], []], []),
    ])
  func merged(lists: [[String]], order: [String]) {
    let repositories = lists.enumerated().map { number, stages in
      Repository(
        id: "r\(number)", url: nil, webURL: nil, defaultBranch: nil, head: nil, artifacts: [],
        stages: stages, ignoredTags: [], tagCount: 0, diagnostics: [])
    }
    let registry = Registry(repositories: repositories)
    #expect(SiteStage.all(in: registry, settings: SiteSettings()).map(\.name) == order)
  }
}
