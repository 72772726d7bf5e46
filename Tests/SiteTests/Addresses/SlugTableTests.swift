import Digests
import Testing

@testable import Site

@Suite("Slugs that share a folder")
struct SlugTableTests {
  @Test("are the plain ones while nothing is disputed") func plain() {
    let table = SlugTable(["a/b", "a-b", "a:b", "ab"], rule: .name)
    #expect(!table.hasExceptions)
    #expect(table["a/b"] == "a~b")
  }

  @Test(
    "get a digest where they differ by case only, but for the one in small letters",
    arguments: [["Churn", "churn"], ["v1.0.0-RC", "v1.0.0-rc"], ["Prod", "prod", "PROD"]])
  func caseOnly(names: [String]) {
    let table = SlugTable(names + ["other"], rule: .name)
    for name in names {
      let isPlain = name == name.lowercased()
      #expect(table[name] == (isPlain ? name : "\(name)-\(SHA256(name).hex(digits: 8))"))
    }
    #expect(table["other"] == "other")
  }

  @Test("of labels that read alike are told apart") func labels() {
    let table = SlugTable(
      ["two words", "Two Words", "two-words", "C++", "C", "c."], rule: .freeText)
    let slugs = ["two words", "Two Words", "two-words", "C++", "C", "c."].map { table[$0] }
    #expect(Set(slugs).count == slugs.count)
    #expect(slugs.filter { !$0.hasPrefix("two-words-") && !$0.hasPrefix("c-") } == ["two-words"])
  }

  @Test("stay apart from names made to look like them") func forged() {
    // Each name is what another one's slug would be after a further step.
    var names = ["Foo", "foo"]
    for digits in [8, 16, 64] {
      names.append("foo-\(SHA256("foo").hex(digits: digits))")
      names.append("FOO-\(SHA256("Foo").hex(digits: digits))")
    }
    let table = SlugTable(names, rule: .name)
    #expect(Set(names.map { table[$0].lowercased() }).count == names.count)
  }

  @Test("of long names differ even where only the cut part does") func long() {
    let names = (0..<50).map { String(repeating: "x", count: 110) + String($0) }
    let table = SlugTable(names, rule: .name)
    #expect(Set(names.map { table[$0] }).count == 50)
    #expect(names.allSatisfy { table[$0].utf8.count == 109 })
  }

  @Test("don't depend on the order or number of mentions") func order() {
    let names = ["b", "B", "a", "A", "c"]
    let one = SlugTable(names, rule: .name)
    let other = SlugTable(names.reversed() + names, rule: .name)
    for name in names { #expect(one[name] == other[name]) }
  }
}
