import Glibc
import Testing

@testable import Publishing

@Suite struct PublishErrorTests {
  @Test(
    arguments: [
      (.badPath("a", .empty), 70), (.refused(folder: "site", .symbolicLink), 73),
      (.system(SystemFailure(action: "write", path: "site", code: ENOSPC)), 74),
      (.locked(folder: "site", process: 7), 75),
    ] as [(PublishError, Int32)])
  func exitCodesAreThoseOfTheCommandLine(error: PublishError, code: Int32) {
    #expect(error.exitCode == code)
  }

  @Test(
    arguments: [
      (.refused(folder: "/", .isOrHoldsRoot), "O001"),
      (.refused(folder: "x", .foreignFiles(first: ["a"], count: 1)), "O002"),
      (.refused(folder: "x", .symbolicLink), "O004"),
      (.refused(folder: "x", .notWritable(reason: "no")), "O005"),
      (.system(SystemFailure(action: "write", path: "x", code: ENOSPC)), "O006"),
      (.locked(folder: "x", process: nil), "O008"), (.badPath("a", .empty), "O011"),
      (.refused(folder: "x", .damagedMarker), "O013"),
    ] as [(PublishError, String)])
  func namesItsCode(error: PublishError, code: String) {
    #expect(error.description.contains("[\(code)]\n"))
  }

  @Test func saysWhatWhereWhyAndWhatHelps() {
    let refusal = Refusal.foreignFiles(first: ["a", "b", "c", "d", "e"], count: 7)
    #expect(
      PublishError.refused(folder: "/srv/site", refusal).description == """
        cannot publish to '/srv/site': it is not empty and was not written by Vitrine; \
        it holds 'a', 'b', 'c', 'd', 'e' and 2 more [O002]
          = note: nothing was read and nothing was written
          = help: give a new or empty folder, or empty this one yourself
        """)
    let full = SystemFailure(action: "write", path: "/srv/site/index.html", code: ENOSPC)
    #expect(
      PublishError.system(full).summary
        == "cannot write '/srv/site/index.html': No space left on device")
    #expect(
      PublishError.locked(folder: "/srv/site", process: 42).summary
        == "another build is writing '/srv/site' (process 42)")
  }

  @Test(arguments: [
    ("plain é.txt", "'plain é.txt'"), ("\u{1B}[31m", "'\\u{1b}[31m'"),
    ("a\n::error::b", "'a\\u{a}::error::b'"), ("\u{202E}txt.exe", "'\\u{202e}txt.exe'"),
  ])
  func namesCannotSteerATerminal(name: String, shown: String) {
    #expect(quoted(name) == shown)
  }
}
