/// Renders CommonMark with tables, task lists, strikethrough, autolinks and alerts
/// (`hostile-input.md` §6).
package enum MarkdownRenderer {
  /// Renders a text in UTF-8 without its front matter.
  ///
  /// libcmark can't be stopped, so hostile texts belong into a process that can (`hostile-input.md`
  /// §2); texts that are known to hurt it are refused before.
  ///
  /// - Parameter firstLine: the number of the text's first line in its file, from 1.
  package static func render(
    _ text: [UInt8], options: MarkdownOptions, firstLine: Int = 1
  ) throws(MarkdownRefusal) -> RenderedMarkdown {
    throw .nesting(line: 1)
  }

  /// The text as it is written, in one `pre` element: for what can't be rendered.
  package static func plain(_ text: [UInt8], options: MarkdownOptions) -> RenderedMarkdown {
    RenderedMarkdown()
  }
}

/// Why a text is not rendered (`bad-input.md`, M003 to M005).
package enum MarkdownRefusal: Error, Hashable, Sendable {
  /// More than 100 block quotes or lists in each other.
  case nesting(line: Int)

  /// More opening brackets in a paragraph than libcmark handles in good time.
  case brackets(line: Int)

  /// Runs of emphasis marks or other things that libcmark takes too long for.
  case marks(line: Int)

  /// A line of more than 100 kB.
  case longLine(line: Int)
}

extension MarkdownRenderer {
  /// Where to cut a text so that at most `limit` bytes of it are left.
  package static func cut(_ text: [UInt8], limit: Int) -> Int { min(text.count, limit) }
}
