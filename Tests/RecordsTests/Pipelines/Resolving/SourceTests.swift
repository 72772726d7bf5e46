import Formats
import Records
import Testing

struct SourceTests {
  private func value(_ yaml: String) throws -> DataValue {
    DataValue(try #require(try YAMLReader.read(Array(yaml.utf8))))
  }

  @Test func listsMetricsOfStagesFirst() throws {
    let project = try ResolvedProject([
      "dvc.yaml": """
      metrics: [top.json, ./m.json, eval/all.json]
      stages:
        a: {cmd: x, metrics: [m.json: {cache: false}, n.json], outs: [eval]}
      """,
      "dvc.lock": "schema: '2.0'\nstages: {a: {cmd: x, outs: [{path: eval, md5: abc.dir}]}}\n",
      "sub/dvc.yaml": "metrics: [../r.json]\nstages: {b: {cmd: x, metrics: [s.json]}}\n",
    ])
    #expect(
      project.metrics == [
        MetricSource(path: "m.json", pipeline: "dvc.yaml", stage: "a", isCached: false),
        MetricSource(path: "n.json", pipeline: "dvc.yaml", stage: "a", isCached: true),
        MetricSource(
          path: "sub/s.json", pipeline: "sub/dvc.yaml", stage: "sub/dvc.yaml:b", isCached: true),
        MetricSource(path: "top.json", pipeline: "dvc.yaml", stage: nil, isCached: false),
        MetricSource(path: "eval/all.json", pipeline: "dvc.yaml", stage: nil, isCached: true),
        MetricSource(path: "r.json", pipeline: "sub/dvc.yaml", stage: nil, isCached: false),
      ])
  }

  @Test func gathersTheParamsOfEachFile() throws {
    let project = try ResolvedProject([
      "x.yaml": "tom: {val: 1}\nlist: [a, b]\n",
      "dvc.yaml": """
      vars: [x.yaml]
      params: [whole.yaml]
      stages:
        a: {cmd: "x ${tom.val} ${list[1]}", params: [lr, c.json: [k, l], all.yaml: ~]}
        b: {cmd: x, params: [c.json: [k, m], all.yaml: [z]], wdir: sub}
        c: {cmd: x, params: [c.json: [k, m], all.yaml: [z]]}
      """,
    ])
    func shown(_ source: ParamSource) -> String {
      let keys = source.keys?.joined(separator: ",") ?? "*"
      return "\(source.path) \(keys) \(source.stages.joined(separator: ",")) \(source.isImplied)"
    }
    #expect(
      project.params.map(shown) == [
        "params.yaml * a false", "c.json k,l,m a,c false", "all.yaml * a,c false",
        "sub/c.json k,m b false", "sub/all.yaml z b false", "whole.yaml *  false",
        "x.yaml tom.val,list.1 a false",
      ])
  }

  @Test func impliesTheParamsOfTheProject() throws {
    let root = try ResolvedProject(["dvc.yaml": ""])
    #expect(root.params.map(\.path) == ["params.yaml"])
    #expect(root.params.map(\.isImplied) == [true])
    let part = try ResolvedProject(folder: "cv", ["cv/dvc.yaml": ""])
    #expect(part.params.map(\.path) == ["cv/params.yaml"])
  }

  @Test(arguments: [
    (["a.b"], "{a: {b: {x: 1, y: 3}}}"), (["a.c", "a.b.x"], "{a: {b: {x: 1}, c: 2}}"),
    (["l.1", "d.e"], "{l: {1: q}, d.e: 5}"), (["none", "a.c.x", "l.9"], "{}"),
    (["l", "a"], "{a: {b: {x: 1, y: 3}, c: 2}, l: [p, q]}"), (["a.*.x"], "{a: {b: {x: 1}}}"),
    (["a", "a.c"], "{a: {b: {x: 1, y: 3}, c: 2}}"),
  ])
  func selectsWhatIsNamed(_ keys: [String], _ expected: String) throws {
    let source = ParamSource(
      path: "p", keys: keys, pipeline: "dvc.yaml", stages: [], isImplied: false)
    let whole = try value("{a: {b: {x: 1, y: 3}, c: 2}, l: [p, q], d.e: 5}")
    let wanted = try value(expected)
    #expect(source.select(whole) == wanted)
  }

  @Test func selectsAllWithoutKeys() throws {
    let source = ParamSource(
      path: "p", keys: nil, pipeline: "dvc.yaml", stages: [], isImplied: false)
    #expect(source.select(.list([])) == .list([]))
  }
}
