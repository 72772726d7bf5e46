package import Markdown

/// Renders the texts of cards.
package protocol CardRendering: Sendable {
  /// Renders each text (UTF-8, without front matter), in their order.
  func render(_ texts: [CardText]) async -> [CardOutcome]
}

/// The text of a card.
package struct CardText: Hashable, Sendable {
  package let bytes: [UInt8]

  /// The number of its first line in the card's file, from 1.
  package let firstLine: Int

  /// Makes the text of a card.
  package init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }
}

/// What came of rendering a card.
package enum CardOutcome: Hashable, Sendable {
  case rendered(RenderedMarkdown)

  /// The text is of a kind that libcmark takes too long for.
  case refused(MarkdownRefusal)

  /// The worker was ended at a limit of time or memory.
  case overran

  /// The worker could not be started or stopped by itself; what is known of it.
  case failed(String)
}

/// Renders in this process, without limits: for texts that one wrote oneself.
package struct DirectRenderer: CardRendering {
  private let options: MarkdownOptions

  /// Makes a renderer.
  package init(options: MarkdownOptions) {
    self.options = options
  }

  /// Renders each text, in their order.
  package func render(_ texts: [CardText]) async -> [CardOutcome] {
    texts.map { text in
      do throws(MarkdownRefusal) {
        return .rendered(
          try MarkdownRenderer.render(text.bytes, options: options, firstLine: text.firstLine))
      } catch {
        return .refused(error)
      }
    }
  }
}
