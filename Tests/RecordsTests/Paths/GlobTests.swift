import Records
import Testing

struct GlobTests {
  @Test(arguments: [
    ("*.json", "m.json"), ("m?.json", "m1.json"), ("m?.json", "mé.json"), ("a/*/c", "a/b/c"),
    ("a/**/c", "a/c"), ("a/**/c", "a/b/d/c"), ("**/m.json", "m.json"), ("**/m.json", "a/b/m.json"),
    ("a/**", "a/b/c"), ("**", "a/b"), ("[ab]x", "ax"), ("[a-c]x", "bx"), ("[!a]x", "bx"),
    ("[]]x", "]x"), ("[ax", "[ax"), (#"\*x"#, "*x"), ("a//b/", "a/b"), ("./a", "a"),
    ("*a*b*", "xaxbx"), ("**/**/a", "a"), ("a**b", "axb"),
    ("a/**/b/**/c/d", "a/x/b/c/d/c/d"), ("a/**/b/**", "a/b/b"), ("**/a/b", "a/b/a/b"),
  ])
  func matches(_ pattern: String, _ path: String) {
    #expect(Glob(pattern).matches(path))
  }

  @Test(arguments: [
    ("*.json", "a/m.json"), ("a/*", "a/b/c"), ("a/**", "a"), ("m?", "m"), ("?", "a/b"),
    ("[a-c]x", "dx"), ("[!a]x", "ax"), ("a**b", "a/b"), ("", "a"), ("a", ""), ("**/a", "ab"),
    ("[z-a]", "m"), ("A", "a"), ("a/**/a", "a"), ("**/a/b", "b/a"), ("a/**/b/**/b", "a/b"),
  ])
  func refuses(_ pattern: String, _ path: String) {
    #expect(!Glob(pattern).matches(path))
  }

  /// With backtracking over every star, each of these would take longer than the universe is old.
  @Test(arguments: [
    (String(repeating: "*a", count: 1_500) + "b", String(repeating: "a", count: 4_000)),
    (String(repeating: "**/a/", count: 500) + "b", String(repeating: "a/", count: 2_000) + "a"),
  ])
  func takesNoLongerThanBothLengthsTogetherMay(_ pattern: String, _ path: String) {
    #expect(!Glob(pattern).matches(path))
  }

  @Test func comparesNothingLongerThanAPath() {
    let long = String(repeating: "a", count: 5_000)
    #expect(!Glob(long).matches(long))
    #expect(!Glob("*").matches(long))
  }
}
