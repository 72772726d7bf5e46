import Glibc
import Testing

@testable import Publishing

@Suite struct ForeignFilesTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.publish(["index.html": "old", "models/churn/index.html": "churn"])
  }

  @Test(arguments: [PublishMode.exchange, .inPlace])
  func stayWithTheirKindAndPermissions(mode: PublishMode) throws {
    try scratch.put("site/CNAME", "models.example.org")
    try scratch.put("site/models/churn/notes.txt", "notes")
    try scratch.put("site/extra/deep/file.txt", "deep")
    try scratch.makeFolder("site/hollow")
    try scratch.makeLink("site/latest", to: "models/churn")
    scratch.setPermissions("site/CNAME", 0o600)
    scratch.setPermissions("site/extra", 0o750)
    let before = scratch.status("site/CNAME")?.identity

    let report = try scratch.publish(["index.html": "new"], mode: mode)

    #expect(
      report.foreign
        == ["CNAME", "extra/deep/file.txt", "hollow/", "latest", "models/churn/notes.txt"])
    #expect(scratch.status("site/CNAME")?.identity == before)
    #expect(scratch.status("site/CNAME")?.permissions == 0o600)
    #expect(scratch.status("site/extra")?.permissions == 0o750)
    #expect(scratch.status("site/hollow")?.isFolder == true)
    #expect(scratch.status("site/latest")?.isSymbolicLink == true)
    #expect(scratch.text("site/models/churn/notes.txt") == "notes")
    #expect(try scratch.names("site/models/churn") == ["notes.txt"])
    #expect(scratch.text("site/index.html") == "new")
  }

  @Test func aNameThatIsNotUTF8Stays() throws {
    let name = RelativePath(trusted: [0xFF, 0x41])
    try OpenFile.folder(atPath: scratch.site).create(name, [])
    #expect(try scratch.publish(["index.html": "new"]).foreign == ["\u{FFFD}A"])
    let site = try OpenFile.folder(atPath: scratch.site)
    #expect(FileStatus.of(name, in: site) != nil)
  }

  @Test func anotherSpellingOfOurNameIsForeign() throws {
    try scratch.publish(["caf\u{E9}.html": "ours"])
    try scratch.put("site/cafe\u{301}.html", "theirs")
    #expect(try scratch.publish(["caf\u{E9}.html": "ours"]).foreign == ["cafe\u{301}.html"])
    #expect(scratch.text("site/cafe\u{301}.html") == "theirs")
  }

  @Test(
    arguments: [
      ("robots.txt", "robots.txt"), ("about", "about/index.html"), ("docs/mine.txt", "docs"),
    ], [PublishMode.exchange, .inPlace])
  func inTheWayOfOursAreRefused(paths: (foreign: String, ours: String), mode: PublishMode) throws {
    try scratch.put("site/\(paths.foreign)", "mine")
    let error = #expect(throws: PublishError.self) {
      try scratch.publish(["index.html": "new", paths.ours: "ours"], mode: mode)
    }
    #expect(error?.exitCode == 73)
    #expect(scratch.text("site/\(paths.foreign)") == "mine")
    #expect(scratch.text("site/index.html") == "old")
    #expect(try scratch.names() == ["site"])
  }

  @Test func whatComesAtTheLastMomentStays() throws {
    try scratch.put("site/private/key.txt", "mine")
    scratch.setPermissions("site/private", 0o700)
    let late = scratch
    let report = try scratch.publish(["index.html": "new"], mode: .exchange) { one, other, folder in
      guard (try? late.put("site/late/file.txt", "late")) != nil else { return EIO }
      return LinuxCalls.exchange(one, other, in: folder)
    }
    #expect(report.mode == .exchange)
    #expect(scratch.text("site/late/file.txt") == "late")
    #expect(scratch.text("site/index.html") == "new")
    #expect(scratch.status("site/private")?.permissions == 0o700)
    #expect(try scratch.names() == ["site"])
  }

  @Test func aForeignFolderMayBecomeOurs() throws {
    try scratch.put("site/docs/mine.txt", "mine")
    scratch.setPermissions("site/docs", 0o700)
    let report = try scratch.publish(["index.html": "old", "docs/index.html": "ours"])
    #expect(report.foreign == ["docs/mine.txt"])
    #expect(scratch.text("site/docs/mine.txt") == "mine")
    #expect(scratch.text("site/docs/index.html") == "ours")
    #expect(scratch.status("site/docs")?.permissions == 0o755)
  }

  @Test func theSameAsOursAreTakenOver() throws {
    try scratch.put("site/robots.txt", "same")
    scratch.setPermissions("site/robots.txt", 0o644)
    let report = try scratch.publish(["index.html": "old", "robots.txt": "same"])
    #expect(report.foreign.isEmpty)
    #expect(report.unchanged == 2)
    try scratch.publish(["index.html": "old"])
    #expect(try scratch.names("site") == [".vitrine-site.json", "index.html", "upload-order.txt"])
  }

  @Test(arguments: [PublishMode.exchange, .inPlace])
  func aLinkInPlaceOfOurFileIsReplacedNotFollowed(mode: PublishMode) throws {
    try scratch.put("outside.html", "old")
    try scratch.remove("site/index.html")
    try scratch.makeLink("site/index.html", to: "../outside.html")
    try scratch.publish(["index.html": "old"], mode: mode)
    #expect(scratch.status("site/index.html")?.isRegular == true)
    #expect(scratch.text("outside.html") == "old")
    #expect(
      scratch.status("site/index.html")?.identity != scratch.status("outside.html")?.identity)
  }

  @Test(arguments: [PublishMode.exchange, .inPlace])
  func aLinkInPlaceOfOurFolderIsNotFollowed(mode: PublishMode) throws {
    try scratch.move("site/models", to: "outside")
    try scratch.makeLink("site/models", to: "../outside")

    let error = #expect(throws: PublishError.self) {
      try scratch.publish(["index.html": "new", "models/churn/index.html": "new"], mode: mode)
    }
    #expect(error == .refused(folder: scratch.site, .foreignFileInTheWay("models")))

    let report = try scratch.publish(["index.html": "new"], mode: mode)
    #expect(report.foreign == ["models"])
    #expect(scratch.text("outside/churn/index.html") == "churn")
  }
}
