import FoundationEssentials
import Markdown
import TestSupport
import Testing

/// A text of a corpus, and what becomes of it.
struct CorpusCase: Codable {
  let id: String
  let markdown: String

  /// What the corpus says that it becomes; not every corpus does.
  var html: String?

  /// What our renderer makes of it.
  var ours: String?

  /// The case with our markup.
  func rendered(_ options: MarkdownOptions = MarkdownOptions()) -> CorpusCase {
    var result = self
    result.ours = RenderedMarkdown.page(of: Array(markdown.utf8), options: options)
    return result
  }
}

/// The public corpora, as `Tests/Tools/corpora.sh` fetches them, and the tools that judge our markup
/// of them.
enum Corpus {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  private static let explanations = "\(root)/Tests/CorporaTests/explained.txt"

  /// The cases of a corpus were not fetched.
  struct NotFetched: Error, CustomStringConvertible {
    let path: String

    var description: String { "\(path) is missing: Tests/Tools/corpora.sh fetches it" }
  }

  /// The cases of a corpus.
  static func cases(_ name: String) throws -> [CorpusCase] {
    let path = "\(root)/.build/corpora/cases/\(name).json"
    guard let bytes = try? readFile(path) else { throw NotFetched(path: path) }
    return try JSONDecoder().decode([CorpusCase].self, from: Data(bytes))
  }

  /// Texts that `corpora_generate.py` makes, the same ones every time.
  static func generated(_ kind: String, _ count: Int) async throws -> [CorpusCase] {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/texts.json"
      try await require([python, tool("corpora_generate"), kind, "\(count)", path])
      return try JSONDecoder().decode([CorpusCase].self, from: Data(try readFile(path)))
    }
  }

  /// Compares our markup of a corpus with the corpus's own.
  static func expectAsExplained(_ name: String, _ cases: [CorpusCase]) async throws {
    try await expectNothingFound("corpora_compare", cases) { [name, $0, explanations] }
  }

  /// Looks for anything in our markup that no card may show.
  static func expectClean(_ cases: [CorpusCase]) async throws {
    try await expectNothingFound("corpora_oracle", cases) { [$0] }
  }

  /// Compares our markup with that of cmarkgfm; `least` of a hundred texts must come out the same.
  static func expectLikeReference(_ cases: [CorpusCase], least: Double) async throws {
    try await expectNothingFound("corpora_reference", cases) { [$0, "\(least)"] }
  }

  /// Gives our markup of the cases to a tool, which ends with status 0 if all is well.
  private static func expectNothingFound(
    _ name: String, _ cases: [CorpusCase], _ arguments: (_ path: String) -> [String]
  ) async throws {
    try await withTemporaryFolder { folder in
      let path = "\(folder)/rendered.json"
      try Data(JSONEncoder().encode(cases.map { $0.rendered() })).write(to: URL(filePath: path))
      let result = try await runTool([python, tool(name)] + arguments(path))
      print(
        result.text.split(separator: "\n").filter { $0.contains(" of ") }.joined(separator: "\n"))
      // The result itself would be printed byte by byte.
      let isClean = result.succeeded
      #expect(
        isClean, "\(name): \(result.text.prefix(20_000)) \(result.errors.suffix(2000))")
    }
  }

  private static let python =
    (ProcessInfo.processInfo.environment["VITRINE_VENV"] ?? "\(root)/.venv") + "/bin/python"

  private static func tool(_ name: String) -> String { "\(root)/Tests/Tools/\(name).py" }
}
