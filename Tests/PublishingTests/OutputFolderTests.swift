import Glibc
import Testing

@testable import Publishing

@Suite struct OutputFolderTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.makeFolder("home/user")
    try scratch.makeFolder("work/repository/.git")
    try scratch.makeFolder("work/repository/models")
    try scratch.makeFolder("bare.git/objects")
    try scratch.makeFolder("tree/.git")
    try scratch.put("file", "")
    try scratch.makeLink("link", to: "empty")
    try scratch.makeFolder("empty")
    try scratch.makeLink("alias", to: "work")
  }

  private func refusal(
    _ path: String, source: String = "work/repository", home: String = "home/user"
  ) -> Refusal? {
    do {
      _ = try OutputFolder.prepare(
        path, sources: [scratch.path + "/" + source], home: scratch.path + "/" + home)
      return nil
    } catch .refused(_, let refusal) {
      return refusal
    } catch {
      Issue.record(error)
      return nil
    }
  }

  @Test(
    arguments: [
      ("home/user", .isOrHoldsHome), ("home", .isOrHoldsHome), ("home/./user//", .isOrHoldsHome),
      ("work/repository/site/..", .isOrHoldsRepository("work/repository")),
      ("work", .isOrHoldsRepository("work/repository")),
      ("work/repository/site", .insideRepository("work/repository")),
      ("work/repository/not/yet/site", .insideRepository("work/repository")),
      ("alias/repository/site", .insideRepository("work/repository")),
      ("work/repository/.git/site", .insideGitFolder), ("new/.git/site", .insideGitFolder),
      ("tree", .holdsGitFolder), ("link", .symbolicLink), ("link/", .symbolicLink),
      ("link/.", .symbolicLink), ("file", .notAFolder), ("file/site", .notAFolder),
      (String(repeating: "n", count: 240), .nameTooLong), ("bad\0name", .noPath),
    ] as [(String, Refusal)])
  func dangerousPlacesAreRefused(path: String, expected: Refusal) throws {
    try scratch.makeFolder("work/repository/site")
    let expected: Refusal =
      switch expected {
      case .isOrHoldsRepository(let path): .isOrHoldsRepository(scratch.path + "/" + path)
      case .insideRepository(let path): .insideRepository(scratch.path + "/" + path)
      default: expected
      }
    let before = try scratch.names()
    #expect(refusal(scratch.path + "/" + path) == expected)
    #expect(try scratch.names() == before)
  }

  @Test(arguments: ["/", "//", "/.", "/usr/.."])
  func theRootIsRefused(path: String) { #expect(refusal(path) == .isOrHoldsRoot) }

  @Test func nothingIsNoPath() { #expect(refusal("") == .noPath) }

  @Test(arguments: [".", "./", "..", "../."])
  func theCurrentFolderAndThoseAboveAreRefused(path: String) throws {
    let error = #expect(throws: PublishError.self) {
      try OutputFolder.prepare(path, sources: [], home: nil)
    }
    guard case .refused(_, let refusal) = error else { return }
    #expect([.isOrHoldsCurrentFolder, .isOrHoldsRoot].contains(refusal))
  }

  @Test(arguments: [
    "work/repository", "work/repository/", "work/repository/.git", "work/repository/models",
    "alias/repository",
  ])
  func theWholeWorkTreeOfASourceIsSpared(source: String) {
    let expected = Refusal.insideRepository(scratch.path + "/work/repository")
    #expect(refusal(scratch.path + "/work/repository/site", source: source) == expected)
  }

  @Test func aBareRepositoryIsSpared() {
    let bare = scratch.path + "/bare.git"
    #expect(refusal(bare + "/site", source: "bare.git") == .insideRepository(bare))
    #expect(refusal(bare, source: "bare.git") == .isOrHoldsRepository(bare))
  }

  @Test func aFolderBesideTheRepositoryIsFine() {
    #expect(refusal(scratch.path + "/work/site") == nil)
    #expect(refusal(scratch.path + "/work/repository-site") == nil)
    #expect(refusal(scratch.path + "/alias/site", source: "missing") == nil)
  }

  @Test func foreignFilesAreListed() throws {
    for name in ["f", "b", "d", "a", "e", "c", ".hidden"] { try scratch.put("site/\(name)", "") }
    #expect(
      refusal(scratch.site)
        == .foreignFiles(first: [".hidden", "a", "b", "c", "d"], count: 7))
    #expect(try scratch.names("site").count == 7)
    #expect(try !scratch.names().contains(".site.lock"))
  }

  @Test(
    arguments: [
      ("", .damagedMarker), ("{}", .damagedMarker),
      ("{\n  \"format\": 2,\n  \"sites\": []\n}\n", .newerMarker(format: 2)),
    ] as [(String, Refusal)])
  func anUnreadableMarkerIsRefused(text: String, expected: Refusal) throws {
    try scratch.publish(["index.html": "home"])
    try scratch.put("site/.vitrine-site.json", text)
    #expect(refusal(scratch.site) == expected)
    #expect(scratch.text("site/index.html") == "home")
  }

  @Test func aMarkerBehindALinkIsRefused() throws {
    try scratch.publish([:])
    try scratch.put("list.json", try #require(scratch.text("site/.vitrine-site.json")))
    try scratch.remove("site/.vitrine-site.json")
    try scratch.makeLink("site/.vitrine-site.json", to: "../list.json")
    #expect(refusal(scratch.site) == .damagedMarker)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write everywhere"))
  func aFolderWithoutWritePermissionIsRefused() throws {
    scratch.setPermissions("empty", 0o555)
    #expect(refusal(scratch.path + "/empty") == .notWritable(reason: "Permission denied"))
    #expect(refusal(scratch.path + "/empty/site") == .notWritable(reason: "Permission denied"))
    scratch.setPermissions("empty", 0o755)
  }

  @Test(.enabled(if: SmallDisk.isPossible, "mounting is not allowed here"))
  func aReadOnlyFileSystemIsRefused() throws {
    let disk = try #require(SmallDisk(at: scratch.path + "/empty", options: "size=64k"))
    #expect(disk.makeReadOnly())
    #expect(refusal(scratch.path + "/empty") == .notWritable(reason: "Read-only file system"))
    #expect(refusal(scratch.path + "/empty/site") == .notWritable(reason: "Read-only file system"))
  }
}
