import Glibc
import Testing

@testable import Publishing

@Suite struct BuildLockTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func aSecondBuildFailsAtOnceAndNamesTheFirst() throws {
    let first = try scratch.prepare()
    let error = #expect(throws: PublishError.self) { try scratch.prepare() }
    #expect(error == .locked(folder: first.path, process: getpid()))
    #expect(error?.exitCode == 75)
    withExtendedLifetime(first) {}
  }

  @Test func theLockLastsAsLongAsTheStagingFolder() throws {
    let staging = try scratch.prepare().stage()
    #expect(throws: PublishError.self) { try scratch.prepare() }
    _ = try staging.publish([])
  }

  @Test func anotherProcessHoldsTheLock() throws {
    let lock = scratch.path + "/.site.lock"
    let ready = scratch.path + "/ready"
    let holder = try #require(start("flock", lock, "sh", "-c", "touch '\(ready)'; exec sleep 3600"))
    defer {
      kill(holder, SIGKILL)
      finish(holder)
    }
    for _ in 0..<300_000 where scratch.status("ready") == nil { usleep(1_000) }
    try #require(scratch.status("ready") != nil)

    #expect(throws: PublishError.locked(folder: scratch.site, process: nil)) {
      try scratch.prepare()
    }
  }

  @Test func theLockFileOfADeadProcessIsNoObstacle() throws {
    try scratch.put(".site.lock", "999999999\n")
    try scratch.publish(["index.html": "home"])
    #expect(try scratch.names() == ["site"])
  }

  @Test func theSignatureReplacesALongerOne() throws {
    try scratch.put(".site.lock", "99999999999999\nand more\n")
    let target = try scratch.prepare()
    #expect(scratch.text(".site.lock") == "\(getpid())\n")
    withExtendedLifetime(target) {}
  }

  @Test func aLinkInPlaceOfTheLockIsNotFollowed() throws {
    try scratch.put("precious", "mine")
    try scratch.makeLink(".site.lock", to: "precious")
    #expect(throws: PublishError.self) { try scratch.prepare() }
    #expect(scratch.text("precious") == "mine")
  }
}
