import Testing

@testable import Site

struct ShellWordTests {
  @Test(
    "Words with a meaning to a shell are quoted",
    arguments: [
      ("m@v1.0.0", "m@v1.0.0"), ("m#prod#3", "'m#prod#3'"), ("m@v1.0.0!", "'m@v1.0.0!'"),
      ("", "''"), ("it's", "'it'\\''s'"), ("$(rm -rf /)", "'$(rm -rf /)'"), ("~root", "'~root'"),
      ("a b", "'a b'"), ("é", "'é'"), ("a\nb", "'a\nb'"), ("=x", "'=x'"),
    ])
  func quoting(word: String, quoted: String) {
    #expect(ShellWord.quoted(word) == quoted)
  }
}
