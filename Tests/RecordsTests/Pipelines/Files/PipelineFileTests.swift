import Formats
import Records
import Testing

struct PipelineFileTests {
  private func problems(_ text: String) -> [String] {
    PipelineFile(Array(text.utf8)).problems.map {
      "\($0.code) \($0.line):\($0.column) \($0.problem)"
    }
  }

  @Test(arguments: [
    "", "~", "# nothing\n", "stages: {}\n",
    "artifacts: {m: {path: x}}\ndatasets: []\nplots: {a: {x: b}}\n",
    "stages:\n  a: {cmd: x, live: {dvclive: {html: true}}, description: d, meta: [1]}\n",
    "stages:\n  a:\n    cmd: [x, y]\n    plots: {p.csv: {x: a, template: simple}}\n",
    "stages:\n  a:\n    cmd: x\n    plots: [p.csv: [{x: a}, {y: b}], q.csv: ~]\n    always_changed: true\n",
    "stages:\n  a:\n    cmd: x\n    outs: [m: {checkpoint: true, labels: [1, 2], desc: 3}]\n",
    "stages:\n  b: &a {cmd: x}\n  c: {<<: *a, deps: [d]}\n",
    "metrics: [m.json: {cache: false}]\n",
  ])
  func accepts(_ text: String) {
    #expect(problems(text).isEmpty)
  }

  @Test(arguments: [
    ("stages: [a]\n", "Y012 1:9 expected a mapping of stages, found a list"),
    ("stages:\n", "Y012 1:8 expected a mapping of stages, found null"),
    ("- a\n", "Y012 1:1 expected a mapping, found a list"),
    ("metrics: m.json\n", "Y012 1:10 expected a list of paths, found text"),
    ("metrics: [1]\n", "Y012 1:11 expected a path, found a number"),
    ("params:\n", "Y012 1:8 expected a list of paths, found null"),
    ("stages:\n  a: 1\n", "Y012 2:6 expected a mapping for the stage “a”, found a number"),
    ("stages:\n  a:\n    deps:\n", "Y012 3:10 expected a list of paths, found null"),
    ("stages:\n  a: {outs: [5]}\n", "Y012 2:14 expected a path, found a number"),
    (
      "stages:\n  a: {foreach: [x]}\n",
      "Y012 2:6 expected a mapping “do” beside “foreach”, found a mapping"
    ),
    ("stages:\n  a: {params: [f.yaml: x]}\n", "Y012 2:24 expected a list of keys, found text"),
    ("stages:\n  a: {dep: [x]}\n", "Y013 2:7 unknown key “dep”"),
    ("stages:\n  a: {outs: [m: {cahe: false}]}\n", "Y013 2:18 unknown key “cahe”"),
    ("stage: {}\n", "Y013 1:1 unknown key “stage”"),
    ("vars: x\n", "Y012 1:7 expected a list of files and mappings, found text"),
    ("a: 1\na: 2\n", "Y002 2:1 duplicate key “a”, first on line 1"),
    (
      "stages:\n<<<<<<< HEAD\n  a: {}\n",
      "Y001 2:1 a merge conflict was committed here, with Git's conflict marks"
    ),
  ])
  func notes(_ text: String, _ problem: String) {
    #expect(problems(text) == [problem])
  }

  @Test(arguments: [("dep", "did you mean “deps”?"), ("metric", "did you mean “metrics”?")])
  func suggestsTheNearestKey(_ key: String, _ help: String) throws {
    let file = PipelineFile(Array("stages:\n  a: {\(key): [x]}\n".utf8))
    #expect(file.problems.first?.help == help)
  }

  @Test func namesTheFilesOfItsVariables() {
    let file = PipelineFile(
      Array(
        """
        vars: [a.yaml, "./b.json:k1,k2", {x: 1}, a.yaml]
        stages:
          s: {cmd: x, wdir: src, vars: [c.yaml:k, {y: 1}]}
          t: {cmd: x, wdir: "${x}", vars: [d.yaml]}
          u: {foreach: [1], do: {cmd: x, vars: [e.yaml]}}
        """.utf8))
    #expect(file.variableFiles == ["a.yaml", "./b.json", "src/c.yaml", "e.yaml"])
  }
}
