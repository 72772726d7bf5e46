import Records
import Testing

struct LockFallbackTests {
  private static let lock = """
    schema: '2.0'
    stages:
      s@us:
        cmd: run us
        deps: [{path: data/us.csv, md5: aaa111, size: 1}]
        params: {p.yaml: {us.lr: 1}}
        outs: [{path: m/us.json, md5: bbb222, size: 2}, {path: us.pkl, md5: ccc333, size: 3}]
      t:
        cmd: run t
        outs: [{path: out/t.bin, md5: ddd444, size: 4}]
    """

  @Test func findsResolvedNamesAndPathsInTheLock() throws {
    let project = try ResolvedProject([
      "dvc.lock": Self.lock,
      "dvc.yaml": """
      stages:
        s:
          foreach: ${regions}
          do:
            cmd: run ${item}
            deps: ["data/${item}.csv"]
            params: ["p.yaml": ["${item}.lr"]]
            outs: ["${item}.pkl"]
            metrics: ["m/${item}.json"]
        t: {cmd: run t, outs: ["${dir}/t.bin"]}
      """,
    ])
    #expect(project.stages.map(\.name) == ["s@us", "t"])
    let stage = try #require(project.stages.first)
    #expect(stage.inputs == [.inside("data/us.csv")])
    #expect(stage.outputPaths == ["us.pkl", "m/us.json"])
    #expect(stage.params.map(\.keys) == [["us.lr"]])
    #expect(project.metrics.map(\.path) == ["m/us.json"])
    #expect(project.stage("t")?.outputPaths == ["out/t.bin"])
    #expect(project.problemPlaces == ["P011 dvc.yaml:2:3", "P011 dvc.yaml:10:26"])
    #expect(
      project.problems.last?.consequence == "“out/t.bin”, which fits it in dvc.lock, is taken")
  }

  @Test func guessesNothingWhereSeveralFit() throws {
    let project = try ResolvedProject([
      "dvc.lock": Self.lock, "dvc.yaml": "stages: {s@us: {cmd: x, metrics: ['${a}']}}\n",
    ])
    #expect(project.metrics.isEmpty)
    #expect(project.stages.first?.outputs.map(\.path) == [.unresolved("${a}")])
  }

  @Test(arguments: ["stages: 5\n", "stages:\n  a: [\n", "stages:\n  t: 1\n  s: {foreach: [a]}\n"])
  func takesTheLockWhereTheFileCannotBeRead(_ text: String) throws {
    let project = try ResolvedProject(["dvc.lock": Self.lock, "dvc.yaml": text])
    #expect(Set(project.stages.map(\.name)) == ["s@us", "t"])
    #expect(Set(project.outputs.map(\.path)) == ["m/us.json", "us.pkl", "out/t.bin"])
    #expect(!project.problems.isEmpty)
  }

  @Test func takesTheLockThatStandsAlone() throws {
    let project = try ResolvedProject(["sub/dvc.lock": Self.lock])
    #expect(project.stages.map(\.name) == ["sub/dvc.lock:s@us", "sub/dvc.lock:t"])
    #expect(project.outputs.map(\.path) == ["sub/m/us.json", "sub/us.pkl", "sub/out/t.bin"])
    #expect(project.problemPlaces == ["P012 sub/dvc.lock:0:0"])
  }

  @Test(arguments: [
    ("{t: {cmd: x, outs: [out/t.bin]}}", ["P012 dvc.lock:3:3"]),
    (
      "{s@us: {cmd: x, outs: [m/us.json, us.pkl]}, t: {cmd: x, outs: [other]}}",
      ["P012 dvc.lock:10:19"]
    ),
    (
      "{s@us: {cmd: x, outs: [m/us.json, us.pkl]}, t: {cmd: x, outs: [out/t.bin]}, u: {cmd: x}}",
      ["P012 dvc.yaml:1:85"]
    ),
    (
      "{s: {foreach: [us, eu, fr], do: {cmd: x, outs: ['${item}.pkl', 'm/${item}.json']}}, t: {cmd: x, outs: [out/t.bin]}}",
      ["P012 dvc.yaml:1:10"]
    ),
  ])
  func saysOnceWhereTheLockIsOld(_ stages: String, _ places: [String]) throws {
    let project = try ResolvedProject(["dvc.lock": Self.lock, "dvc.yaml": "stages: \(stages)\n"])
    #expect(project.problemPlaces == places)
  }

  @Test func leavesOutputsInGitOut() throws {
    let project = try ResolvedProject([
      "dvc.lock": Self.lock,
      "dvc.yaml": """
      stages:
        s@us: {cmd: x, outs: [us.pkl: {remote: far}], metrics: [m/us.json: {cache: false}]}
        t: {cmd: x, outs: [out/t.bin]}
      """,
    ])
    #expect(project.outputs.map(\.path) == ["us.pkl", "out/t.bin"])
    #expect(project.outputs.map(\.remote) == ["far", nil])
    #expect(project.outputs.map(\.stage) == ["s@us", "t"])
    #expect(project.problems.isEmpty)
  }
}
