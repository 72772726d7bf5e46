import Formats
import Testing

@testable import Records

struct TrackerFileTests {
  private func outputs(_ text: String, at path: String = "m.pkl.dvc") throws -> [TrackedOutput] {
    try ResolvedProject([path: text]).outputs
  }

  @Test(arguments: [
    ("outs:\n- {md5: b40d01, size: 7, hash: md5, path: m.pkl}\n", "md5:b40d01", false),
    ("outs:\n- {md5: b40d01, size: 7, path: m.pkl}\n", "md5-dos2unix:b40d01", false),
    ("outs:\n- {md5: b40d01.dir, size: 7, hash: md5, path: m.pkl}\n", "md5:b40d01", true),
    (
      "md5: aaa\nfrozen: true\ndeps: [{path: 'https://h/m', etag: '\"x\"'}]\nouts: [{path: m.pkl}]\n",
      "", false
    ),
  ])
  func readsVariants(_ text: String, _ hash: String, _ isFolder: Bool) throws {
    let output = try #require(try outputs(text).first)
    #expect(output.path == "m.pkl" && output.file == "m.pkl.dvc" && output.stage == nil)
    #expect(output.hash.map { "\($0.algorithm.rawValue):\($0.value)" } ?? "" == hash)
    #expect(output.isFolder == isFolder)
  }

  @Test func startsFromItsFolder() throws {
    let text =
      "wdir: ..\nouts:\n- {path: data/x, md5: abc, remote: other, cloud: {r: {version_id: v}}}\n"
    let output = try #require(try outputs(text, at: "sub/x.dvc").first)
    #expect(output.path == "data/x")
    #expect(output.remote == "other")
    #expect(output.versions == [.init(remote: "r", versionID: "v")])
  }

  @Test func leavesOutWhatGitKeeps() throws {
    #expect(try outputs("outs: [{path: m.pkl, md5: abc, cache: false}]\n").isEmpty)
  }

  @Test(arguments: [
    ("outs: [{path: ../m.pkl, md5: abc}]\n", "P006 m.pkl.dvc:1:15"),
    ("wdir: ../..\nouts: [{path: m.pkl}]\n", "P006 m.pkl.dvc:0:0"),
    ("outs: [{md5: abc}]\n", "Y012 m.pkl.dvc:1:8"), ("outz: []\n", "Y013 m.pkl.dvc:1:1"),
    ("outs: [\n", "Y001 m.pkl.dvc:2:1"),
  ])
  func notes(_ text: String, _ place: String) throws {
    let project = try ResolvedProject(["m.pkl.dvc": text])
    #expect(project.problemPlaces == [place])
    #expect(project.outputs.isEmpty)
  }
}
