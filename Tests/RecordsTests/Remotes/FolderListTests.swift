import Formats
import Records
import Testing

struct FolderListTests {
  private static let md5 = "b7261234567890abcdef1234567890ab"

  private func entry(_ path: String, _ md5: String = Self.md5) -> String {
    "{\"md5\": \"\(md5)\", \"relpath\": \"\(path)\"}"
  }

  @Test func entries() throws {
    let text = "[\(entry("tok/vocab.txt")), \(entry("weights é.bin"))]"
    let list = try FolderList(Array(text.utf8))
    #expect(list.files.map(\.path) == ["tok/vocab.txt", "weights é.bin"])
    #expect(list.files.map(\.hash) == Array(repeating: ContentHash(.md5, Self.md5), count: 2))
    #expect(list.problems == [])
    let legacy = try FolderList(Array(text.utf8), isLegacy: true)
    #expect(legacy.files.first?.hash?.algorithm == .md5DOSToUnix)
  }

  @Test(arguments: ["../x", "a/../../x", "/etc/passwd", "C:\\\\x", "", "."])
  func pathsThatLeaveTheFolderAreLeftOut(path: String) throws {
    let list = try FolderList(Array("[\(entry(path)), \(entry("good"))]".utf8))
    #expect(list.files.map(\.path) == ["good"])
    #expect(list.problems.map(\.code) == ["P006"])
  }

  @Test(arguments: ["{}", "{\"md5\": 1, \"relpath\": \"a\"}", "1", "null", "{\"relpath\": \"a\"}"])
  func entriesOfAnotherShapeAreLeftOut(json: String) throws {
    let list = try FolderList(Array("[\(json), \(entry("good"))]".utf8))
    #expect(list.files.map(\.path) == ["good"])
    #expect(list.problems.map(\.code) == ["Y012"])
  }

  @Test func whatIsOddInTheJSONIsTold() throws {
    let list = try FolderList(Array("[\(entry("a\\u0000b"))]".utf8))
    #expect(list.files.map(\.path) == ["ab"])
    #expect(list.problems.map(\.code) == ["J008"])
  }

  @Test func whatIsNoMD5IsLeftOut() throws {
    let list = try FolderList(Array("[\(entry("a", "../../../../x")), \(entry("b"))]".utf8))
    #expect(list.files.map(\.path) == ["b"])
    #expect(list.problems.map(\.code) == ["P006"])
  }

  @Test(arguments: ["{}", "\"x\"", "", "[", "[1,"])
  func whatIsNoListIsRefused(text: String) {
    #expect(throws: FormatError.self) { try FolderList(Array(text.utf8)) }
  }

  @Test func aListMayNotBeTooLong() throws {
    let text = Array("[\(entry("a")), \(entry("b")), \(entry("c"))]".utf8)
    #expect(try FolderList(text, limit: 3).files.count == 3)
    #expect(throws: FormatError.self) { try FolderList(text, limit: 2) }
  }

  @Test func problemsAreCountedNotPiledUp() throws {
    let text = "[\(Array(repeating: "1", count: 1_000).joined(separator: ","))]"
    let list = try FolderList(Array(text.utf8))
    #expect(list.problems.count == 21)
    #expect(list.problems.last?.problem.contains("980 more") == true)
  }
}
