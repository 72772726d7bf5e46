import Registry
import Testing

struct RemoteAddressTests {
  @Test(arguments: [
    (
      "https://github.com/org/repo.git", "https://github.com/org/repo.git",
      "https://github.com/org/repo"
    ),
    ("https://user:s3cret@host.org/a/b.git", "https://host.org/a/b.git", "https://host.org/a/b"),
    ("https://s3cret@host.org:8443/a", "https://host.org:8443/a", "https://host.org:8443/a"),
    ("https://u@x:s3cret@host.org/a", "https://host.org/a", "https://host.org/a"),
    ("HTTPS://host.org/a?token=s3cret#s3cret", "https://host.org/a", "https://host.org/a"),
    ("http://host.org/a.git", "http://host.org/a.git", "http://host.org/a"),
    ("git@github.com:org/repo.git", "ssh://github.com/org/repo.git", "https://github.com/org/repo"),
    ("host.org:/srv/repo", "ssh://host.org/srv/repo", "https://host.org/srv/repo"),
    (
      "ssh://git@host.org:2222/org/repo.git", "ssh://host.org:2222/org/repo.git",
      "https://host.org/org/repo"
    ),
    ("git+ssh://git@host.org/repo", "ssh://host.org/repo", "https://host.org/repo"),
    ("git://host.org/repo.git", "git://host.org/repo.git", "https://host.org/repo"),
    ("https://host.org/@user/repo", "https://host.org/@user/repo", "https://host.org/@user/repo"),
  ])
  func isFitToBePublished(_ address: String, _ url: String, _ webURL: String) {
    let remote = RemoteAddress(address)
    #expect(remote.url == url)
    #expect(remote.webURL == webURL)
  }

  @Test(arguments: [
    "", "/srv/models", "../models", "models", "file:///srv/models", "./a:b", "ext::sh -c x",
    "s3://bucket/x", "https://", "https:///x", "host:", "C:", "~/models",
    // Passwords with marks of a URL in them: what looks like the host is a part of them.
    "https://user:s3/cret@host.org/a", "user:s3cret@host.org:a/b",
    "https://user:s3?cret@host.org/a", "https://user:s3#cret@host.org/a",
  ])
  func isKeptBack(_ address: String) {
    #expect(RemoteAddress(address) == RemoteAddress(""))
    #expect(RemoteAddress(address).url == nil)
    #expect(RemoteAddress(address).webURL == nil)
  }
}
