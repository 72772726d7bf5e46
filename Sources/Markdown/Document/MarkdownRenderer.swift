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
    do throws(MarkdownRefusal) {
      return try rendered(text, options, linesBefore: firstLine - 1)
    } catch {
      throw error.moved(by: firstLine - 1)
    }
  }

  /// The text as it is written, in one `pre` element: for what can't be rendered.
  package static func plain(_ text: [UInt8], options: MarkdownOptions) -> RenderedMarkdown {
    var writer = MarkupWriter(options)
    writer.open(.pre, [("tabindex", "0")])
    writer.text(SourceText.repaired(text))
    writer.close(.pre)
    let findings = writer.findings
    return RenderedMarkdown(pieces: writer.finish(), findings: findings)
  }

  private static func rendered(
    _ text: [UInt8], _ options: MarkdownOptions, linesBefore: Int
  ) throws(MarkdownRefusal) -> RenderedMarkdown {
    let source = SourceText(text)
    try MarkdownLimits.check(source.lines)
    let document = try MarkdownDocument(source)
    var renderer = DocumentRenderer(document, options, linesBefore: linesBefore)
    renderer.renderAll()
    let findings = renderer.writer.findings
    return RenderedMarkdown(
      pieces: renderer.writer.finish(), headings: renderer.headings, findings: findings)
  }
}

/// Why a text is not rendered (`bad-input.md`, M003 to M005).
package enum MarkdownRefusal: Error, Hashable, Sendable {
  /// More than 100 block quotes or lists in each other.
  case nesting(line: Int)

  /// More opening brackets in a paragraph than libcmark handles in good time.
  case brackets(line: Int)

  /// A line of more than 100 kB.
  case longLine(line: Int)

  /// The same with its line so many lines further down.
  func moved(by lines: Int) -> MarkdownRefusal {
    switch self {
    case .nesting(let line): .nesting(line: max(line + lines, 1))
    case .brackets(let line): .brackets(line: max(line + lines, 1))
    case .longLine(let line): .longLine(line: max(line + lines, 1))
    }
  }
}
