import Glibc
import Testing

@testable import Publishing

@Suite struct InPlacePublicationTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.publish(["index.html": "old", "same/index.html": "same", "gone/index.html": "gone"])
  }

  @Test func keepsTheFolderAndUnchangedFiles() throws {
    let folder = scratch.status("site")?.identity
    let same = scratch.status("site/same/index.html")?.identity

    let report = try scratch.publish(
      ["index.html": "new", "same/index.html": "same", "models/new/index.html": "model"],
      mode: .inPlace)

    #expect(
      report == PublishReport(written: 2, unchanged: 1, removed: 1, foreign: [], mode: .inPlace))
    #expect(scratch.status("site")?.identity == folder)
    #expect(scratch.status("site/same/index.html")?.identity == same)
    #expect(scratch.text("site/index.html") == "new")
    #expect(scratch.text("site/models/new/index.html") == "model")
    #expect(
      try scratch.names("site") == [
        ".vitrine-site.json", "index.html", "models", "same", "upload-order.txt",
      ])
    #expect(try scratch.names() == ["site"])
    #expect(try scratch.publish(["index.html": "new"]).removed == 2)
  }

  @Test(arguments: [EINVAL, EXDEV, EBUSY, ENOSYS, EOPNOTSUPP])
  func isTheWayWhereFoldersCannotBeSwapped(code: Int32) throws {
    try scratch.put("site/CNAME", "mine")
    let report = try scratch.publish(["index.html": "new"], mode: .exchange) { _, _, _ in code }
    #expect(report.mode == .inPlace)
    #expect(report.foreign == ["CNAME"])
    #expect(scratch.text("site/index.html") == "new")
    #expect(scratch.text("site/CNAME") == "mine")
    #expect(try scratch.names() == ["site"])
  }

  @Test(arguments: [EIO, EACCES, EROFS])
  func isNoWayAroundOtherFailures(code: Int32) throws {
    let failure = SystemFailure(action: "put in place", path: scratch.site, code: code)
    #expect(throws: PublishError.system(failure)) {
      try scratch.publish(["index.html": "new"], mode: .exchange) { _, _, _ in code }
    }
    #expect(scratch.text("site/index.html") == "old")
    #expect(scratch.text("site/gone/index.html") == "gone")
    #expect(try scratch.names() == ["site"])
  }

  @Test func aFolderMayBecomeAFileAndAFileAFolder() throws {
    try scratch.publish(["a/index.html": "1", "b": "2"], mode: .inPlace)
    try scratch.publish(["a": "3", "b/index.html": "4"], mode: .inPlace)
    #expect(scratch.text("site/a") == "3")
    #expect(scratch.text("site/b/index.html") == "4")
  }

  @Test func aFileLeftUnfinishedByAKillIsRemoved() throws {
    try scratch.put("site/.vitrine-site.new", "half a file")
    try scratch.publish(["index.html": "new"], mode: .inPlace)
    #expect(try scratch.names("site") == [".vitrine-site.json", "index.html", "upload-order.txt"])
  }

  @Test func aFirstSiteIsPutThereInOneStep() throws {
    let fresh = try Scratch()
    #expect(try fresh.publish(["index.html": "home"], mode: .inPlace).mode == .exchange)
    #expect(fresh.text("site/index.html") == "home")
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
  func aMountPointIsPublishedToInPlace() throws {
    let fresh = try Scratch()
    try fresh.makeFolder("site")
    let disk = try #require(SmallDisk(at: fresh.site, options: "size=1m"))
    #expect(try fresh.publish(["index.html": "one", "same.txt": "same"]).mode == .inPlace)
    try fresh.put("site/CNAME", "mine")
    let same = fresh.status("site/same.txt")?.identity

    let report = try fresh.publish(["index.html": "two", "same.txt": "same"])

    #expect(report.mode == .inPlace)
    #expect(report.foreign == ["CNAME"])
    #expect(fresh.text("site/index.html") == "two")
    #expect(fresh.status("site/same.txt")?.identity == same)
    #expect(try fresh.names() == ["site"])
    withExtendedLifetime(disk) {}
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
  func whatWasCutShortIsCompletedByTheNextBuild() throws {
    let fresh = try Scratch()
    try fresh.makeFolder("site")
    let disk = try #require(SmallDisk(at: fresh.site, options: "size=64k"))
    try fresh.publish(["index.html": "one", "old.txt": "old"])
    let large = String(repeating: "x", count: 100_000)
    let error = #expect(throws: PublishError.self) {
      try fresh.publish(["a.txt": "new", "b.txt": large, "index.html": "two"])
    }
    #expect(error?.systemCode == ENOSPC)
    #expect(fresh.text("site/index.html") == "one")
    #expect(fresh.text("site/old.txt") == "old")
    #expect(fresh.text("site/a.txt") == "new")

    let report = try fresh.publish(["index.html": "three"])

    #expect(report.foreign.isEmpty)
    #expect(try fresh.names("site") == [".vitrine-site.json", "index.html", "upload-order.txt"])
    withExtendedLifetime(disk) {}
  }
}
