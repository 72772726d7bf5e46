import Records
import Testing

/// The names and paths are those that DVC 3.67.1 makes of the same files.
struct RepetitionTests {
  private static let params = """
    flags: [true, false]
    mixed: [1, 1.0, 1e-5, null, true, x, 017, 1e16, 0x1F, -0.0]
    models: {us: {lr: 0.1}, eu: {lr: 1e-5}}
    list: [{a: 1}, {a: 2}]
    names: [a-b, "c d", é]
    t: true
    """

  @Test(arguments: [
    ("foreach: ${flags}", ["True", "False"], ["o-true", "o-false"]),
    (
      "foreach: [true, \"${t}\", yes, 1e-5, ~]", ["true", "True", "yes", "1e-05", "None"],
      ["o-true", "o-true", "o-yes", "o-1e-05", "o-None"]
    ),
    (
      "foreach: ${mixed}", ["1", "1.0", "1e-05", "None", "True", "x", "17", "1e+16", "31", "-0.0"],
      ["o-1", "o-1.0", "o-1e-05", "o-None", "o-true", "o-x", "o-17", "o-1e+16", "o-31", "o--0.0"]
    ),
    ("foreach: [a, b, a]", ["a", "b"], ["o-a", "o-b"]),
    ("foreach: [\"x ${t}\"]", ["x true"], ["o-x true"]),
    ("foreach: []", [], []),
  ])
  func makesAStageForEachItem(_ head: String, _ names: [String], _ outputs: [String]) throws {
    let project = try ResolvedProject([
      "params.yaml": Self.params,
      "dvc.yaml": "stages:\n  s:\n    \(head)\n    do: {cmd: x, outs: [\"o-${item}\"]}\n",
    ])
    #expect(project.stages.map(\.name) == names.map { "s@\($0)" })
    #expect(project.stages.flatMap(\.outputPaths) == outputs)
  }

  @Test(arguments: [
    ("foreach: ${models}", "${key}.${item.lr}", ["us", "eu"], ["us.0.1", "eu.1e-05"]),
    (
      "foreach: {a: {lr: 1}, \"k${t}\": {lr: \"${t}\"}}", "${key}.${item.lr}", ["a", "ktrue"],
      ["a.1", "ktrue.true"]
    ),
    ("foreach: ${list}", "${item.a}", ["0", "1"], ["1", "2"]),
    ("foreach: [{a: 5}, {a: \"${t}\"}]", "${item[a]}", ["0", "1"], ["5", "true"]),
    ("foreach: [x, [y]]", "z", ["0", "1"], ["z", "z"]),
  ])
  func makesStagesOfMaps(
    _ head: String, _ output: String, _ names: [String], _ outputs: [String]
  ) throws {
    let project = try ResolvedProject([
      "params.yaml": Self.params,
      "dvc.yaml": "stages:\n  s:\n    \(head)\n    do: {cmd: x, outs: [\"\(output)\"]}\n",
    ])
    #expect(project.stages.map(\.name) == names.map { "s@\($0)" })
    #expect(project.stages.flatMap(\.outputPaths) == outputs)
  }

  @Test(arguments: [
    (
      "{r: [r1, 1.0, true], v: \"${list}\", z: [\"${t}\"]}",
      ["r1-v0-True", "r1-v1-True", "1.0-v0-True", "1.0-v1-True", "true-v0-True", "true-v1-True"]
    ),
    ("{m: \"${models}\"}", ["us", "eu"]), ("{a: [], b: [1]}", []),
    (
      "{a: \"${names}\", b: [1e-3, {u: 1}, [2, \"${t}\"]]}",
      ["a-b-0.001", "a-b-b1", "a-b-b2", "c d-0.001", "c d-b1", "c d-b2", "é-0.001", "é-b1", "é-b2"]
    ),
  ])
  func makesAStageForEachCombination(_ matrix: String, _ names: [String]) throws {
    let project = try ResolvedProject([
      "params.yaml": Self.params,
      "dvc.yaml": "stages:\n  s:\n    matrix: \(matrix)\n    cmd: x\n    outs: [\"o/${key}\"]\n",
    ])
    #expect(project.stages.map(\.name) == names.map { "s@\($0)" })
    #expect(project.stages.flatMap(\.outputPaths) == names.map { "o/\($0)" })
    #expect(project.problems.isEmpty)
  }

  @Test func namesStagesOfOtherFilesByTheirFiles() throws {
    let text = "stages:\n  s: {foreach: [a], do: {cmd: x}}\n  t: {cmd: x}\n"
    let texts = ["cv/dvc.yaml": text, "cv/sub/dvc.yaml": text]
    let whole = try ResolvedProject(texts)
    #expect(
      whole.stages.map(\.name)
        == ["cv/dvc.yaml:s@a", "cv/dvc.yaml:t", "cv/sub/dvc.yaml:s@a", "cv/sub/dvc.yaml:t"])
    let part = try ResolvedProject(folder: "cv", texts)
    #expect(part.stages.map(\.name) == ["s@a", "t", "cv/sub/dvc.yaml:s@a", "cv/sub/dvc.yaml:t"])
  }

  @Test(arguments: [
    ("foreach: 5\n    do: {cmd: x}", "`foreach` takes a list or a map, not a single value"),
    ("foreach: ${t}\n    do: {cmd: x}", "`foreach` takes a list or a map, not a single value"),
    ("foreach: ${none}\n    do: {cmd: x}", "“${none}” names no variable"),
    ("matrix: [a]\n    cmd: x", "`matrix` takes a mapping of lists, not a list"),
    ("matrix: {a: b}\n    cmd: x", "`matrix` takes a list or a map, not a single value"),
  ])
  func refuses(_ body: String, _ problem: String) throws {
    let project = try ResolvedProject([
      "params.yaml": Self.params, "dvc.yaml": "stages:\n  ok: {cmd: y}\n  s:\n    \(body)\n",
    ])
    #expect(project.stages.map(\.name) == ["ok"])
    #expect(project.problems.map(\.problem) == [problem])
    #expect(project.problemPlaces == ["P011 dvc.yaml:3:3"])
  }
}
