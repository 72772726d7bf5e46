import Glibc
import Testing

@testable import Publishing

@Suite struct SwitchPublicationTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private var releases: [String] {
    get throws { try scratch.names(".site.releases") }
  }

  /// The release that the link leads to.
  private func current() throws -> String {
    let text = try scratch.linkTarget("site")
    #expect(text.hasPrefix(".site.releases/"))
    return String(text.dropFirst(".site.releases/".count))
  }

  @discardableResult
  private func publish(_ files: [String: String]) throws -> PublishReport {
    try scratch.publish(files, mode: .switchedLink)
  }

  @Test func aFirstSiteIsBehindALink() throws {
    let report = try publish(["index.html": "home"])
    #expect(
      report
        == PublishReport(written: 1, unchanged: 0, removed: 0, foreign: [], mode: .switchedLink))
    #expect(scratch.text("site/index.html") == "home")
    #expect(try releases == [current()])
    #expect(try scratch.names() == [".site.releases", "site"])
    #expect(scratch.status(".site.releases/\(try current())")?.permissions == 0o755)
  }

  @Test func theSiteBeforeStaysAndOlderOnesGo() throws {
    var names: [String] = []
    for text in ["one", "two", "three"] {
      try publish(["index.html": text, "same.txt": "same"])
      names.append(try current())
    }
    #expect(Set(names).count == 3)
    #expect(try releases == names.suffix(2).sorted())
    #expect(scratch.text(".site.releases/\(names[1])/index.html") == "two")
    #expect(
      scratch.status(".site.releases/\(names[1])/same.txt")?.identity
        == scratch.status(".site.releases/\(names[2])/same.txt")?.identity)
  }

  @Test func theNameTellsTheContent() throws {
    try publish(["index.html": "one"])
    let first = try current()
    try publish(["index.html": "two"])
    #expect(try current() != first)
    #expect(try publish(["index.html": "one"]).written == 1)
    #expect(try current() == first)
    let other = try Scratch()
    try other.publish(["index.html": "one"], mode: .switchedLink)
    #expect(try other.linkTarget("site") == ".site.releases/\(first)")
  }

  @Test func theSameSiteAgainIsLeftAlone() throws {
    try publish(["index.html": "home"])
    let before = scratch.status("site")?.identity
    #expect(try publish(["index.html": "home"]).unchanged == 1)
    #expect(scratch.status("site")?.identity == before)
    #expect(try releases.count == 1)
    #expect(try scratch.names() == [".site.releases", "site"])
  }

  @Test func aSiteThatWasChangedByHandIsMadeAnew() throws {
    try publish(["index.html": "home", "a.txt": "a"])
    let first = try current()
    try scratch.put("site/index.html", "edited")
    #expect(try publish(["index.html": "home", "a.txt": "a"]).written == 1)
    #expect(scratch.text("site/index.html") == "home")
    #expect(try releases == [first, "\(first)-again"])
    try scratch.remove("site/a.txt")
    try publish(["index.html": "home", "a.txt": "a"])
    #expect(try current() == first)
    #expect(scratch.text("site/a.txt") == "a")
  }

  @Test func aReaderKeepsTheSiteThatItEntered() throws {
    try publish(["index.html": "one", "page.html": "one"])
    let entered = try OpenFile.folder(atPath: scratch.site)
    try publish(["index.html": "two"])
    #expect(try entered.open("page.html", O_RDONLY).readAll() == Array("one".utf8))
  }

  @Test func goingBackIsALink() throws {
    try publish(["index.html": "one"])
    let first = try current()
    try publish(["index.html": "two"])
    try scratch.remove("site")
    try scratch.makeLink("site", to: ".site.releases/\(first)")
    #expect(try publish(["index.html": "three"]).written == 1)
    #expect(scratch.text("site/index.html") == "three")
    #expect(try releases == [try current(), first].sorted())
  }

  @Test func aFolderBecomesTheSiteBefore() throws {
    try scratch.publish(["index.html": "old", "same.txt": "same"])
    try scratch.put("site/CNAME", "mine")
    let report = try publish(["index.html": "new", "same.txt": "same"])
    #expect(report.unchanged == 1 && report.foreign == ["CNAME"])
    #expect(scratch.text("site/CNAME") == "mine")
    #expect(scratch.text(".site.releases/former/index.html") == "old")
    #expect(try scratch.names() == [".site.releases", "site"])
    try publish(["index.html": "newer"])
    #expect(scratch.text("site/CNAME") == "mine")
    #expect(try !releases.contains("former"))
  }

  @Test(arguments: [EINVAL, EBUSY, ENOSYS])
  func aFolderThatCannotBeExchangedIsRefused(code: Int32) throws {
    try scratch.publish(["index.html": "old"])
    let error = PublishError.refused(folder: try scratch.prepare().path, .folderInPlaceOfLink)
    #expect(throws: error) {
      try scratch.publish(["index.html": "new"], mode: .switchedLink) { _, _, _ in code }
    }
    #expect(scratch.text("site/index.html") == "old")
    #expect(try releases.isEmpty)
    #expect(try scratch.names() == [".site.releases", "site"])
  }

  @Test(arguments: ["elsewhere", ".site.releases", ".site.releases/..", ".site.releases/a/b", "/"])
  func otherLinksAreRefused(target: String) throws {
    try scratch.makeFolder("elsewhere")
    try scratch.makeFolder(".site.releases/a/b")
    try scratch.makeLink("site", to: target)
    for mode in PublishMode.allCases {
      let error = #expect(throws: PublishError.self) { try scratch.prepare(mode) }
      #expect(error?.exitCode == 73)
    }
    #expect(try scratch.linkTarget("site") == target)
    #expect(try scratch.names() == [".site.releases", "elsewhere", "site"])
  }

  @Test(arguments: [PublishMode.exchange, .inPlace])
  func itsLinkIsRefusedByOtherModes(mode: PublishMode) throws {
    try publish(["index.html": "home"])
    let error = #expect(throws: PublishError.self) { try scratch.prepare(mode) }
    #expect(error?.code == "O004" && error?.help.contains("--publish switch") == true)
  }

  @Test func aLinkToNothingIsMended() throws {
    try publish(["index.html": "home"])
    try scratch.remove(".site.releases/\(try current())")
    #expect(try publish(["index.html": "home"]).written == 1)
    #expect(scratch.text("site/index.html") == "home")
  }

  @Test func whatKilledBuildsLeftIsRemoved() throws {
    try publish(["index.html": "one"])
    try scratch.makeLink(".site.tmp-link", to: ".site.releases/gone")
    try scratch.put(".site.releases/orphan/.vitrine-site.json", "")
    try scratch.put(".site.releases/foreign/notes.txt", "not ours")
    let first = try current()
    try publish(["index.html": "two"])
    #expect(try releases == [first, try current(), "foreign"].sorted())
    #expect(try scratch.names() == [".site.releases", "site"])
  }

  @Test func aLinkMovedDuringTheBuildIsRefused() throws {
    try publish(["index.html": "one"])
    let target = try scratch.prepare(.switchedLink)
    let staging = try target.stage()
    try scratch.remove("site")
    try scratch.put("site/precious.txt", "mine")
    #expect(throws: PublishError.refused(folder: target.path, .replacedMeanwhile)) {
      try staging.publish([])
    }
    #expect(scratch.text("site/precious.txt") == "mine")
  }
}
