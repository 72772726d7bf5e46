import GitStore
import Testing

struct GitErrorTests {
  @Test(
    arguments: [
      (.commandFailed(path: "r", command: "log", message: "no"), "G012"),
      (.readerDied(path: "r", message: "no"), "G012"), (.gitMissing(reason: "no"), "G013"),
      (.gitTooOld(found: "2.20.1"), "G013"),
    ] as [(GitError, String)])
  func namesItsCode(_ error: GitError, _ code: String) {
    #expect(error.code == code)
    #expect(error.description.contains("[\(code)]"))
  }
}
