import Testing

@testable import CLI

struct VersionChoiceTests {
  @Test(
    "A version is named alone or behind its model",
    arguments: [
      ("v1.2.0", nil, VersionChoice.Name.version("v1.2.0")), ("latest", nil, .latest),
      ("#prod", nil, .stage("prod")), ("churn@v1.2.0", "churn", .version("v1.2.0")),
      ("nlp:churn@latest", "nlp:churn", .latest), ("a/churn#prod", "a/churn", .stage("prod")),
      ("v1.0.0-rc.1+build.5", nil, .version("v1.0.0-rc.1+build.5")),
    ] as [(String, String?, VersionChoice.Name)])
  func names(text: String, model: String?, name: VersionChoice.Name) throws {
    let choice = try #require(VersionChoice(text))
    #expect(choice.model == model && choice.name == name)
  }

  @Test("Anything else is a model", arguments: ["churn", "nlp:churn", "@", "churn@", "#", "1.2.0"])
  func models(text: String) {
    #expect(VersionChoice(text) == nil)
  }
}
