import Records
import Testing

struct ExternalAddressTests {
  @Test(arguments: [
    ("https://host/a/b", "https://host/a/b"), ("https://me:pw@host/a", "https://host/a"),
    ("https://token@host:8080/a", "https://host:8080/a"),
    ("https://host/a?sig=1#x", "https://host/a"),
    ("s3://bucket/a@b/c", "s3://bucket/a@b/c"), ("https://me:p/w@host/a", "https://host/a"),
    ("https://me:p?w@host/a", "https://host/a"), ("https://me:p@w@host/a", "https://host/a"),
    ("git@github.com:org/repo", "github.com:org/repo"), ("me:pw@host:org/repo", "host:org/repo"),
    ("/home/me/a@b", "/home/me/a@b"), ("a@b", "a@b"),
    ("https://me:pw@\u{301}host/a", "https://\u{301}host/a"),
  ])
  func dropsWhatIsNobodysBusiness(_ written: String, _ shown: String) {
    #expect(ExternalAddress.withoutCredentials(written) == shown)
  }
}
