import Testing

@testable import Markdown

struct MarkdownOptionsTests {
  @Test(
    "Headings go down, and none below the sixth level",
    arguments: [(1, 0, 1), (1, 2, 3), (6, 0, 6), (5, 2, 6)])
  func headingLevels(level: Int, shift: Int, shown: Int) {
    var options = MarkdownOptions()
    options.headingShift = shift
    #expect(options.headingLevel(level) == shown)
  }
}
