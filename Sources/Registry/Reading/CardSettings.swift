package import Markdown

/// What a team decides about models' cards (`cli.md`, configuration; `records.md` §12.5).
package struct CardSettings: Hashable, Sendable {
  /// Names of cards' files, in the order in which they are looked for, relative to each
  /// folder that is looked at: the one that the model lies in, that of its `dvc.yaml`, and the
  /// repository's root.
  package var paths = [
    "MODEL_CARD.md", "model_card.md", "MODELCARD.md", "model-card.md", "README.md", "readme.md",
    "docs/model-card.md", "docs/model_card.md",
  ]

  /// How a card's text becomes markup; the page's own headings stand above the card's.
  package var markdown: MarkdownOptions

  /// The bytes of a card that are shown at most.
  package var sizeLimit = 1 << 20

  /// The bytes of an image that is copied at most.
  package var imageLimit = 5_000_000

  /// Makes the settings that hold where nothing is configured.
  package init() {
    markdown = MarkdownOptions()
    markdown.headingShift = 2
  }
}
