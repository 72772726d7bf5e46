package import Cards
package import Formats
package import Records

/// The card of a version, as it stood at the version's commit (`records.md` §12).
package struct VersionCard: Sendable {
  /// What a text is to the model.
  package enum Kind: Hashable, Sendable {
    /// It describes the model.
    case model

    /// The repository's own README, which need not be about the model.
    case repository
  }

  package let kind: Kind

  /// Relative to the repository's root.
  package let path: String

  /// Tells texts apart: two cards are equal where this is.
  package let identity: String

  /// The front matter, a map; nothing where there is none.
  package let metadata: DataValue?
  package let facts: CardFacts

  /// Results from `model-index`, then from `.eval_results`.
  package let evaluations: [EvaluationResult]

  /// The rendered text, a `RenderedMarkdown` by `RenderedMarkdown.init(coded:)`, in the site's spool.
  package let text: Spool.Place

  /// Why the text is shown as it is written, for people; nothing where it is rendered.
  package let note: String?

  /// The text as it is in the file, where less is shown of it or it is not rendered.
  package let original: CardOriginal?

  /// What the relative addresses of the text lead to at this commit, by the path as written.
  package let targets: [String: CardTarget]
}

/// The whole text of a card, front matter left out.
package struct CardOriginal: Hashable, Sendable {
  /// Where its bytes lie in the site's spool.
  package let bytes: Spool.Place

  /// The SHA-256 of the bytes, in hexadecimal.
  package let digest: String
}

/// A file that a card refers to.
package enum CardTarget: Hashable, Sendable {
  /// A file or folder of the repository, by its path.
  case file(String)

  /// An image that the site copies.
  case image(CardImage)

  /// There is no such file, or none that is shown; why, for people.
  case missing(String)
}

/// An image of a card or of a plot.
package struct CardImage: Hashable, Sendable {
  /// Where its bytes lie in the site's spool.
  package let bytes: Spool.Place

  /// The SHA-256 of the bytes, in hexadecimal.
  package let digest: String
  package let format: ImageHeader.Format

  /// In pixels, as the file says.
  package let width: Int
  package let height: Int
}
