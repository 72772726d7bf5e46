import Testing

@testable import Records

/// The lines that name a version's files.
struct FileListingTests {
  private static let file = ArtifactFile(
    path: "bundle/a b.txt", size: 3,
    hashes: [ContentHash(.etag, "x"), ContentHash(.md5, "0cc175b9c0f1b6a831c399e269772661")],
    urls: ["https://store.example/a%20b", "s3://store/a b"])

  private static let listing = FileListing(
    model: "r/m", version: "v1.0.0", commit: String(repeating: "ab", count: 20),
    withdrawal: "bad\nweights", notes: ["one", "two"], files: [file])

  @Test func readsWhatItWrites() throws {
    let read = try FileListing(Self.listing.text)
    #expect(read.files.first?.hashes == [ContentHash(.md5, "0cc175b9c0f1b6a831c399e269772661")])
    #expect(read.files.first?.urls == Self.file.urls)
    #expect(read.files.first?.path == Self.file.path)
    #expect(read.withdrawal == "bad weights")
    #expect(read.notes == ["one", "two"])
    #expect(read.text == Self.listing.text)
  }

  @Test("A name with a control character can't stand in a line, and a part of an artifact is none")
  func controlCharacters() throws {
    var listing = Self.listing
    listing.files.append(ArtifactFile(path: "bundle/a\nb", size: nil, hashes: [], urls: []))
    let read = try FileListing(listing.text)
    #expect(read.files.isEmpty)
    #expect(read.notes.last?.contains("control characters") == true)
  }

  @Test(arguments: [
    ["../a"], ["/a"], ["a/../b"], ["a/./b"], ["a//b"], ["a/"], [""], ["a\\b"], ["a\tb"],
    ["a", "b"],
    ["a", "a"], ["a", "a/b"], ["a/b", "a/b/c"], ["a/" + String(repeating: "x", count: 256)],
    ["a/\u{7f}"],
  ])
  func refusesPaths(_ paths: [String]) {
    #expect(throws: FileListingError.self) { try FileListing.check(paths: paths) }
  }

  @Test(arguments: [[], ["a"], ["a/b", "a/c"], ["a/b/c", "a/b-c"], ["..."], ["a/\u{301}b"]])
  func takesPaths(_ paths: [String]) throws { try FileListing.check(paths: paths) }

  @Test("None of its beginnings is taken for the whole") func cut() {
    let text = Self.listing.text
    for length in 0..<text.count - 1 {
      #expect(throws: FileListingError.self, "\(length)") {
        try FileListing(Array(text[..<length]))
      }
    }
  }

  @Test func checksums() {
    let other = ArtifactFile(
      path: "a\\b\nc", size: 1, hashes: [ContentHash(.md5, "d41d8cd98f00b204e9800998ecf8427e")],
      urls: [])
    let text = ChecksumText.md5(of: [Self.file, other]).map { String(decoding: $0, as: UTF8.self) }
    #expect(
      text == "0cc175b9c0f1b6a831c399e269772661  bundle/a b.txt\n"
        + "\\d41d8cd98f00b204e9800998ecf8427e  a\\\\b\\nc\n")
    let legacy = ArtifactFile(
      path: "x", size: 1,
      hashes: [ContentHash(.md5DOSToUnix, "d41d8cd98f00b204e9800998ecf8427e")], urls: [])
    #expect(ChecksumText.md5(of: [Self.file, legacy]) == nil)
    #expect(ChecksumText.md5(of: []) == nil)
  }
}
