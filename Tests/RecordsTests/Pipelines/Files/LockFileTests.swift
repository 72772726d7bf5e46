import Formats
import Testing

@testable import Records

struct LockFileTests {
  private func lock(_ text: String) -> LockFile { LockFile(Array(text.utf8)) }

  @Test func readsEveryField() throws {
    let file = lock(
      """
      schema: '2.0'
      datasets: []
      stages:
        train:
          cmd: python train.py
          deps:
          - {path: data.csv, hash: md5, md5: 0CC1aa, size: 120, isexec: true}
          - {path: "s3://b/x", etag: 'W/"Abc"', size: 3}
          params:
            params.yaml: {lr: 1e-3, deep.a: [1, x]}
          outs:
          - {path: feats, md5: 6a19aa.dir, size: 4, nfiles: 2, cloud: {rem: {etag: e, version_id: v1}}}
          - path: 東京都.pickle
            hash: md5
            files:
            - {relpath: a/b, md5: 12ab, size: 1, cloud: {rem: {version_id: v2}}}
            - {relpath: c, md5: 34cd, size: 2}
      """)
    #expect(file.problems.isEmpty)
    let stage = try #require(file["train"])
    #expect(stage.commands == ["python train.py"])
    #expect(stage.inputs.map(\.hash) == [.init(.md5, "0cc1aa"), .init(.etag, #"W/"Abc""#)])
    #expect(stage.params.first?.values.map(\.key) == ["lr", "deep.a"])
    let (feats, folder) = (stage.outputs[0], stage.outputs[1])
    #expect(feats.hash == .init(.md5DOSToUnix, "6a19aa"))
    #expect(feats.isFolder && feats.fileCount == 2)
    #expect(feats.versions == [.init(remote: "rem", versionID: "v1")])
    #expect(folder.path.text == "東京都.pickle")
    #expect(folder.isFolder && folder.fileCount == 2 && folder.size == 3 && folder.hash == nil)
    #expect(folder.files.map(\.path) == ["a/b", "c"])
    #expect(folder.files.map(\.hash) == [.init(.md5, "12ab"), .init(.md5, "34cd")])
    #expect(folder.files[0].versions == [.init(remote: "rem", versionID: "v2")])
  }

  @Test func knowsNoSizeWhereThoseOfTheFilesAddUpToTooMuch() {
    let files = "{relpath: a, size: \(Int.max)}, {relpath: b, size: 1}"
    let file = lock("schema: '2.0'\nstages: {s: {cmd: x, outs: [{path: m, files: [\(files)]}]}}\n")
    #expect(file["s"]?.outputs.map(\.size) == [nil])
    #expect(file["s"]?.outputs.map(\.fileCount) == [2])
  }

  @Test(arguments: [
    "train:\n  cmd: x\n  outs: [{path: m, md5: abc123}]\n",
    "stages:\n  cmd: x\n  outs: [{path: m, md5: abc123}]\n",
    "stages:\n  train:\n    cmd: x\n    outs: [{path: m, md5: abc123}]\n",
  ])
  func readsOlderSchemas(_ text: String) {
    let file = lock(text)
    #expect(file.problems.isEmpty)
    #expect(file.stages.map { $0.outputs.map(\.hash) } == [[ContentHash(.md5DOSToUnix, "abc123")]])
  }

  @Test(arguments: [
    ("{path: m, md5: ab}", "Y012", "a checksum has 3 characters or more, “ab” has not"),
    ("{path: m, md5: xyz}", "Y012", "expected an MD5 sum, found other than hexadecimal digits"),
    ("{path: m, size: -1}", "Y012", "expected a size in bytes, found a number"),
    ("{path: m, size: 99999999999999999999}", "Y012", "expected a size in bytes, found a number"),
    ("{path: m, md5: [a]}", "Y012", "expected a checksum, found a list"),
    ("{path: m, sise: 3}", "Y013", "unknown key “sise”"),
    ("{path: m, files: [{relpath: ../x}]}", "P006", "the path leaves the folder"),
  ])
  func keepsTheEntryWithoutItsFault(_ entry: String, _ code: String, _ problem: String) {
    let file = lock("schema: '2.0'\nstages:\n  a:\n    cmd: x\n    outs:\n    - \(entry)\n")
    #expect(file.problems.map(\.code) == [code])
    #expect(file.problems.map(\.problem) == [problem])
    #expect(file.problems.map(\.line) == [6])
    #expect(file["a"]?.outputs.map(\.path.text) == ["m"])
    #expect(file["a"]?.outputs.first?.hash == nil)
    #expect(file["a"]?.outputs.first?.size == nil)
  }

  @Test(arguments: ["", "''", "~"])
  func takesAnEmptyChecksumForNone(_ written: String) {
    let file = lock("schema: '2.0'\nstages: {a: {cmd: x, outs: [{path: m, md5: \(written)}]}}\n")
    #expect(file.problems.isEmpty)
    #expect(file["a"]?.outputs.map(\.hash) == [nil])
  }

  @Test func readsNothingOfAConflict() {
    let file = lock(
      "schema: '2.0'\nstages:\n  a:\n    cmd: x\n<<<<<<< HEAD\n    deps: []\n=======\n")
    #expect(file.stages.isEmpty)
    #expect(file.problems.map(\.line) == [5])
    #expect(file.problems.first?.problem.contains("merge conflict") == true)
  }

  @Test func keepsTheOtherStages() {
    let file = lock("schema: '2.0'\nstages:\n  a: 1\n  b: {cmd: x}\n")
    #expect(file.problems.map(\.code) == ["Y012"])
    #expect(file.stages.map(\.name.text) == ["b"])
  }
}
