import Formats
import Testing

/// Python files as DVC reads them; what it leaves out is left out here.
struct PythonParamsReaderTests {
  private func read(_ text: String) throws -> DataDocument {
    try PythonParamsReader.read(Array(text.utf8))
  }

  private func json(_ text: String) throws -> String {
    let document = try read(text)
    #expect(document.problems.isEmpty)
    var json = JSONWriter(style: .line)
    json.value(try #require(document.value))
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("1", "1"), ("1_000", "1000"), ("0x1F", "31"), ("0XfF", "255"), ("0b1_1", "3"), ("0o17", "15"),
    ("00", "0"), ("-1", "-1"), ("- 1", "-1"), ("+2.5", "2.5"), ("-0", "0"), ("-0.0", "-0.0"),
    ("1.", "1.0"), (".5", "0.5"), ("1e-5", "1e-5"), ("1_0.2_5e1_0", "10.25e10"), ("012.5", "12.5"),
    ("1e999", "1e999"), ("0x_f", "15"),
  ])
  func numbers(_ text: String, _ digits: String) throws {
    #expect(try read("a = \(text)").value?["a"] == .number(DataNumber(text: digits)))
  }

  @Test(arguments: [
    ("'a'", "a"), ("\"it's\"", "it's"), ("'a' \"b\" 'c'", "abc"), ("('a'\n  'b')", "ab"),
    ("'''one\n  two'''", "one\n  two"), ("\"\"\"a\"b\"\"\"", "a\"b"), ("'a' \\\n  'b'", "ab"),
    (#"'\n\t\\\'\x41\u00e9\U0001F680\101'"#, "\n\t\\'Aé🚀A"), (#"r'\n\''"#, #"\n\'"#),
    (#"'\d\.'"#, #"\d\."#), ("u'x'", "x"), ("'a\\\nb'", "ab"), ("''", ""),
    ("'# no comment'", "# no comment"), ("r'\\\\'", #"\\"#),
  ])
  func strings(_ text: String, _ value: String) throws {
    #expect(try read("a = \(text)").value?["a"] == .string(value))
  }

  @Test(arguments: [
    ("a = True\nb = False\nc = None", #"{"a":true,"b":false,"c":null}"#),
    ("LR: float = 1e-3  # rate", #"{"LR":1e-3}"#), ("a: Dict[str, int] = {}", #"{"a":{}}"#),
    ("a: \"x = 1\" = 2", #"{"a":2}"#),
    ("a = (1, 'x')\nb = 1, 2\nc = 1,", #"{"a":[1,"x"],"b":[1,2],"c":[1]}"#),
    ("a = (1)\nb = (1,)\nc = ()", #"{"a":1,"b":[1],"c":[]}"#),
    ("a = [\n  1,  # one\n  [2, None],\n]", #"{"a":[1,[2,null]]}"#),
    ("a = {'x': 1, 2: {'y': ()}, True: 3, 'x': 4}", #"{"a":{"x":4,"2":{"y":[]},"True":3}}"#),
    ("a = {3, 1, 3}\nb = set()", #"{"a":[3,1],"b":[]}"#),
    ("import os; a = 1; b = 2", #"{"a":1,"b":2}"#),
    ("a = 1\r\nb = 2\rc = 3", #"{"a":1,"b":2,"c":3}"#),
    ("a = 1\nb = 2\na = 3", #"{"a":3,"b":2}"#), ("é = 1\n_x1 = 2", #"{"é":1,"_x1":2}"#),
    ("match = 1\ntype = 2\nself.x = 3", #"{"match":1,"type":2,"x":3}"#), ("# nothing", "{}"),
    ("\u{FEFF}a = 1", #"{"a":1}"#), ("a = \\\n  1", #"{"a":1}"#),
    ("a = '''\nb = 2\n'''", #"{"a":"\nb = 2\n"}"#),
  ])
  func assignments(_ text: String, _ expected: String) throws {
    #expect(try json(text) == expected)
  }

  @Test(arguments: [
    "a = 2 * 3", "a = f(1)", "a = b = 1", "a, b = 1, 2", "a += 1", "a: int", "a.b = 1", "a[0] = 1",
    "a = f'{x}'", "a = b'x'", "a = 'x' f'{y}'", "a = [x for x in y]", "a = {**b}", "a = [*b]",
    "a = 1 if b else 2", "a = 'x' % y", "a = [1][0]", "a = -x", "a = --1", "a = not 1", "a = 1j",
    "a = 1 + 2j", "a = ...", "a = lambda: 1", "a = x", "a == 1", "(a := 1)", "a = 012", "a = 1__0",
    "if x: a = 1", "if x:\n  a = 1\nelse:\n  a = 2", "for i in x: a = 1", "else: a = 1",
    "with open(x) as f:\n  a = 1", "def f():\n  a = 1\n  self.b = 2", "def f(): a = 1; b = 2",
    "async def __init__(self):\n  self.a = 1", "'''\na = 1\n'''", "x(\na = 1,\n)", "del a",
    "print('a = 1')", "@f(a = 1)\ndef g(): pass", "a = '\\N{BULLET}'", "a = {(1, 2): 3}",
    "return = 1 2", "a = 1 2", "a = [1 2]", "a = {1: 2, 3}", "a = {1, 2: 3}", "a = (,)", "a = 0x",
    "a = set([1])", "a = '\\x4'", "a = '\\U00110000'", "a = 1if 2else 3",
  ])
  func otherStatementsAreLeftOut(_ text: String) throws {
    #expect(try json(text + "\nz = 1") == #"{"z":1}"#)
  }

  @Test func classesAreMaps() throws {
    let text = """
      A = 1

      @dataclass
      class Train(Base, metaclass=Meta):
        '''Doc: x = 1'''
        epochs = 10
        class Inner:

          X = 'deep'
            # odd comment
        lr: float = 0.1

        def __init__(self, hidden: int = 5, *, other={}) -> None:
          self.hidden = 64
          self.drop: float = 0.5
          local = 3
          if hidden:
            self.skipped = 1
          class Local:
            z = 1

        def run(self):
          self.not_a_param = 1
          class Hidden:
            x = 1
        last = 2
      class Empty: pass
      class Short: x = 1; y = [2]
      B = 2
      """
    let expected =
      #"{"A":1,"Train":{"epochs":10,"Inner":{"X":"deep"},"lr":0.1,"hidden":64,"drop":0.5,"#
      + #""Local":{"z":1},"last":2},"Empty":{},"Short":{"x":1,"y":[2]},"B":2}"#
    #expect(try json(text) == expected)
  }

  @Test func tabsIndentToEight() throws {
    #expect(try json("class A:\n\tx = 1\n        y = 2\n") == #"{"A":{"x":1,"y":2}}"#)
  }

  @Test func aFileMayEndInsideABlock() throws {
    #expect(try json("class A:\n  class B:\n    x = 1") == #"{"A":{"B":{"x":1}}}"#)
    #expect(try json("class A:") == #"{"A":{}}"#)
    #expect(try json("class A:\nx = 1") == #"{"A":{},"x":1}"#)
  }
}
