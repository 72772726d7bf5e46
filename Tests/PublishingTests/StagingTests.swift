import Glibc
import Testing

@testable import Publishing

@Suite struct StagingTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test(
    arguments: [
      ("", .empty), ("/etc/passwd", .absolute), ("a//b", .emptyPart), ("a/", .emptyPart),
      ("..", .dotPart), ("a/../b", .dotPart), ("./a", .dotPart), ("a/.", .dotPart),
      ("a\0b", .controlCharacter), ("a\nb", .controlCharacter), ("a\u{1B}[2J", .controlCharacter),
      (String(repeating: "n", count: 256), .partTooLong),
      (Array(repeating: "part", count: 900).joined(separator: "/"), .tooLong),
      (".vitrine-site.json", .reserved), (".vitrine-site.new", .reserved),
      ("upload-order.txt", .reserved),
    ] as [(String, PathFlaw)])
  func hostilePathsNeverReachTheDisk(path: String, flaw: PathFlaw) throws {
    let staging = try scratch.prepare().stage()
    #expect(throws: PublishError.badPath(path, flaw)) { try staging.write(path, []) }
    _ = try staging.publish([])
    #expect(try scratch.names("site") == [".vitrine-site.json", "upload-order.txt"])
  }

  @Test(arguments: ["...", "a/..b", ".well-known/x", "a b/c\"d\\e.html", "日本/モデル.html"])
  func unusualPathsAreFine(path: String) throws {
    try scratch.publish([path: "text"])
    #expect(scratch.text("site/" + path) == "text")
    #expect(try scratch.publish([path: "text"]).unchanged == 1)
  }

  @Test(
    arguments: [
      ("a", "a", .writtenTwice), ("a/b", "a", .fileAndFolder), ("a", "a/b", .fileAndFolder),
      ("a", "a/b/c", .fileAndFolder),
    ] as [(String, String, PathFlaw)])
  func twoFilesOfOnePlaceAreAnError(first: String, second: String, flaw: PathFlaw) throws {
    let staging = try scratch.prepare().stage()
    _ = try staging.write(first, [1])
    #expect(throws: PublishError.badPath(second, flaw)) { try staging.write(second, [2]) }
  }

  @Test func aSiteThatIsNotPublishedLeavesNothing() throws {
    try scratch.publish(["index.html": "old"])
    do {
      let staging = try scratch.prepare().stage()
      _ = try staging.write("models/index.html", [1])
      #expect(try scratch.names().count == 3)
    }
    #expect(try scratch.names() == ["site"])
    #expect(scratch.text("site/index.html") == "old")
  }

  @Test func theFolderIsClosedToOthersUntilPublished() throws {
    let staging = try scratch.prepare().stage()
    let name = try #require(try scratch.names().first { $0.hasPrefix(".site.tmp-") })
    #expect(scratch.status(name)?.permissions == 0o700)
    _ = try staging.publish([])
  }

  @Test func whatKilledBuildsLeftIsRemoved() throws {
    try scratch.put(".site.tmp-1f/.vitrine-site.json", "")
    try scratch.put(".site.tmp-1f/models/index.html", "half")
    try scratch.put("outside/precious.txt", "mine")
    try scratch.makeLink(".site.tmp-1f/link", to: "../outside")
    try scratch.makeFolder(".site.tmp-2f")
    try scratch.put(".site.tmp-3f/unknown.txt", "not ours")
    try scratch.put(".other.tmp-4f/.vitrine-site.json", "of another site")
    try scratch.makeLink(".site.tmp-5f", to: "outside")

    try scratch.publish(["index.html": "home"])

    #expect(
      try scratch.names()
        == [".other.tmp-4f", ".site.tmp-3f", ".site.tmp-5f", "outside", "site"])
    #expect(scratch.text("outside/precious.txt") == "mine")
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
  func aFullDiskLeavesTheOldSite() throws {
    let disk = try #require(SmallDisk(at: scratch.path, options: "size=128k,mode=755"))
    try scratch.publish(["index.html": "old"])
    let staging = try scratch.prepare().stage()
    let error = #expect(throws: PublishError.self) {
      for number in 0..<20 {
        _ = try staging.write("m/\(number)", [UInt8](repeating: 1, count: 16_384))
      }
    }
    #expect(error?.systemCode == ENOSPC)
    #expect(error?.exitCode == 74)
    #expect(scratch.text("site/index.html") == "old")
    withExtendedLifetime((staging, disk)) {}
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
  func aFullDiskIsTidiedUp() throws {
    let disk = try #require(SmallDisk(at: scratch.path, options: "size=128k,mode=755"))
    try scratch.publish(["index.html": "old"])
    let large = String(repeating: "x", count: 300_000)
    #expect(throws: PublishError.self) { try scratch.publish(["index.html": large]) }
    #expect(try scratch.names() == ["site"])
    #expect(scratch.text("site/index.html") == "old")
    withExtendedLifetime(disk) {}
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
  func tooManyFilesForTheDiskLeaveTheOldSite() throws {
    let disk = try #require(SmallDisk(at: scratch.path, options: "nr_inodes=20,mode=755"))
    try scratch.publish(["index.html": "old"])
    let many = Dictionary(uniqueKeysWithValues: (0..<40).map { ("models/\($0)/index.html", "new") })
    let error = #expect(throws: PublishError.self) { try scratch.publish(many) }
    #expect(error?.exitCode == 74)
    #expect(scratch.text("site/index.html") == "old")
    #expect(try scratch.names() == ["site"])
    withExtendedLifetime(disk) {}
  }
}
