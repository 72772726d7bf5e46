import Formats
import Testing

/// TOML that can be read; the answers are those of Python's tomllib and of tomlkit, which DVC uses.
struct TOMLReaderTests {
  private func read(_ text: String) throws -> DataValue {
    try #require(try TOMLReader.read(Array(text.utf8)).value)
  }

  private func json(_ text: String) throws -> String {
    var json = JSONWriter(style: .line)
    json.value(try read(text))
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("1_000", "1000"), ("0xDEAD_beef", "3735928559"), ("0o17", "15"), ("0b11", "3"), ("+1", "1"),
    ("-0", "0"), ("+0.0", "0.0"), ("-0.0", "-0.0"), ("1e5", "1e5"), ("1.0e+5", "1.0e+5"),
    ("1_0.5_0", "10.50"), ("inf", "Infinity"), ("-inf", "-Infinity"), ("+nan", "NaN"),
    ("-nan", "NaN"), ("1E05", "1E05"), ("1e400", "1e400"), ("6.626e-34", "6.626e-34"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func numbersKeepTheirDigits(_ text: String, _ digits: String) throws {
    #expect(try read("a = \(text)")["a"] == .number(DataNumber(text: digits)))
  }

  @Test(arguments: [
    "1979-05-27", "1979-05-27T07:32:00Z", "1979-05-27 07:32:00.5-07:00", "07:32:00",
    "07:32:00.999999", "1979-05-27t07:32:00z", "1979-05-27T07:32", "00:32",
  ])
  func datesKeepTheirText(_ text: String) throws {
    #expect(try read("a = \(text) # then")["a"] == .date(text))
    #expect(try read("a = [\(text), \(text)]")["a"] == .list([.date(text), .date(text)]))
  }

  @Test(arguments: [
    (#""a\tb\"\\\u00e9\U0001F680""#, "a\tb\"\\é🚀"), (#"'a\tb'"#, #"a\tb"#), ("''", ""),
    (#""""#, ""),
    ("\"\"\"\none\ntwo\"\"\"", "one\ntwo"), ("'''\r\none\r\ntwo'''", "one\ntwo"),
    ("\"\"\"one \\\n\n    two\"\"\"", "one two"), (#"""""x"""""#, "\"x\""),
    ("''''x'''''", "'x''"),
    ("'''it's'''", "it's"), ("\"\"\"a\"\"b\"\"\"", "a\"\"b"), (#""\e\x41""#, "\u{1B}A"),
  ])
  func strings(_ text: String, _ value: String) throws {
    #expect(try read("a = \(text)")["a"] == .string(value))
  }

  @Test(arguments: [
    ("b = true\na = false\n", #"{"b":true,"a":false}"#), ("# only a comment\n", "{}"),
    ("a.b=1\na.c=2\nd.\"e f\".'g.h' = 3", #"{"a":{"b":1,"c":2},"d":{"e f":{"g.h":3}}}"#),
    ("3.14=1", #"{"3":{"14":1}}"#), ("a . b = 1", #"{"a":{"b":1}}"#), ("\"\" = 1", #"{"":1}"#),
    ("[a]\nx=1\n[b]\ny=2\n[a.c]\nz=3", #"{"a":{"x":1,"c":{"z":3}},"b":{"y":2}}"#),
    ("[a.b]\nx=1\n[a]\ny=2", #"{"a":{"b":{"x":1},"y":2}}"#), ("[ a . 'b' ]", #"{"a":{"b":{}}}"#),
    ("[[a]]\nx=1\n[[a]]\nx=2\n[a.b]\nz=1", #"{"a":[{"x":1},{"x":2,"b":{"z":1}}]}"#),
    ("[[a.b]]\n[[a.b]]\n[a]\nc=1", #"{"a":{"b":[{},{}],"c":1}}"#),
    ("[a]\nb.c=1\n[a.b.d]\ne=2", #"{"a":{"b":{"c":1,"d":{"e":2}}}}"#),
    ("a={b=1, c={d=2}}\r\ne={}", #"{"a":{"b":1,"c":{"d":2}},"e":{}}"#),
    ("a={b.c=1,b.d=2}", #"{"a":{"b":{"c":1,"d":2}}}"#), ("a={\n b=1, # one\n}", #"{"a":{"b":1}}"#),
    ("a=[1,2,\n3,#c\n]\nb=[]", #"{"a":[1,2,3],"b":[]}"#), ("a=[[1],['x']]", #"{"a":[[1],["x"]]}"#),
    ("\u{FEFF}a=1\rb=2", #"{"a":1,"b":2}"#), ("a=1 # é", #"{"a":1}"#),
  ])
  func documents(_ text: String, _ expected: String) throws {
    #expect(try json(text) == expected)
  }

  @Test func nulIsLeftOutAndToldOf() throws {
    let document = try TOMLReader.read(Array(#"a = "x\u0000y""#.utf8))
    #expect(document.value?["a"] == .string("xy"))
    #expect(document.problems.map(\.code) == ["J008"])
    #expect(document.problems.map(\.column) == [7])
  }

  @Test func manyElementsTakeNoLongerEach() throws {
    let text = String(repeating: "[[a]]\n", count: 50_000)
    #expect(try read(text)["a"]?.items?.count == 50_000)
  }
}
