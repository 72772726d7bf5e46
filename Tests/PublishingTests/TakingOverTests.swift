import Glibc
import Testing

@testable import Publishing

struct TakingOverTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.publish(["a/1": "one", "a/2": "two", "b": "three"])
  }

  private func stamp(_ name: String) throws -> FileStamp {
    try #require(scratch.status("site/\(name)").flatMap(FileStamp.init))
  }

  @Test("Files are taken over unread, and keep their place on the disk")
  func takes() throws {
    let stamps = try ["a/1", "a/2"].map { (path: $0, stamp: try stamp($0)) }
    let staging = try scratch.prepare().stage()
    let taken = try #require(try staging.takeOver(stamps))
    let report = try staging.publish(taken + [try staging.write("b", Array("new".utf8))])
    #expect(report.unchanged == 2 && report.written == 1 && report.removed == 0)
    for (path, stamp) in stamps { #expect(try self.stamp(path) == stamp) }
    #expect(scratch.text("site/a/2") == "two" && scratch.text("site/b") == "new")
  }

  @Test("If one of them is not as it was left, none is taken over", arguments: [0, 1, 2, 3])
  func takesAllOrNone(change: Int) throws {
    var stamps = try ["a/1", "a/2"].map { (path: $0, stamp: try stamp($0)) }
    switch change {
    case 0:
      // The clock of a file system may be coarse.
      usleep(20_000)
      try scratch.put("site/a/2", "TWO")
    case 1: try scratch.remove("site/a/2")
    case 2: scratch.setPermissions("site/a/2", 0o600)
    default: stamps.append((path: "c", stamp: stamps[0].stamp))
    }
    let staging = try scratch.prepare().stage()
    #expect(try staging.takeOver(stamps) == nil)
    let files = try ["a/1", "a/2"].map { try staging.write($0, Array("one".utf8)) }
    _ = try staging.publish(files)
    #expect(scratch.text("site/a/1") == "one" && scratch.text("site/a/2") == "one")
  }

  @Test func nothingIsTakenFromNowhere() throws {
    let stamps = [(path: "a/1", stamp: try stamp("a/1"))]
    try scratch.remove("site")
    #expect(try scratch.prepare().stage().takeOver(stamps) == nil)
  }

  @Test("A path that is no place in the site, or is taken, is an error")
  func paths() throws {
    let stamp = try stamp("a/1")
    let staging = try scratch.prepare().stage()
    for path in ["../site/a/1", "/etc/passwd", ".vitrine-site.json"] {
      #expect(throws: PublishError.self) { try staging.takeOver([(path: path, stamp: stamp)]) }
    }
    _ = try staging.write("a/1", Array("one".utf8))
    #expect(throws: PublishError.badPath("a/1", .writtenTwice)) {
      try staging.takeOver([(path: "a/1", stamp: stamp)])
    }
  }
}
