import Glibc
import Testing

@testable import Publishing

/// Copying is the way out on file systems that know no second names.
@Suite struct OpenFileTests {
  private let scratch: Scratch
  private let folder: OpenFile

  init() throws {
    scratch = try Scratch()
    folder = try OpenFile.folder(atPath: scratch.path)
  }

  @Test func aCopyKeepsContentDateAndPermissions() throws {
    try scratch.put("CNAME", "models.example.org")
    scratch.setPermissions("CNAME", 0o640)
    var dates = [timespec(tv_sec: 1_000, tv_nsec: 5), timespec(tv_sec: 1_000, tv_nsec: 5)]
    #expect(unsafe utimensat(AT_FDCWD, scratch.path + "/CNAME", &dates, 0) == 0)

    try folder.copy("new/place/CNAME", from: "CNAME", in: folder)

    let copy = try #require(scratch.status("new/place/CNAME"))
    #expect(scratch.text("new/place/CNAME") == "models.example.org")
    #expect(copy.permissions == 0o640)
    #expect(copy.modified.tv_sec == 1_000)
    #expect(copy.modified.tv_nsec == 5)
  }

  @Test func aLinkIsCopiedAsALink() throws {
    try scratch.makeLink("latest", to: "models/churn")
    try folder.copy("copy", from: "latest", in: folder)
    #expect(scratch.status("copy")?.isSymbolicLink == true)
    #expect(try scratch.linkTarget("copy") == "models/churn")
  }

  @Test func aPipeIsNotCopied() throws {
    #expect(unsafe mkfifo(scratch.path + "/pipe", 0o600) == 0)
    #expect(throws: PublishError.self) { try folder.copy("copy", from: "pipe", in: folder) }
  }

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func comparesContent(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.create("file", bytes)
    #expect(try folder.open("file", O_RDONLY).holds(bytes))
    #expect(try folder.open("file", O_RDONLY).readAll() == bytes)
    if let last = bytes.last {
      #expect(try !folder.open("file", O_RDONLY).holds(bytes.dropLast() + [last ^ 1]))
    }
  }

  @Test func noLinkIsOpenedAsAFolder() throws {
    try scratch.makeFolder("real/inner")
    try scratch.makeLink("link", to: "real")
    #expect(try folder.folder(holding: "real/inner/file") != nil)
    #expect(try folder.folder(holding: "link/inner/file") == nil)
  }
}
