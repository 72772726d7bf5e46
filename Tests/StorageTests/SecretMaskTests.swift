import Testing

@testable import Storage

struct SecretMaskTests {
  private let mask = SecretMask(
    secrets: ["hunter2", "abc"],
    environment: ["AWS_SECRET_ACCESS_KEY": "wJalrXUtn", "SHELL": "/bin/sh", "GH_TOKEN": "x"])

  @Test(arguments: [
    ("denied for hunter2!", "denied for ***!"),
    ("abc is too short to be one", "abc is too short to be one"),
    ("got wJalrXUtn", "got ***"), ("in /bin/sh", "in /bin/sh"), ("x y", "x y"),
    ("GET https://u:p@host/a?X-Amz-Signature=1 403", "GET https://***@host/a?*** 403"),
    ("Authorization: Bearer abcdef", "Authorization: *** ***"),
    ("password=12 user=ann", "password=*** user=ann"), ("token: 12", "token: ***"),
    ("Bearer 12 x", "Bearer *** x"), ("id AKIAIOSFODNN7EXAMPLE x", "id *** x"),
    ("a\u{1b}[0m\u{202E}b\tc", "a\\u{1b}[0m\\u{202e}b\\u{9}c"), ("  spaced   out ", "spaced out"),
  ])
  func masking(text: String, shown: String) {
    #expect(mask.masked(text) == shown)
  }

  @Test(arguments: [
    ("one\ntwo\n", "two"), ("one\r\ntwo\r\n\r\n", "two"), ("", ""), ("\n \n", ""), ("one", "one"),
    ("10 %\r50 %\rdone\r", "done"),
  ])
  func lastLines(text: String, line: String) {
    #expect(mask.lastLine(of: Array(text.utf8)) == line)
  }

  @Test func aLongLineIsCut() {
    #expect(mask.lastLine(of: [UInt8](repeating: 65, count: 100_000)).count == 301)
    #expect(mask.lastLine(of: [0xFF, 0xFE]) == "\u{FFFD}\u{FFFD}")
  }
}
