import Testing

@testable import Site

struct ForgeLinksTests {
  private static let tag = "nlp=m@v1.0.0+b#x!é y"
  private static let encodedTag = "nlp%3Dm%40v1.0.0%2Bb%23x%21%C3%A9%20y"

  @Test(arguments: [
    ("https://github.com/a/b", "/releases/tag/", "/commit/c0", "/tree/c0", "/blob/c0/d%23/f"),
    (
      "https://git.github.corp.com/a/b", "/releases/tag/", "/commit/c0", "/tree/c0",
      "/blob/c0/d%23/f"
    ),
    ("https://gitlab.com/a/b", "/-/tags/", "/-/commit/c0", "/-/tree/c0", "/-/blob/c0/d%23/f"),
    ("http://gitlab.local:8080/a/b", "/-/tags/", "/-/commit/c0", "/-/tree/c0", "/-/blob/c0/d%23/f"),
    ("https://bitbucket.org/a/b", "/commits/tag/", "/commits/c0", "/src/c0", "/src/c0/d%23/f"),
    (
      "https://codeberg.org/a/b", "/src/tag/", "/commit/c0", "/src/commit/c0",
      "/src/commit/c0/d%23/f"
    ),
    (
      "https://gitea.example.com/a/b", "/src/tag/", "/commit/c0", "/src/commit/c0",
      "/src/commit/c0/d%23/f"
    ),
  ])
  func addresses(home: String, tag: String, commit: String, tree: String, file: String) throws {
    let links = try #require(ForgeLinks(webURL: home))
    #expect(links.home == home)
    #expect(links.tag(Self.tag) == home + tag + Self.encodedTag)
    #expect(links.commit("c0") == home + commit)
    #expect(links.tree("c0") == home + tree)
    #expect(links.file("d#/f", at: "c0") == home + file)
  }

  @Test func anUnknownForgeHasNoFurtherLinks() throws {
    let links = try #require(ForgeLinks(webURL: "https://git.example.com/github/b"))
    #expect(links.tag("m@v1.0.0") == nil)
    #expect(links.commit("c0") == nil)
    #expect(links.file("f", at: "c0") == nil)
    #expect(links.comparison(from: "a", to: "b") == nil)
  }

  @Test(arguments: [
    ("https://github.com/a/b.git", "https://github.com/a/b"),
    ("https://github.com/a/b/", "https://github.com/a/b"),
    ("https://user:secret@github.com/a/b?token=x#y", "https://github.com/a/b"),
    ("HTTPS://github.com/a/b", "https://github.com/a/b"),
  ])
  func cleansTheAddress(webURL: String, home: String) {
    #expect(ForgeLinks(webURL: webURL)?.home == home)
  }

  @Test(arguments: [
    nil, "", "git@github.com:a/b", "ssh://github.com/a/b", "javascript:alert(1)", "https:",
    "https://", "file:///a/b", "https://github.com/\"><script>", "https://github.com/a b",
  ])
  func refusesWhatIsNotOfTheWeb(webURL: String?) {
    #expect(ForgeLinks(webURL: webURL) == nil)
  }
}

struct SafeLinkTests {
  @Test(arguments: [
    "https://example.com/a?b=c#d", "http://example.com", "mailto:a@example.com", "handbook.html",
    "../docs/a:b", "#top",
  ])
  func lets(address: String) {
    #expect(SafeLink.href(address) == address)
  }

  @Test(arguments: [
    "", "javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "java\nscript:x",
    "https://example.com/\"onclick=", "vbscript:x", " https://example.com",
  ])
  func refuses(address: String) {
    #expect(SafeLink.href(address) == nil)
  }
}
