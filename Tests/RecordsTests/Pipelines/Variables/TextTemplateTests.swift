import Testing

@testable import Records

struct TextTemplateTests {
  private func template(_ text: String) -> TextTemplate {
    TextTemplate(PlacedText(text: text, line: 1, column: 1))
  }

  private func parts(_ text: String) -> [[String]] {
    template(text).pieces.map { piece in
      switch piece {
      case .literal(let text): [text]
      case .expression(let expression): ["$"] + expression.parts
      case .broken(let text): ["?", text]
      }
    }
  }

  @Test(arguments: [
    ("a", [["a"]]), ("${a}", [["$", "a"]]), ("x${a.b}y", [["x"], ["$", "a", "b"], ["y"]]),
    ("${a[0].c}", [["$", "a", "0", "c"]]), ("${a.0}", [["$", "a", "0"]]),
    ("${a[-1]}", [["$", "a", "-1"]]), ("${ a . b c }", [["$", "a", "b c"]]),
    ("${a-b}", [["$", "a-b"]]), ("${a}${b}", [["$", "a"], ["$", "b"]]), ("", []),
    ("${}", [["?", "${}"]]), ("${a..b}", [["?", "${a..b}"]]), ("${a[0}", [["?", "${a[0}"]]),
    ("${[0]}", [["?", "${[0]}"]]), ("${a", [["${a"]]), ("${a\n}", [["${a\n}"]]),
    ("${\n${a}", [["${\n"], ["$", "a"]]), (#"\${a}"#, [[#"\${a}"#]]), ("$a {b}", [["$a {b}"]]),
    ("${a${b}", [["$", "a${b"]]),
  ])
  func takesTextsApart(_ text: String, _ expected: [[String]]) {
    #expect(parts(text) == expected)
  }

  @Test(arguments: [
    (#"\${a}"#, "${a}"), (#"a\b"#, #"a\b"#), ("plain", "plain"), (#"\\${x"#, #"\${x"#),
  ])
  func undoesEscapes(_ text: String, _ constant: String) {
    #expect(template(text).constantText == constant)
  }

  @Test(arguments: [
    ("${a}", "x", true), ("m/${a}.json", "m/us.json", true), ("m/${a}.json", "m/.json", true),
    ("m/${a}.json", "n/us.json", false), ("m/${a}.json", "m/us.csv", false),
    ("${a}/x/${b}", "p/q/x/r", true), ("${a}/x/${b}", "p/q/r", false), ("aa${b}aa", "aaa", false),
    (#"\${x}${a}"#, "${x}y", true),
  ])
  func findsTextsThatMayComeOfIt(_ text: String, _ candidate: String, _ fits: Bool) {
    #expect(TemplatePattern(template(text)).fits(candidate) == fits)
  }

  @Test func readsOpenBracesOnce() {
    let text = String(repeating: "${", count: 200_000)
    #expect(template(text).pieces == [.literal(text)])
  }
}
