import Testing

@testable import Publishing

@Suite struct SiteManifestTests {
  private func manifest(_ files: KeyValuePairs<String, Int>) throws -> SiteManifest {
    SiteManifest(
      try files.map {
        try SiteManifest.File(path: RelativePath(validating: $0.key), size: $0.value)
      })
  }

  @Test func isReadBackAsWritten() throws {
    let whole = try manifest(["b/index.html": 12, "a \"quoted\" \\ name: 7,": 0, "日本.html": 3])
    #expect(try SiteManifest(parsing: whole.rendered) == whole)
    #expect(try SiteManifest(parsing: SiteManifest().rendered).files.isEmpty)
  }

  @Test func isSortedByBytes() throws {
    let one = try manifest(["b": 1, "a/z": 2, "a": 3, "a-": 4, "Z": 5])
    #expect(one.files.map(\.path.text) == ["Z", "a", "a-", "a/z", "b"])
  }

  @Test(arguments: [
    ("{\n  \"format\": 1,", "{\n  \"format\": 0,"), ("{\n  \"format\": 1,", "{\n  \"format\": x,"),
    ("{\n  \"format\": 1,", "{\n  \"format\":1,"), ("12,", "012,"), ("12,", "-12,"), ("12,", "12"),
    ("\"a\"", "\"../a\""), ("\"a\"", "\"/a\""), ("\"a\"", "a"), ("\"a\"", "\"b/c\""),
    ("  }\n}\n", "  }\n"), ("  }\n}\n", "  }\n}\nmore"), ("    \"a\": 12,\n", "    \"a\": 12,\n\n"),
  ])
  func damageIsNoticed(text: String, damaged: String) throws {
    let whole = String(decoding: try manifest(["a": 12, "b/c": 3]).rendered, as: UTF8.self)
    let pieces = whole.split(separator: text, omittingEmptySubsequences: false)
    try #require(pieces.count == 2)
    let broken = pieces.joined(separator: damaged)
    #expect(throws: Refusal.damagedMarker) { try SiteManifest(parsing: Array(broken.utf8)) }
  }

  @Test func everyTruncationIsNoticed() throws {
    let whole = try manifest(["a": 12, "b/c": 3]).rendered
    for length in 0..<whole.count {
      #expect(throws: Refusal.self) { try SiteManifest(parsing: Array(whole[..<length])) }
    }
  }
}
