package import Markdown

/// What a team decides about model cards (`cli.md`, configuration).
package struct CardSettings: Hashable, Sendable {
  /// Where cards are looked for, relative to each of the folders that are looked into, in order
  /// (`records.md` §12.5).
  package var paths = Self.defaultPaths

  /// How their text is rendered.
  package var markdown = Self.defaultMarkdown

  /// The most of a card's text that is rendered, in bytes.
  package var sizeLimit = 1 << 20

  /// The largest image, in bytes.
  package var imageSizeLimit = 5 << 20

  /// Makes the settings that hold where nothing is configured.
  package init() {}

  /// The names that cards have in Git repositories.
  package static let defaultPaths = [
    "README.md", "readme.md", "MODEL_CARD.md", "model_card.md", "MODELCARD.md", "model-card.md",
    "docs/model-card.md", "docs/model_card.md", "docs/MODEL_CARD.md",
  ]

  /// The page's own headings stand above those of a card.
  private static let defaultMarkdown: MarkdownOptions = {
    var options = MarkdownOptions()
    options.headingShift = 2
    return options
  }()
}
