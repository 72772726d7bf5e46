import Records
import Testing

struct StageTests {
  @Test func placesPathsByTheFolderOfTheStage() throws {
    let project = try ResolvedProject([
      "params.yaml": "out: models\n",
      "dvc.yaml": """
      stages:
        prep:
          cmd: [a, b]
          wdir: src
          deps: [../data/raw, prep.py, "s3://me:pw@b/x?sig=1", /abs]
          outs: ["../${out}/p": {cache: false}, f.bin, f.bin: {push: false, remote: r}]
          metrics: [../m.json: {cache: false}]
          plots: [../p.csv: {x: a}]
      """,
    ])
    let stage = try #require(project.stages.first)
    #expect(stage.folder == "src")
    #expect(stage.commands == ["a", "b"])
    #expect(
      stage.inputs == [
        .inside("data/raw"), .inside("src/prep.py"), .external("s3://b/x"), .external("/abs"),
      ])
    #expect(stage.outputPaths == ["models/p", "src/f.bin", "m.json", "p.csv"])
    #expect(stage.outputs.map(\.isCached) == [false, true, false, true])
    #expect(stage.outputs.map(\.remote) == [nil, "r", nil, nil])
    #expect(stage.outputs.map(\.isMetrics) == [false, false, true, false])
  }

  @Test func takesFlagsThatVariablesSet() throws {
    let project = try ResolvedProject([
      "params.yaml": "keep: false\nrem: store\n",
      "dvc.yaml": "stages: {a: {cmd: x, outs: [m: {cache: '${keep}', remote: '${rem}'}]}}\n",
    ])
    #expect(project.stages.first?.outputs.first?.isCached == false)
    #expect(project.stages.first?.outputs.first?.remote == "store")
  }

  @Test(arguments: ["../x", "a\\b", "../../x"])
  func refusesPathsOutside(_ path: String) throws {
    let project = try ResolvedProject([
      "dvc.yaml": "stages:\n  a: {cmd: x, outs: ['\(path)', m], metrics: ['\(path)']}\n"
    ])
    #expect(project.stages.first?.outputPaths == ["m"])
    #expect(project.problems.map(\.code) == ["P006", "P006"])
    #expect(project.metrics.isEmpty)
  }

  @Test func losesOnlyTheBrokenPart() throws {
    let project = try ResolvedProject([
      "dvc.yaml": """
      stages:
        a: {cmd: x, outs: [m, 5], deps: , metrics: ["${no}.json", ok.json], tpyo: 1}
        b: [1]
        c: {foreach: "${no}", do: {cmd: x}}
        d: {cmd: y, outs: [n]}
      metrics: ["${no}", t.json]
      """
    ])
    #expect(project.stages.map(\.name) == ["a", "d"])
    #expect(project.stage("a")?.outputPaths == ["m", "ok.json"])
    #expect(project.metrics.map(\.path) == ["ok.json", "t.json"])
    #expect(
      project.problemPlaces == [
        "Y012 dvc.yaml:2:25", "Y012 dvc.yaml:2:35", "Y013 dvc.yaml:2:71", "Y012 dvc.yaml:3:6",
        "P011 dvc.yaml:2:47", "P011 dvc.yaml:4:3", "P011 dvc.yaml:6:11",
      ])
  }
}
