import Testing

@testable import CLI

struct CommandWordsTests {
  @Test(
    arguments: [
      ("", []), ("  \t\n ", []), ("rclone cat {url}", ["rclone", "cat", "{url}"]),
      (" a\tb\n c ", ["a", "b", "c"]), ("'a b' c", ["a b", "c"]), (#""a 'b'" c"#, ["a 'b'", "c"]),
      (#"a'b'"c"d"#, ["abcd"]), (#"'' """#, ["", ""]),
      (#"a\ b \' \" \$ \|"#, ["a b", "'", "\"", "$", "|"]),
      (#"'a\b' "a\b" "a\\b" "\"" "\$x" "\`""#, [#"a\b"#, #"a\b"#, #"a\b"#, "\"", "$x", "`"]),
      ("'$HOME|;&<>()`' x", ["$HOME|;&<>()`", "x"]), ("a\\\nb \"c\\\nd\"", ["ab", "cd"]),
      ("a~b '~' \\~ #c", ["a~b", "~", "~", "#c"]), ("gëmüt '日 本'", ["gëmüt", "日 本"]),
    ] as [(String, [String])])
  func splits(_ line: String, _ words: [String]) throws {
    let split = try CommandWords.split(line)
    #expect(split == words)
  }

  @Test(
    arguments: [
      ("a 'b", .openQuote("'")), ("a \"b", .openQuote("\"")), (#"a "b\""#, .openQuote("\"")),
      ("a\\", .endsWithBackslash), ("a | b", .forbidden("|")), ("a;b", .forbidden(";")),
      ("a &", .forbidden("&")), ("a >b", .forbidden(">")), ("a <b", .forbidden("<")),
      ("$HOME/a", .forbidden("$")), ("\"$HOME\"", .forbidden("$")), ("`a`", .forbidden("`")),
      ("\"`a`\"", .forbidden("`")), ("(a)", .forbidden("(")), ("a)", .forbidden(")")),
      ("~/bin/a", .forbidden("~")), ("a\0b", .forbidden("\0")), ("'\0'", .forbidden("\0")),
      ("\"\0\"", .forbidden("\0")), ("\\\0", .forbidden("\0")),
    ] as [(String, CommandWords.Problem)])
  func refuses(_ line: String, _ problem: CommandWords.Problem) {
    #expect(throws: problem) { try CommandWords.split(line) }
  }

  @Test func takesLongLines() throws {
    let split = try CommandWords.split(String(repeating: "ab ", count: 20_000))
    #expect(split.count == 20_000)
    let word = try CommandWords.split(String(repeating: "a", count: 100_000))
    #expect(word.first?.utf8.count == 100_000)
  }
}
