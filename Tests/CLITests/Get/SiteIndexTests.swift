import Testing

@testable import CLI

/// Addresses in a site's texts.
struct SiteIndexTests {
  @Test(arguments: [
    (
      "https://h/a/api/v1/models.txt", "models/r/m/versions.txt",
      "https://h/a/api/v1/models/r/m/versions.txt"
    ),
    ("https://h/x/y.txt", "../../../../z%2B", "https://h/z%2B"),
    (
      "/srv/site/api/v1/models.txt", "models/r/m/v1%2Bb.txt", "/srv/site/api/v1/models/r/m/v1+b.txt"
    ),
    ("site/api/v1/models.txt", "./a/../b", "site/api/v1/b"),
    ("https://h/x", "https://other/y?z", "https://other/y?z"),
  ])
  func joins(_ place: String, _ way: String, _ joined: String) {
    #expect(SiteIndex.joined(place, way) == joined)
  }
}
