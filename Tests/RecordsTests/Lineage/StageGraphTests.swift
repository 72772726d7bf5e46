import Records
import Testing

struct StageGraphTests {
  private func project(_ stages: String) throws -> ResolvedProject {
    try ResolvedProject(["dvc.yaml": "stages:\n\(stages)"])
  }

  @Test func cutsCircles() throws {
    let project = try project(
      """
        a: {cmd: x, deps: [c.o], outs: [a.o]}
        b: {cmd: x, deps: [a.o], outs: [b.o]}
        c: {cmd: x, deps: [b.o], outs: [c.o]}
      """)
    let lineage = try #require(project.lineage(of: "a.o", isInGit: { _ in false }))
    #expect(lineage.stages.last?.name == "a")
    #expect(Set(lineage.stages.map(\.name)).count == lineage.stages.count)
    #expect(project.problems.map(\.code) == ["P012"])
  }

  @Test func cutsAStageThatReadsItself() throws {
    let project = try project("  a: {cmd: x, deps: [o/p], outs: [o]}\n")
    #expect(project.lineage(of: "o", isInGit: { _ in false })?.stages.map(\.name) == ["a"])
    #expect(project.problems.map(\.problem) == ["“a” reads what it writes itself"])
  }

  @Test func notesOutputsOfTwoStages() throws {
    let project = try project("  a: {cmd: x, outs: [o]}\n  b: {cmd: x, outs: [./o]}\n")
    #expect(project.lineage(of: "o", isInGit: { _ in false })?.stages.map(\.name) == ["a", "b"])
    #expect(project.problemPlaces == ["P012 dvc.yaml:3:3"])
  }

  @Test func followsLongChains() throws {
    let stages = (0..<5_000).map { "  s\($0): {cmd: x, deps: [o\($0 + 1)], outs: [o\($0)]}\n" }
    let lineage = try #require(
      try project(stages.joined()).lineage(of: "o0", isInGit: { _ in false }))
    #expect(lineage.stages.count == 5_000)
    #expect(lineage.stages.first?.name == "s4999")
    #expect(lineage.maker?.name == "s0")
  }
}
