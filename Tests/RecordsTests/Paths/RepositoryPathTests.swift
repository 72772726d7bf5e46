import Records
import Testing

struct RepositoryPathTests {
  @Test(arguments: [
    ("m.json", "", "m.json"), ("./m.json", "a", "a/m.json"), ("../m.json", "a/b", "a/m.json"),
    ("x//y/", "", "x/y"), (".", "a", "a"), ("..", "a", ""),
  ])
  func joins(_ written: String, _ folder: String, _ path: String) {
    #expect(RepositoryPath(written, in: folder) == .inside(path))
  }

  @Test(arguments: ["s3://bucket/m", "https://host/m", "/etc/passwd"])
  func leavesAddresses(_ written: String) {
    #expect(RepositoryPath(written, in: "a") == .external(written))
  }

  @Test(arguments: ["../m", "a/../../m", "C:\\m", "a\0b"])
  func refuses(_ written: String) {
    #expect(RepositoryPath(written, in: "") == .refused)
  }
}
