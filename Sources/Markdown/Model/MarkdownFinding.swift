/// Something in a text that is not shown as it was written (`bad-input.md`, Cards).
package struct MarkdownFinding: Hashable, Sendable {
  package enum Kind: UInt8, CaseIterable, Hashable, Sendable {
    /// HTML that is shown as nothing, since no HTML is wanted (M006).
    case rawHTML

    /// Elements that are never shown, with their content: scripts, frames, styles, drawings, forms
    /// (M007).
    case dangerousElement

    /// Attributes that act: `on…`, `style`, `srcdoc` and the like (M007, M017).
    case dangerousAttribute

    /// An address that is none of http, https, mailto and relative ones (M008).
    case refusedAddress

    /// An image on another host, shown as a link or as its description (M009).
    case remoteImage

    /// An image by `data:` (M008).
    case embeddedImage

    /// Cells or columns of a table beyond the limit (M015).
    case largeTable

    /// The text was cut at its limit (M003).
    case cutText
  }

  package let kind: Kind

  /// How many there are.
  package let count: Int

  /// The line of the first one in the text, from 1.
  package let line: Int

  /// The first one's name or address, shortened and without control characters; may be empty.
  package let example: String

  /// Makes a finding.
  package init(_ kind: Kind, count: Int, line: Int, example: String) {
    self.kind = kind
    self.count = count
    self.line = line
    self.example = example
  }
}
