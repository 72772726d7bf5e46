import Formats
import Registry
import Testing

struct GTOConfigurationTests {
  private func read(_ text: String) -> GTOConfiguration { GTOConfiguration(Array(text.utf8)) }

  @Test(
    arguments: [
      ("", nil, "artifacts.yaml"), ("stages:\n", nil, "artifacts.yaml"),
      ("stages: []\n", [], "artifacts.yaml"),
      ("stages: [dev, prod, dev]\n", ["dev", "prod", "dev"], "artifacts.yaml"),
      ("STAGES: [dev/eu]\nIndex: other.yaml\n", ["dev/eu"], "other.yaml"),
      ("types: [model]\nEMOJIS: false\nlog_level: DEBUG\n", nil, "artifacts.yaml"),
    ] as [(String, [String]?, String)])
  func reads(_ text: String, _ stages: [String]?, _ index: String) {
    let configuration = read(text)
    #expect(configuration.problem == nil)
    #expect(configuration.stages == stages)
    #expect(configuration.index == index)
  }

  @Test(arguments: [
    ("stages: dev\n", "Y012", 1, 9), ("stages: [dev, -x]\n", "Y012", 1, 15),
    ("stages: [dev, [a]]\n", "Y012", 1, 15), ("- a\n", "Y012", 1, 1), ("a: [\n", "Y001", 2, 1),
    ("index: [a]\n", "Y012", 1, 8), ("stages: [dev]\nstags: [x]\n", "Y013", 2, 1),
  ])
  func refuses(_ text: String, _ code: String, _ line: Int, _ column: Int) throws {
    let configuration = read(text)
    let problem = try #require(configuration.problem)
    #expect(problem.code == code)
    #expect([problem.line, problem.column] == [line, column])
    // The file then counts as absent.
    #expect(configuration.stages == nil)
    #expect(configuration.index == "artifacts.yaml")
  }

  @Test func namesTheNearestKey() {
    #expect(read("stags: [x]\n").problem?.help == "did you mean “stages”?")
  }
}
