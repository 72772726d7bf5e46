import Formats
import Records
import Testing

struct LineageTests {
  private static let pipeline = """
    stages:
      get: {cmd: get, outs: [data]}
      split: {cmd: split, deps: [data/a/x], outs: [parts/p1]}
      split2: {cmd: split2, deps: [data, code.py], outs: [parts/p2]}
      join: {cmd: join, deps: [parts, raw/r.txt, imp/f.csv, url.csv, none.csv, "https://me:pw@h/x"], outs: [joined]}
      fin: {cmd: fin, deps: [joined], outs: [models]}
      side: {cmd: side, deps: [data], outs: [other]}
    """

  private static let texts = [
    "dvc.yaml": pipeline,
    "dvc.lock": """
    schema: '2.0'
    stages:
      fin:
        cmd: fin --now
        deps: [{path: joined, hash: md5, md5: aaa111, size: 4}]
        params: {params.yaml: {lr: 0.5}, ../x.yaml: {k: [1]}}
        outs:
        - path: models
          hash: md5
          md5: bbb222.dir
          size: 9
          nfiles: 2
          files: [{relpath: m.pkl, md5: ccc333, size: 8}, {relpath: tok/v.txt, md5: ddd444, size: 1}]
    """,
    "raw/r.txt.dvc": "outs: [{path: r.txt, hash: md5, md5: eee555, size: 2}]\n",
    "imp.dvc": """
    deps: [{path: set/f, repo: {url: "https://u:p@git.host/data", rev: v1, rev_lock: f593}}]
    outs: [{path: imp, md5: fff666.dir, nfiles: 3}]
    """,
    "url.csv.dvc":
      "deps: [{path: \"https://u:p@h/url.csv?token=1\", etag: x1y}]\nouts: [{path: url.csv, md5: abc}]\n",
  ]

  private func lineage(of path: String) throws -> Lineage? {
    try ResolvedProject(Self.texts).lineage(of: path, isInGit: { $0 == "code.py" })
  }

  @Test(arguments: [
    ("models", ["get", "split", "split2", "join", "fin"]),
    ("models/m.pkl", ["get", "split", "split2", "join", "fin"]), ("data/a", ["get"]),
    ("parts", ["get", "split", "split2"]), ("parts/p1", ["get", "split"]),
    ("other", ["get", "side"]),
  ])
  func ordersTheStages(_ path: String, _ names: [String]) throws {
    #expect(try lineage(of: path)?.stages.map(\.name) == names)
  }

  @Test(arguments: ["code.py", "parts/p3", "modelsx", "raw/other"])
  func knowsNothingOfOtherPaths(_ path: String) throws {
    #expect(try lineage(of: path) == nil)
  }

  @Test func takesAStageFromTheLockWhereItRan() throws {
    let stage = try #require(try lineage(of: "models")?.maker)
    #expect(stage.file == "dvc.lock")
    #expect(stage.commands == ["fin --now"])
    #expect(stage.inputs.map(\.hashes) == [[ContentHash(.md5, "aaa111")]])
    #expect(stage.inputs.map(\.origin) == [.stage("join")])
    #expect(
      stage.params == [
        LineageParam(file: "params.yaml", key: "lr", value: .number(DataNumber(text: "0.5"))),
        LineageParam(
          file: "../x.yaml", key: "k", value: .list([.number(DataNumber(text: "1"))])),
      ])
  }

  @Test(arguments: [
    ("models", "folder", 9, 2, ["bbb222"]), ("models/m.pkl", "file", 8, nil, ["ccc333"]),
    ("models/tok", "folder", nil, nil, []), ("models/none", "file", nil, nil, []),
    ("parts", "folder", nil, nil, []),
  ])
  func describesTheArtifact(
    _ path: String, _ kind: String, _ size: Int?, _ count: Int?, _ hashes: [String]
  ) throws {
    let artifact = try #require(try lineage(of: path)?.artifact)
    #expect(artifact.path == path)
    #expect(artifact.kind.rawValue == kind)
    #expect(artifact.size == size)
    #expect(artifact.fileCount == count)
    #expect(artifact.hashes.map(\.value) == hashes)
  }

  @Test func saysWhereInputsComeFrom() throws {
    let stages = try #require(try lineage(of: "models")?.stages)
    let join = try #require(stages.first { $0.name == "join" })
    #expect(join.file == "dvc.yaml")
    #expect(
      join.inputs.map(\.origin) == [
        .stage("split"), .tracked(by: "raw/r.txt.dvc"),
        .imported(
          repository: "https://git.host/data", path: "set/f", revision: "v1", lockedRevision: "f593"
        ),
        .downloaded(address: "https://h/url.csv"), .unknown, .unknown,
      ])
    #expect(
      join.inputs.map(\.path)
        == ["parts", "raw/r.txt", "imp/f.csv", "url.csv", "none.csv", "https://h/x"])
    #expect(join.inputs.map(\.kind) == [.folder, .file, .file, .file, .file, .external])
    #expect(join.inputs[1].hashes == [ContentHash(.md5, "eee555")])
    let split2 = try #require(stages.first { $0.name == "split2" })
    #expect(split2.inputs.map(\.origin) == [.stage("get"), .git])
  }

  @Test(arguments: [
    ("raw/r.txt", "raw/r.txt.dvc", LineageFile.Kind.file), ("raw", "raw/r.txt.dvc", .folder),
    ("imp", "imp.dvc", .folder), ("imp/f.csv", "imp.dvc", .file),
  ])
  func namesTheTracker(_ path: String, _ tracker: String, _ kind: LineageFile.Kind) throws {
    let lineage = try #require(try lineage(of: path))
    #expect(lineage.stages.isEmpty && lineage.maker == nil)
    #expect(lineage.tracker == tracker)
    #expect(lineage.artifact?.kind == kind)
  }

  @Test(arguments: [
    ("raw/r.txt", "raw/r.txt", ""), ("models", "models", ""),
    ("models/tok/v.txt", "models", "tok/v.txt"),
    ("imp/f.csv", "imp", "f.csv"),
  ])
  func findsTheOutputThatHoldsAPath(_ path: String, _ output: String, _ rest: String) throws {
    let found = try #require(try ResolvedProject(Self.texts).output(at: path))
    #expect(found.output.path == output)
    #expect(found.rest == rest)
  }

  @Test(arguments: ["raw/r.txt/x", "code.py", "", "model"])
  func findsNoOutputElsewhere(_ path: String) throws {
    #expect(try ResolvedProject(Self.texts).output(at: path) == nil)
  }
}
