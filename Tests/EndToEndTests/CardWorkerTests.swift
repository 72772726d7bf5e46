import TestSupport
import Testing

/// The process that renders cards, as the program starts it (`hostile-input.md` §2).
@Suite("The process that renders cards", .timeLimit(.minutes(30)))
struct CardWorkerTests {
  /// Texts that libcmark or its relatives were slow or greedy with, each near the limit of a card.
  struct Hostile: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String

    init(_ name: String, _ text: String) {
      testDescription = name
      self.text = text
    }

    init(_ name: String, _ part: String, bytes: Int) {
      self.init(name, String(repeating: part, count: bytes / part.utf8.count))
    }
  }

  static let hostile: [Hostile] = [
    Hostile("image brackets", "![[]()", bytes: 960_000),
    Hostile("image brackets below the limit of a paragraph", bracketParagraphs),
    Hostile("open brackets", "[", bytes: 1_000_000),
    Hostile("closed links", "[a](b", bytes: 1_000_000),
    Hostile("nested brackets", brackets(200_000)),
    Hostile("a deep list before blank lines", deepList(90_000)),
    Hostile("a list just below the depth limit", deepListBelow),
    Hostile("quotes before emphasis", quotes(150_000)),
    Hostile("emphasis that is not closed", "*a _b ", bytes: 1_000_000),
    Hostile("emphasis of many lengths", "a**b_c***d~e~~f ", bytes: 1_000_000),
    Hostile("backticks of growing length", backticks),
    Hostile("comments", "<!--", bytes: 1_000_000),
    Hostile("comments on lines", "<!--\n", bytes: 1_000_000),
    Hostile("instructions", "<?", bytes: 1_000_000),
    Hostile("declarations", "<!A ", bytes: 1_000_000),
    Hostile("character data", "a<![CDATA[", bytes: 1_000_000),
    Hostile("open tags", "<div>", bytes: 1_000_000),
    Hostile("open tags on lines", "<div><details>\n\n", bytes: 1_000_000),
    Hostile("attributes", "<a " + String(repeating: "b=c ", count: 20_000)),
    Hostile("addresses in angle brackets", "[a](<b", bytes: 1_000_000),
    Hostile("definitions", "[a]: u\n", bytes: 1_000_000),
    Hostile("uses of one definition", uses),
    Hostile("entities", "&amp;&#x1F98A;", bytes: 1_000_000),
    Hostile("tables", "a|b\n-|-\nc|d\n\n", bytes: 1_000_000),
    Hostile("a table with many columns", wideTable),
    Hostile(
      "a table with many short rows", "a|b\n-|-\n" + String(repeating: "c\n", count: 400_000)),
    Hostile("delimiter rows", "-|-\n", bytes: 1_000_000),
    Hostile("tildes", "~~a ", bytes: 1_000_000),
    Hostile("addresses without brackets", "http://a.b(", bytes: 1_000_000),
    Hostile("mail addresses", "a@b.", bytes: 1_000_000),
    Hostile("dots before an at sign", "a.", bytes: 1_000_000),
    Hostile("underlines", "a\n=\n", bytes: 1_000_000),
    Hostile("headings of one name", "# a\n", bytes: 1_000_000),
    Hostile("alerts", "> [!NOTE]\n> a\n\n", bytes: 1_000_000),
    Hostile("NUL", "\u{0}", bytes: 1_000_000),
    Hostile("tabs", "\t\t- a\n", bytes: 1_000_000),
    Hostile("a long line", "a", bytes: 1_000_000),
  ]

  @Test("answers every text that hurts libcmark, in good time", arguments: hostile)
  func answers(_ hostile: Hostile) async throws {
    // Without optimisation, our own part takes several times as long.
    let size = hostile.text.utf8.count / (Vitrine.optimised == nil ? 5 : 1)
    let text = String(decoding: hostile.text.utf8.prefix(size), as: UTF8.self)
    let result = try await Self.worker([text, "# Next"], Vitrine.optimised ?? Vitrine.binary)
    // A text that takes more than 5 s of processor time ends the worker by SIGXCPU, whatever else
    // the machine does meanwhile; the slowest of them takes 2 s.
    #expect(result.status == 0, "\(result.errors)")
    let answers = Self.messages(result.output)
    #expect(answers.count == 3)
    // What follows is rendered as ever.
    #expect(answers.last?.first == 0)
  }

  @Test("ends with its input")
  func endOfInput() async throws {
    let result = try await Self.worker([])
    #expect(result.status == 0)
    #expect(Self.messages(result.output) == [Array("vitrine card worker 1".utf8)])
  }

  @Test(
    "refuses what is no request", arguments: [[1, 2], [1, 0, 0, 0, 9], [255, 255, 255, 255]])
  func nonsense(_ bytes: [UInt8]) async throws {
    let result = try await runTool([Vitrine.binary, "card-worker"], input: bytes)
    #expect(result.status == 65)
  }

  @Test("keeps to limits of time and memory, and writes no file")
  func limits() async throws {
    try await withTemporaryFolder { folder in
      let script = """
        mkfifo in out; "$0" card-worker <in >out & exec 3>in 4<out; head -c 25 <&4 >ready
        cat /proc/$!/limits; exec 3>&-; wait $!
        """
      let text = try await require(["sh", "-c", script, Vitrine.binary], in: folder).text
      let limits = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
      func limit(_ name: String, _ place: Int) -> Int? {
        let words = name.split(separator: " ").map(String.init)
        let line = limits.first { $0.starts(with: words) }
        return line.flatMap { Int($0[words.count + place]) }
      }
      let time = try #require(limit("Max cpu time", 0))
      #expect(time >= 6 && time <= 8)
      let memory = try #require(limit("Max address space", 1))
      #expect(memory > 1 << 30)
      for name in ["Max file size", "Max core file size"] {
        #expect(limit(name, 0) == 0 && limit(name, 1) == 0, "\(name)")
      }
    }
  }

  @Test("is not among the commands that people are shown")
  func hidden() async throws {
    let help = try await require([Vitrine.binary, "--help"])
    #expect(help.text.contains("build"))
    #expect(!help.text.contains("card-worker"))
  }

  // MARK: The worker's side of the pipe

  private static func worker(
    _ texts: [String], _ program: String = Vitrine.binary
  ) async throws -> ToolResult {
    let requests = texts.flatMap { text -> [UInt8] in
      let words = ["allow-list", "link"].flatMap { run(Array($0.utf8)) }
      let rest = [0] + run(Array("card-".utf8)) + [1] + run(Array(text.utf8))
      let message = words + rest
      return (0..<4).map { UInt8(truncatingIfNeeded: message.count >> (8 * $0)) } + message
    }
    return try await runTool([program, "card-worker"], input: requests)
  }

  private static func run(_ bytes: [UInt8]) -> [UInt8] {
    var count = bytes.count
    var run: [UInt8] = []
    while count > 127 {
      run.append(UInt8(count & 127 | 128))
      count >>= 7
    }
    return run + [UInt8(count)] + bytes
  }

  private static func messages(_ output: [UInt8]) -> [[UInt8]] {
    var rest = output[...]
    var messages: [[UInt8]] = []
    while rest.count >= 4 {
      let length = rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
      messages.append(Array(rest.dropFirst(4).prefix(length)))
      rest = rest.dropFirst(4 + length)
    }
    return messages
  }
}

