import Explanations
import TestSupport
import Testing

/// Every code has one explanation, one place in the source and one test (`bad-input.md`).
@Suite(.timeLimit(.minutes(30)))
struct ExplanationTests {
  /// How many kinds of bad input each group has; they are numbered from 1.
  private static let kinds: [Character: Int] = [
    "G": 28, "T": 15, "P": 12, "Y": 13, "J": 11, "E": 5, "C": 10, "M": 20, "F": 16, "O": 20, "S": 4,
  ]

  /// Kinds that nothing is said of yet.
  private static let open: Set<String> = []

  @Test func everyKindIsExplainedOrOpen() {
    let rows = Set(
      Self.kinds.flatMap { group, count in
        (1...count).map { number in
          let digits = String(number)
          return "\(group)" + String(repeating: "0", count: 3 - digits.count) + digits
        }
      })
    let explained = Set(Explanation.all.map(\.code))
    #expect(explained.count == Explanation.all.count, "a code is explained twice")
    #expect(rows.subtracting(explained) == Self.open)
  }

  @Test func everyCodeOfTheSourceIsExplained() throws {
    let used = try Self.codes(below: "Sources") { !$0.hasPrefix("Explanations/") }
    let explained = Set(Explanation.all.map(\.code))
    #expect(used.subtracting(explained).sorted() == [])
  }

  @Test func nothingIsExplainedThatIsNeverSaid() throws {
    let used = try Self.codes(below: "Sources") { !$0.hasPrefix("Explanations/") }
    let said = Explanation.all.filter { $0.weight != .fine }.map(\.code)
    #expect(said.filter { !used.contains($0) } == [])
  }

  @Test func everyCodeThatIsSaidHasATest() throws {
    let tested = try Self.words(below: "Tests") { !$0.hasSuffix("ExplanationTests.swift") }
    let said = Explanation.all.filter { $0.weight != .fine }.map(\.code)
    #expect(said.filter { !tested.contains($0) } == [])
  }

  @Test func wordsAreThere() {
    for explanation in Explanation.all {
      for words in [explanation.title, explanation.meaning, explanation.kept, explanation.help] {
        #expect(!words.isEmpty && !words.contains("\n"), "\(explanation.code)")
      }
      #expect(explanation.meaning.hasSuffix("."), "\(explanation.code)")
    }
  }

  @Test func explainsACode() async throws {
    let result = try await Vitrine.run("explain", "t003")
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("T003: a version at two commits"), "\(result.text)")
    #expect(result.text.contains("\nHelp:   delete the tags of the wrong one\n"))
  }

  @Test func listsAllCodes() async throws {
    let result = try await Vitrine.run("explain")
    #expect(result.text.split(separator: "\n").count == Explanation.all.count)
  }

  @Test func namesTheNearestCode() async throws {
    let result = try await Vitrine.run("explain", "T03")
    #expect(result.status == 64)
    #expect(result.errors.contains("did you mean T003?"), "\(result.errors)")
  }

  /// The codes in texts of Swift files: `"T001"`, or `[T001]` in a message.
  private static func codes(
    below folder: String, where isWanted: (String) -> Bool
  ) throws -> Set<String> {
    let root = "\(Vitrine.root)/\(folder)"
    var codes: Set<String> = []
    for path in try filesBelow(root) where path.hasSuffix(".swift") && isWanted(path) {
      let text = try readFile("\(root)/\(path)")
      for start in text.indices.dropLast(5) where "\"[".utf8.contains(text[start]) {
        let code = text[start + 1..<start + 5]
        let ends = "\"]".utf8.contains(text[start + 5])
        let digits = code.dropFirst().allSatisfy { 48...57 ~= $0 }
        if ends, digits, 65...90 ~= text[start + 1] {
          codes.insert(String(decoding: code, as: UTF8.self))
        }
      }
    }
    return codes
  }

  /// Codes as words of tests and of the files that they read.
  private static func words(
    below folder: String, where isWanted: (String) -> Bool
  ) throws -> Set<String> {
    let root = "\(Vitrine.root)/\(folder)"
    var words: Set<String> = []
    for path in try filesBelow(root) where isWanted(path) {
      guard path.hasSuffix(".swift") || path.hasSuffix(".txt") else { continue }
      for word in try readFile("\(root)/\(path)").split(whereSeparator: { !isWordByte($0) })
      where word.count == 4 {
        words.insert(String(decoding: word, as: UTF8.self))
      }
    }
    return words
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte
  }
}
