import TestSupport
import Testing

@testable import Storage

struct PrivateFolderTests {
  @Test func nobodyElseMayLookIn() async throws {
    let folder = try #require(PrivateFolder())
    let mode = try await require(["stat", "-c", "%a %F", folder.path])
    #expect(mode.text == "700 directory\n")
    try writeFile(folder.file(0), "x")
    try writeFile(folder.file(2), "x")
    folder.remove(count: 3)
    #expect(!fileExists(folder.path))
  }
}
