/// Markdown as markup that is safe to put into a page, but for the addresses of the repository's own
/// files, which depend on the commit: one text is rendered once for all versions that have it.
package struct RenderedMarkdown: Hashable, Sendable {
  /// A part, in the order of the text.
  package enum Piece: Hashable, Sendable {
    /// Markup that is complete but for the elements which other pieces of the same text open or close.
    case markup([UInt8])

    /// A link to a file of the repository begins; it ends with the next `linkEnd`. Links don't nest.
    case linkStart(FileReference, title: String)
    case linkEnd

    /// An image that is a file of the repository.
    case image(FileReference, ImageTraits)
  }

  package var pieces: [Piece]

  /// In the order of the text.
  package var headings: [MarkdownHeading]

  /// What was left out or changed, each kind once per text.
  package var findings: [MarkdownFinding]

  /// Makes rendered Markdown.
  package init(
    pieces: [Piece] = [], headings: [MarkdownHeading] = [], findings: [MarkdownFinding] = []
  ) {
    self.pieces = pieces
    self.headings = headings
    self.findings = findings
  }
}

/// A relative address in Markdown.
package struct FileReference: Hashable, Sendable {
  /// As written, percent-decoded, with `/` at the start where it counts from the repository's root;
  /// `..` and `.` are not yet resolved. Never empty.
  package let path: String

  /// From `?` or `#` on, percent-encoded, so that it can follow any address; mostly empty.
  package let suffix: String

  /// Makes a reference.
  package init(path: String, suffix: String = "") {
    self.path = path
    self.suffix = suffix
  }
}

/// How an image is shown.
package struct ImageTraits: Hashable, Sendable {
  /// The description for those who don't see it.
  package var alternative = ""
  package var title = ""

  /// In CSS pixels, 1 to 4096.
  package var width: Int?
  package var height: Int?

  /// Makes the traits of an image of which nothing is said.
  package init() {}
}

/// A heading of a text.
package struct MarkdownHeading: Hashable, Sendable {
  /// As in the source, 1 to 6.
  package let level: Int

  /// With the prefix, unique in the text.
  package let id: String

  /// Without markup.
  package let text: String

  /// The line in the source, from 1.
  package let line: Int

  /// Makes a heading.
  package init(level: Int, id: String, text: String, line: Int) {
    self.level = level
    self.id = id
    self.text = text
    self.line = line
  }
}
