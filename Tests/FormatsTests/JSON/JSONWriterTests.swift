import Formats
import Testing

struct JSONWriterTests {
  private static let sample = JSONValue.object([
    JSONMember("a", .array([.number("1"), .array([]), .object([])])),
    JSONMember("b", .object([JSONMember("c", .null), JSONMember("d", .bool(false))])),
    JSONMember("e", .string("é")),
  ])

  private func written(_ value: JSONValue, _ style: JSONWriter.Style) -> String {
    var json = JSONWriter(style: style)
    json.value(value)
    return String(decoding: json.finished(), as: UTF8.self)
  }

  @Test func documentsAreIndentedByTwo() {
    let expected = """
      {
        "a": [
          1,
          [],
          {}
        ],
        "b": {
          "c": null,
          "d": false
        },
        "e": "é"
      }

      """
    #expect(written(Self.sample, .document) == expected)
  }

  @Test func linesHaveNoBlanks() {
    #expect(
      written(Self.sample, .line) == #"{"a":[1,[],{}],"b":{"c":null,"d":false},"e":"é"}"# + "\n")
  }

  @Test func pythonIsIndentedByFourInASCII() {
    let expected = #"""
      {
          "a": [
              1,
              [],
              {}
          ],
          "b": {
              "c": null,
              "d": false
          },
          "e": "\u00e9"
      }

      """#
    #expect(written(Self.sample, .python) == expected)
  }

  @Test func scriptsAreOneLineThatNoMarkupEnds() {
    let value = JSONValue.object([
      JSONMember("a", .array([.number("1"), .string("</script><!-- & é\u{2028}🚀")]))
    ])
    let expected =
      #"{"a":[1,"\u003c/script\u003e\u003c!-- \u0026 \u00e9\u2028\ud83d\ude80"]}"#
    #expect(written(value, .script) == expected + "\n")
  }

  @Test(arguments: [
    (#"""#, #"\""#), (#"\"#, #"\\"#), ("/", "/"), ("\n\r\t\u{8}\u{C}", #"\n\r\t\b\f"#),
    ("\0\u{1F}", #"\u0000\u001f"#), ("\u{7F}", #"\u007f"#), ("é🚀\u{2028}", "é🚀\u{2028}"),
    ("</script>", "</script>"),
  ])
  func documentsEscapeWhatTheyHaveTo(_ text: String, _ escaped: String) {
    #expect(written(.string(text), .document) == "\"\(escaped)\"\n")
    #expect(written(.string(text), .line) == "\"\(escaped)\"\n")
  }

  @Test func keysAreEscapedToo() {
    #expect(written(.object([JSONMember("a\"\n", .null)]), .line) == #"{"a\"\n":null}"# + "\n")
  }

  @Test(arguments: [JSONWriter.Style.document, .line, .python, .script])
  func emptyContainersStayTogether(_ style: JSONWriter.Style) {
    #expect(written(.array([]), style) == "[]\n")
    #expect(written(.object([]), style) == "{}\n")
  }

  @Test func membersOfEveryKind() {
    var json = JSONWriter(style: .line)
    json.object { json in
      json.member("text", "a")
      json.member("nothing", nil as String?)
      json.member("number", 12)
      json.member("flag", true)
      json.member("list", ["a", "b"])
      json.member("empty", [] as [String])
      json.member("value", JSONValue.number("1e3"))
    }
    let text = String(decoding: json.finished(), as: UTF8.self)
    #expect(
      text == #"{"text":"a","nothing":null,"number":12,"flag":true,"list":["a","b"],"empty":[],"#
        + #""value":1e3}"# + "\n")
  }
}
