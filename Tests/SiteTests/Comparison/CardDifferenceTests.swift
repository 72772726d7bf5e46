import Markdown
import Testing

@testable import Site

struct CardDifferenceTests {
  private static func lines(_ markdown: String) throws -> CardLines {
    CardLines(try MarkdownRenderer.render(Array(markdown.utf8), options: MarkdownOptions()))
  }

  @Test("A card's text stands as lines under its headings")
  func sections() throws {
    let card = try Self.lines(
      """
      Before *all*.

      # A & B

      One `<two>`
      goes on.

      - first
      - second

      | a | b |
      | - | - |
      | 1 | 2 |

      ```
      x = 1
        y
      ```
      """)
    #expect(card.sections.map(\.heading) == ["", "A & B"])
    #expect(card.sections.first?.lines == ["Before all."])
    let expected = ["One <two> goes on.", "• first", "• second", "a | b", "1 | 2", "x = 1", "  y"]
    #expect(card.sections.last?.lines == expected)
  }

  @Test("Sections are told to be added, removed or changed; equal ones are counted")
  func difference() throws {
    let old = "# Data\n\nYear one.\n\n# Use\n\nAs is.\n\n# Limits\n\nNone."
    let new = "# Data\n\nYear one.\n\nYear two.\n\n# Use\n\nAs is.\n\n# Ethics\n\nSome."
    let difference = CardDifference(from: try Self.lines(old), to: try Self.lines(new))
    #expect(difference.unchanged == 1)
    #expect(difference.sections.map(\.heading) == ["Data", "Ethics", "Limits"])
    #expect(difference.sections.map(\.status) == [.changed, .added, .removed])
    #expect(difference.sections.first?.lines.changes == [.same(1), .added("Year two.")])
  }

  @Test("Sections of one heading are told apart by their order")
  func twins() throws {
    let old = "# Notes\n\nOne.\n\n# Notes\n\nTwo."
    let difference = CardDifference(
      from: try Self.lines(old), to: try Self.lines("# Notes\n\nOne.\n\n# Notes\n\nThree."))
    #expect(difference.unchanged == 1)
    #expect(difference.sections.map { $0.lines.changes } == [[.removed("Two."), .added("Three.")]])
  }
}
