/// How Markdown becomes markup.
package struct MarkdownOptions: Hashable, Sendable {
  /// What becomes of HTML in the Markdown.
  package enum HTML: String, CaseIterable, Hashable, Sendable {
    /// Elements and attributes of a list are written anew; everything else goes
    /// (`hostile-input.md` §1).
    case allowList = "allow-list"

    /// No HTML is shown.
    case none
  }

  /// What becomes of images on other hosts, which no page loads.
  package enum RemoteImages: String, CaseIterable, Hashable, Sendable {
    /// A link with the image's description.
    case link

    /// The description alone.
    case drop
  }

  package var html = HTML.allowList
  package var remoteImages = RemoteImages.link

  /// By how much headings go down, so that they stand below those of the page; none gets below 6.
  package var headingShift = 0

  /// Stands before each id, so that none clashes with the page's own.
  package var idPrefix = "card-"

  /// Makes the options that hold where nothing is configured.
  package init() {}

  /// The level of a heading on the page, 1 to 6.
  func headingLevel(_ level: Int) -> Int { min(max(level, 1) + headingShift, 6) }
}
