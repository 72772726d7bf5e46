import Records
import Testing

/// Files that would stand for more than any computer can hold end in a problem.
struct BudgetTests {
  private static func axes(_ count: Int) -> String {
    (0..<count).map { "a\($0): [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]" }.joined(separator: ", ")
  }

  @Test(arguments: [5, 9, 20, 100])
  func countsCombinationsBeforeItMakesThem(_ count: Int) throws {
    let project = try ResolvedProject([
      "dvc.yaml": "stages:\n  ok: {cmd: x}\n  m: {matrix: {\(Self.axes(count))}, cmd: x}\n"
    ])
    #expect(project.stages.map(\.name) == ["ok"])
    #expect(project.problemPlaces == ["P011 dvc.yaml:3:3"])
  }

  @Test func countsTheStagesOfAllDefinitions() throws {
    let stages = (0..<12).map { "  m\($0): {matrix: {\(Self.axes(3))}, cmd: x}\n" }.joined()
    let project = try ResolvedProject(["dvc.yaml": "stages:\n\(stages)"])
    #expect(project.stages.count == 10_000)
    #expect(project.problemPlaces == ["P011 dvc.yaml:12:3", "P011 dvc.yaml:13:3"])
  }

  @Test func limitsTextThatIsPutIn() throws {
    let long = String(repeating: "x", count: 100_000)
    let project = try ResolvedProject([
      "params.yaml": "long: \(long)\n",
      "dvc.yaml": "stages:\n  m: {matrix: {\(Self.axes(3))}, cmd: 'x ${long}'}\n",
    ])
    #expect(project.stages.count == 1_000)
    #expect(project.stages.last?.commands == ["x ${long}"])
    #expect(project.problems.map(\.problem) == ["the file expands to more text than is read"])
  }

  @Test func limitsTheLengthOfPaths() throws {
    let long = String(repeating: "x", count: 5_000)
    let deep = String(repeating: "a/", count: 300)
    let project = try ResolvedProject([
      "dvc.yaml": "stages:\n  m: {cmd: x, outs: ['\(long)', '\(deep)b', ok]}\n"
    ])
    #expect(project.stages.first?.outputPaths == ["ok"])
    #expect(project.problems.map(\.code) == ["P006", "P006"])
  }

  @Test func countsProblemsBeyondTheLimit() throws {
    let stages = (0..<1_500).map { "  s\($0): 1\n" }.joined()
    let project = try ResolvedProject(["dvc.yaml": "stages:\n\(stages)"])
    #expect(project.problems.count == 1_001)
    #expect(project.problems.last?.problem.hasPrefix("500 further problems") == true)
  }

  @Test func takesAFolderOfManyOutputsWithoutJoiningAll() throws {
    let stages = (0..<3_000).map { "  s\($0): {cmd: x, deps: [o], outs: [o/\($0)]}\n" }.joined()
    let project = try ResolvedProject(["dvc.yaml": "stages:\n\(stages)"])
    #expect(project.problems.contains { $0.problem.contains("more than 200000 outputs") })
    #expect(project.lineage(of: "o/7", isInGit: { _ in false })?.maker?.name == "s7")
  }
}
