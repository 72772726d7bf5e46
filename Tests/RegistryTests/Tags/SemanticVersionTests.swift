import Registry
import Testing

struct SemanticVersionTests {
  /// From the lowest to the greatest; each is below every one after it.
  static let ascending = [
    "v0.0.0-0", "v0.0.0", "v0.0.1", "v0.9.0", "v0.10.0", "v1.0.0--", "v1.0.0-alpha",
    "v1.0.0-alpha.1", "v1.0.0-alpha.beta", "v1.0.0-beta", "v1.0.0-beta.2", "v1.0.0-beta.11",
    "v1.0.0-rc.1", "v1.0.0", "v1.9.9", "v2.0.0-1", "v2.0.0-1.0", "v2.0.0-9",
    "v2.0.0-100000000000000000000000000000", "v2.0.0-100000000000000000000000000001", "v2.0.0-A",
    "v2.0.0-a", "v2.0.0-rc.1", "v2.0.0", "v9.0.0", "v10.0.0",
    "v123456789012345678901234567890.0.0", "v123456789012345678901234567891.0.0",
    "v123456789012345678901234567891.0.1",
  ]

  @Test func isOrderedByPrecedence() throws {
    let versions = Self.ascending.compactMap { SemanticVersion(tag: $0) }
    try #require(versions.count == Self.ascending.count)
    for (low, one) in versions.enumerated() {
      for (high, other) in versions.enumerated() {
        #expect(
          one.precedes(other) == (low < high), "\(Self.ascending[low]) \(Self.ascending[high])")
      }
    }
  }

  @Test(arguments: [
    ("v1.0.0+a", "v1.0.0"), ("v1.0.0+a", "v1.0.0+b"), ("v1.0.0-rc+1", "v1.0.0-rc+2"),
  ])
  func buildMetadataTakesNoPart(_ one: String, _ two: String) throws {
    let (first, second) = try (
      #require(SemanticVersion(tag: one)), #require(SemanticVersion(tag: two))
    )
    #expect(!first.precedes(second))
    #expect(!second.precedes(first))
  }

  @Test func keepsItsParts() throws {
    let version = try #require(SemanticVersion(tag: "v1.22.333-rc.1-x.0+build-5.01"))
    #expect([version.major, version.minor, version.patch] == ["1", "22", "333"])
    #expect(version.prerelease == ["rc", "1-x", "0"])
    #expect(version.build == "build-5.01")
  }

  @Test(arguments: [
    "1.0.0", "V1.0.0", "v1", "v1.0", "v1.0.0.0", "v01.0.0", "v1.00.0", "v1.0.0-", "v1.0.0-01",
    "v1.0.0+", "v1.0.0+a..b", "v1.0.0-a b", "v-1.0.0", "v1.0.0\n", "v", "", "v1.0.-0", "v1..0",
  ])
  func refuses(_ text: String) {
    #expect(SemanticVersion(tag: text) == nil)
    #expect(!SemanticVersion.matchesTagPattern(text))
  }

  /// GTO's pattern takes digits of any script but at the beginning of a number.
  @Test(arguments: [
    ("v1١.0.0", true), ("v1.2٣.0", true), ("v1.0.0-1٣", true), ("v1.0.0-٣a", true),
    ("v1１.0.0", true), ("v١.0.0", false), ("v0١.0.0", false), ("v1.0.0-٣", false),
    ("v1.0.0-a٣", false), ("v1.0.0+٣", false), ("v1½.0.0", false), ("v1Ⅷ.0.0", false),
  ])
  func thePatternIsLooser(_ text: String, _ matches: Bool) {
    #expect(SemanticVersion.matchesTagPattern(text) == matches)
    #expect(SemanticVersion(tag: text) == nil)
  }
}
