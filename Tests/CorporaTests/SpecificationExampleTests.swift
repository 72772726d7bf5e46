import Testing

/// Our markup beside what the specifications of CommonMark and of GFM, and the tests of other
/// renderers, say that Markdown becomes.
@Suite(.timeLimit(.minutes(30)))
struct SpecificationExampleTests {
  @Test(
    "Every example becomes what its corpus says, but for those that are explained",
    arguments: ["commonmark", "gfm", "gfm-extensions", "tables", "task-lists", "strikethrough"])
  func examples(corpus: String) async throws {
    try await Corpus.expectAsExplained(corpus, try Corpus.cases(corpus))
  }

  @Test("Generated texts become what cmarkgfm makes of them, but for a few")
  func generatedTexts() async throws {
    try await Corpus.expectLikeReference(try await Corpus.generated("markdown", 3000), least: 90)
  }
}
