import Glibc
import Testing

@testable import Publishing

@Suite struct PublicationTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aFirstSiteIsComplete() throws {
    let report = try scratch.publish(["index.html": "home", "models/churn/index.html": "churn"])

    #expect(
      report
        == PublishReport(written: 2, unchanged: 0, removed: 0, foreign: [], mode: .exchange))
    #expect(scratch.text("site/index.html") == "home")
    #expect(scratch.text("site/models/churn/index.html") == "churn")
    #expect(try scratch.names() == ["site"])
    #expect(
      scratch.text("site/.vitrine-site.json") == """
        {
          "format": 1,
          "files": {
            "index.html": 4,
            "models/churn/index.html": 5,
            "upload-order.txt": 71
          }
        }

        """)
  }

  @Test func missingFoldersAboveAreMade() throws {
    let target = try OutputFolder.prepare(scratch.path + "/a/./b//site/", sources: [], home: nil)
    _ = try target.stage().publish([])
    #expect(try scratch.names("a/b/site") == [".vitrine-site.json", "upload-order.txt"])
  }

  @Test func anEmptyFolderIsTakenOver() throws {
    try scratch.makeFolder("site")
    try scratch.publish(["index.html": "home"])
    #expect(scratch.text("site/index.html") == "home")
  }

  @Test func theSameSiteAgainWritesNothing() throws {
    let files = ["index.html": "home", "models/churn/index.html": "churn", "empty.txt": ""]
    try scratch.publish(files)
    let paths = files.keys.map { "site/\($0)" } + ["site/.vitrine-site.json"]
    let before = paths.map { scratch.status($0)?.identity }

    let report = try scratch.publish(files)

    #expect(report.written == 0)
    #expect(report.unchanged == 3)
    #expect(paths.map { scratch.status($0)?.identity } == before)
  }

  @Test func changedFilesAreWrittenAndRemovedOnesGo() throws {
    try scratch.publish(["index.html": "one", "same.txt": "same", "old/model/index.html": "gone"])
    let report = try scratch.publish(["index.html": "two", "same.txt": "same", "new.txt": "new"])

    #expect(report.written == 2)
    #expect(report.unchanged == 1)
    #expect(report.removed == 1)
    #expect(scratch.text("site/index.html") == "two")
    #expect(
      try scratch.names("site") == [
        ".vitrine-site.json", "index.html", "new.txt", "same.txt", "upload-order.txt",
      ])
    #expect(try scratch.names() == ["site"])
  }

  @Test(arguments: ["edited by hand", "sama"])
  func aFileChangedByHandIsRewritten(text: String) throws {
    try scratch.publish(["index.html": "same"])
    try scratch.put("site/index.html", text)
    let report = try scratch.publish(["index.html": "same"])
    #expect(report.written == 1)
    #expect(scratch.text("site/index.html") == "same")
  }

  @Test func aFileMadePrivateByHandIsRewritten() throws {
    try scratch.publish(["index.html": "same"])
    scratch.setPermissions("site/index.html", 0o600)
    #expect(try scratch.publish(["index.html": "same"]).written == 1)
    #expect(scratch.status("site/index.html")?.permissions == 0o644)
  }

  @Test func aFolderMayBecomeAFileAndAFileAFolder() throws {
    try scratch.publish(["a/index.html": "1", "b": "2"])
    try scratch.publish(["a": "3", "b/index.html": "4"])
    #expect(scratch.text("site/a") == "3")
    #expect(scratch.text("site/b/index.html") == "4")
  }

  @Test func manyTasksMayWriteAtOnce() async throws {
    let staging = try scratch.prepare().stage()
    let files = try await withThrowingTaskGroup(of: WrittenFile.self) { group in
      for number in 0..<200 {
        group.addTask {
          try staging.write(
            "models/m\(number % 7)/v\(number)/index.html", [UInt8](repeating: 65, count: number))
        }
      }
      var files: [WrittenFile] = []
      for try await file in group { files.append(file) }
      return files
    }
    #expect(try staging.publish(files).written == 200)
    #expect(try scratch.names("site/models").count == 7)
    #expect(scratch.status("site/models/m3/v199/index.html")?.size == 199)
  }

  @Test(arguments: [0o000, 0o022, 0o077] as [mode_t])
  func permissionsDoNotDependOnTheUmask(mask: mode_t) throws {
    let before = umask(mask)
    defer { umask(before) }
    try scratch.publish(["index.html": "home", "models/churn/index.html": "churn"])
    for file in ["index.html", "models/churn/index.html", ".vitrine-site.json"] {
      #expect(scratch.status("site/" + file)?.permissions == 0o644)
    }
    for folder in ["site", "site/models", "site/models/churn"] {
      #expect(scratch.status(folder)?.permissions == 0o755)
    }
  }

  @Test func aFileGivenTwiceIsAnError() throws {
    let staging = try scratch.prepare().stage()
    let file = try staging.write("index.html", [])
    #expect(throws: PublishError.badPath("index.html", .writtenTwice)) {
      try staging.publish([file, file])
    }
  }

  @Test func aFolderPutInTheWayDuringTheBuildIsRefused() throws {
    let target = try scratch.prepare()
    let staging = try target.stage()
    try scratch.put("site/precious.txt", "mine")
    #expect(throws: PublishError.refused(folder: target.path, .replacedMeanwhile)) {
      try staging.publish([])
    }
    #expect(scratch.text("site/precious.txt") == "mine")
  }

  @Test func aFolderSwappedDuringTheBuildIsRefused() throws {
    try scratch.publish(["index.html": "old"])
    let target = try scratch.prepare()
    let staging = try target.stage()
    try scratch.move("site", to: "elsewhere")
    try scratch.put("site/precious.txt", "mine")
    #expect(throws: PublishError.refused(folder: target.path, .replacedMeanwhile)) {
      try staging.publish([])
    }
    #expect(scratch.text("site/precious.txt") == "mine")
    #expect(scratch.text("elsewhere/index.html") == "old")
  }
}
