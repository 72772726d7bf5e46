import Records
import Testing

/// The outcomes are those of DVC 3.67.1, except that it gives a whole commit up where we note a
/// problem.
struct VariableTests {
  private func command(_ command: String, _ texts: [String: String]) throws -> (String?, [String]) {
    var texts = texts
    texts["dvc.yaml", default: ""] += "stages:\n  s:\n    cmd: '\(command)'\n"
    let project = try ResolvedProject(texts)
    return (project.stages.first?.commands.first, project.problems.map(\.problem))
  }

  private static let params = """
    nested: {deep: {x: [10, [20, 30]], sp ace: v1, da-sh: v2, dict: {k: v w, b: true, l: [1, 'a b']}}}
    n:
    t: true
    big: 1e400
    neg: -5
    day: 2024-01-02
    "3": three
    """

  @Test(arguments: [
    ("${nested.deep.x[0]} ${nested.deep.x.1.1} ${nested.deep.x[-1][0]}", "10 30 20"),
    ("${ nested.deep.sp ace } ${nested[deep].da-sh}", "v1 v2"),
    (#"\${lit} ${n} ${t} ${big} ${neg}"#, "${lit} None true inf -5"),
    ("on ${day}", "on 2024-01-02"), ("${day}", "2024-01-02"), ("${t}", "true"),
    ("p ${nested.deep.dict}", "p --k 'v w' --b --l 1 'a b'"),
    ("$HOME {x} $", "$HOME {x} $"),
  ])
  func putsValuesIn(_ text: String, _ expected: String) throws {
    let (command, problems) = try command(text, ["params.yaml": Self.params])
    #expect(command == expected)
    #expect(problems.isEmpty)
  }

  @Test(arguments: [
    ("${none}", "“${none}” names no variable"), ("${env.HOME}", "“${env.HOME}” names no variable"),
    ("${nested.deep.x[2]}", "“${nested.deep.x[2]}” names no variable"),
    ("${nested.deep.x[-3]}", "“${nested.deep.x[-3]}” names no variable"),
    ("${t.x}", "“${t.x}” names no variable"), ("a ${}", "“${}” is no expression"),
    ("a ${x..y}", "“${x..y}” is no expression"),
    ("${nested.deep.x}", "“${nested.deep.x}” is a list, which no text can hold"),
  ])
  func showsWhatItDoesNotKnowAsWritten(_ text: String, _ problem: String) throws {
    let (command, problems) = try command(text, ["params.yaml": Self.params])
    #expect(command == text)
    #expect(problems == [problem])
  }

  @Test func takesParamsThenVarsThenThoseOfTheStage() throws {
    let project = try ResolvedProject([
      "params.yaml": "models: {us: {lr: 1}}\ndir: d\n",
      "sub/params.yaml": "own: 7\n",
      "cfg/c.json": #"{"k1": {"v": 1}, "k2": 2, "k3": [1, 2]}"#,
      "cfg/m.yaml": "models: {eu: {lr: 2}}\n",
      "d/s.yaml": "region: us\n",
      "dvc.yaml": """
      vars: ["cfg/c.json:k1,k2", "cfg/c.json:k3", ./cfg/m.yaml, params.yaml, {l: {z: 1}}, {l: {q: [x]}}]
      stages:
        a:
          wdir: ${dir}
          vars: [s.yaml, extra: 5]
          cmd: ${models.us.lr} ${models.eu.lr} ${k1.v} ${k3[1]} ${l.z} ${l.q[0]} ${region} ${extra}
        b: {cmd: "${region}"}
      """,
      "sub/dvc.yaml": "stages: {c: {cmd: 'x ${own} ${dir}'}}\n",
    ])
    #expect(project.stage("a")?.commands == ["1 2 1 2 1 x us 5"])
    #expect(project.stage("b")?.commands == ["${region}"])
    #expect(project.stage("sub/dvc.yaml:c")?.commands == ["x ${own} ${dir}"])
    #expect(project.problemPlaces == ["P011 dvc.yaml:7:12", "P011 sub/dvc.yaml:1:19"])
  }

  @Test(arguments: [
    ("[{dir: e}]", "“dir” has a value already", "P011"),
    ("[{m: {us: 2, eu: 3}}]", "“m.us” has a value already", "P011"),
    ("[\"params.yaml:dir\"]", "“params.yaml” is read before, with the same keys", "P011"),
    ("[\"o.yaml:none\"]", "“o.yaml” has no key “none”", "P011"),
    ("[\"o.yaml:x\", o.yaml]", "“o.yaml” is read in part before", "P011"),
    ("[{x: \"${dir}\"}]", "`vars` cannot hold “${…}”", "P011"),
    ("[\"${dir}.yaml\"]", "`vars` cannot hold “${…}”", "P011"),
    ("[../o.yaml]", "the path “../o.yaml” does not lead into the repository", "P006"),
    (
      "[no.yaml]", "“no.yaml”, which `vars` names, is missing or holds no map that can be read",
      "P012"
    ),
    (
      "[list.yaml]", "“list.yaml”, which `vars` names, is missing or holds no map that can be read",
      "P012"
    ),
  ])
  func keepsTheFirstValue(_ vars: String, _ problem: String, _ code: String) throws {
    let project = try ResolvedProject([
      "params.yaml": "dir: d\nm: {us: 1}\n", "o.yaml": "x: 1\n", "list.yaml": "[a]\n",
      "dvc.yaml": "vars: \(vars)\nstages: {s: {cmd: '${dir} ${m.us}'}}\n",
    ])
    #expect(project.stages.first?.commands == ["d 1"])
    #expect(project.problems.first?.problem == problem)
    #expect(project.problems.first?.code == code)
    #expect(project.problems.first?.line == 1)
  }

  @Test func keepsItemAndKeyToItself() throws {
    let project = try ResolvedProject([
      "params.yaml": "item: global\n",
      "dvc.yaml": """
      stages:
        s: {foreach: [a], do: {cmd: "x ${item}", vars: [{item: b}]}}
        t: {cmd: "x ${item}"}
      """,
    ])
    #expect(project.stages.map(\.commands) == [["x a"], ["x global"]])
    #expect(project.problems.count == 1)
  }
}