extension CardWorkerTests {
  private static func brackets(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + "a" + String(repeating: "]", count: depth)
  }

  private static var bracketParagraphs: String {
    let paragraph = String(repeating: "![[]()", count: 4_900) + "\n\n"
    return String(repeating: paragraph, count: 1_000_000 / paragraph.utf8.count)
  }

  private static func deepList(_ bytes: Int) -> String {
    String(repeating: "- ", count: bytes / 3) + "a" + String(repeating: "\n", count: bytes / 3)
  }

  private static var deepListBelow: String {
    String(repeating: "- ", count: 99) + "a" + String(repeating: "\n", count: 900_000)
  }

  private static func quotes(_ bytes: Int) -> String {
    String(repeating: ">", count: bytes / 3) + String(repeating: "a*", count: bytes / 3)
  }

  private static var backticks: String {
    (1...1_400).map { "e" + String(repeating: "`", count: $0) }.joined()
  }

  private static var uses: String {
    "[a]: " + String(repeating: "u", count: 50_000) + "\n\n"
      + String(repeating: "[a] ", count: 200_000)
  }

  private static var wideTable: String {
    String(repeating: "a|", count: 200) + "\n" + String(repeating: "-|", count: 200) + "\n"
      + String(repeating: "b|\n", count: 300_000)
  }
}
