import Records
import Testing

/// The outcomes are Git's own: `git check-ignore` on the same files.
struct IgnoreRulesTests {
  private func rules(_ files: [(String, String)]) -> IgnoreRules {
    IgnoreRules(files.map { (folder: $0.0, bytes: Array($0.1.utf8)) })
  }

  @Test(arguments: [
    ("a", "x/a", false, true), ("/a", "x/a", false, false), ("/a", "a", false, true),
    ("a/b", "x/a/b", false, false), ("a/b", "a/b", false, true), ("a/", "a", false, false),
    ("a/", "a", true, true), ("a/", "a/b", false, true), ("*.b", "x/y.b", false, true),
    ("a/**", "a", true, false), ("a/**", "a/b", false, true), ("**/b", "a/b", false, true),
    ("#a", "#a", false, false), ("\\#a", "#a", false, true), ("*\n!a", "a", false, false),
    ("*\n!a/b", "a/b", false, true), ("  a \r\nb", "a", false, true),
    ("\u{FEFF}a", "a", false, true),
    ("[ab]", "x/b", false, true), ("a b", "a b", false, true), ("", "a", false, false),
    ("!a", "a", false, false), ("/", "a", true, false),
  ])
  func follows(_ text: String, _ path: String, _ isFolder: Bool, _ isIgnored: Bool) {
    #expect(rules([("", text)]).ignores(path, isFolder: isFolder) == isIgnored)
  }

  @Test(arguments: [("sub/keep", false), ("sub/own", true), ("keep", true), ("own", false)])
  func letsTheDeeperFileDecide(_ path: String, _ isIgnored: Bool) {
    let rules = rules([("sub", "!keep\nown"), ("", "keep")])
    #expect(rules.ignores(path, isFolder: false) == isIgnored)
  }

  @Test func bringsNothingBackFromAnIgnoredFolder() {
    let rules = rules([("", "data/"), ("data", "!x")])
    #expect(rules.ignores("data/x", isFolder: false))
  }

  /// Every rule is compared with each of the path's folders, so that there has to be an end.
  @Test func endsWhereRulesAndPathsAreTooMany() {
    let rules = rules([("", String(repeating: "**/*a*b\n", count: 10_000))])
    var steps = 100_000
    let path = String(repeating: "aaaaaaaaaaaaaaa/", count: 200) + "b"
    #expect(!rules.ignores(path, isFolder: false, steps: &steps))
    #expect(steps < 0)
    #expect(!rules.ignores("a/ab", isFolder: false, steps: &steps))
  }

  @Test func limitsTheNumberOfRules() {
    let text = String(repeating: "a\n", count: IgnoreRules.ruleLimit)
    #expect(!rules([("", text)]).exceedsLimit)
    #expect(rules([("", text + "b\n")]).exceedsLimit)
  }
}

extension IgnoreRules {
  /// Whether a path is ignored where there is no end to comparing.
  fileprivate func ignores(_ path: String, isFolder: Bool) -> Bool {
    var steps = Int.max
    return ignores(path, isFolder: isFolder, steps: &steps)
  }
}
