import Testing

/// Our markup in the eyes of a browser's parser and of another sanitiser with the same list.
@Suite(.timeLimit(.minutes(30)))
struct SanitiserTests {
  @Test(
    "Nothing of a corpus becomes markup that a card may not show",
    arguments: [
      "commonmark", "gfm", "gfm-extensions", "tables", "task-lists", "strikethrough", "alerts",
      "xss", "bleach", "feedparser",
    ])
  func corpora(name: String) async throws {
    try await Corpus.expectClean(try Corpus.cases(name))
  }

  @Test(
    "No generated text becomes markup that a card may not show", arguments: ["hostile", "markdown"])
  func generatedTexts(kind: String) async throws {
    try await Corpus.expectClean(try await Corpus.generated(kind, 3000))
  }
}
