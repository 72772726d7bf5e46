/// Writes the markup of a text: whatever reaches a page goes through here, Markdown's own elements and
/// HTML of the text alike, so that one stack of open elements keeps them well nested
/// (`hostile-input.md` §1).
package struct MarkupWriter {
  /// An element that Markdown itself makes.
  package enum Element: String, Hashable, Sendable {
    case p, blockquote, pre, code, em, strong, del, ul, ol, li, h1, h2, h3, h4, h5, h6, hr, br
    case table, thead, tbody, tr, th, td, div, span, input, label
  }

  /// What was left out so far.
  private(set) var findings: [MarkdownFinding] = []

  init(_ options: MarkdownOptions) {}

  /// Opens an element of Markdown's own: HTML of the text can't close it. Elements of the text's HTML that can't hold
  /// it (an open `p`, a `table` without a cell) are ended first. `attributes` come from the program alone; values are escaped.
  mutating func open(_ element: Element, _ attributes: [(name: StaticString, value: String)] = []) {
  }

  /// Closes the innermost open element of this name, and what the text's HTML left open in it.
  mutating func close(_ element: Element) {}

  /// Writes an element that has no content.
  mutating func void(_ element: Element, _ attributes: [(name: StaticString, value: String)] = []) {
  }

  /// Writes text, escaped, without control characters.
  mutating func text(_ text: some Collection<UInt8>) {}

  /// Begins a link, as the policy for addresses allows; a link that is open ends first.
  mutating func openLink(to destination: [UInt8], title: [UInt8], line: Int) {}

  /// Ends the link of the last `openLink`, also where the policy left it out.
  mutating func closeLink() {}

  /// An image, as the policy allows.
  mutating func image(_ destination: [UInt8], _ traits: ImageTraits, line: Int) {}

  /// HTML of the text: a block of it, or one inline tag, in the order of the text.
  mutating func raw(_ html: [UInt8], line: Int) {}

  /// An id for a heading or an anchor of this name: prefixed, in the way of forges (lower case,
  /// hyphens), unique in the text.
  mutating func id(for name: String) -> String { "" }

  /// Notes something that is not shown as written.
  mutating func note(_ kind: MarkdownFinding.Kind, line: Int, example: String) {}

  /// Ends every element, leads `#…` links to the ids there are (as written, or as a heading's name;
  /// links to none stay text), and gives the pieces.
  consuming func finish() -> [RenderedMarkdown.Piece] { [] }
}
