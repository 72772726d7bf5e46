/// A text parsed, with its tables.
struct MarkdownDocument {
  let source: SourceText
  let tree: MarkdownTree

  /// The text's own nodes; others before them are cells of tables.
  let body: Range<Int>

  /// The lines that libcmark read before the text's first one.
  let linesBefore: Int

  /// Parses a text that is within the limits.
  init(_ source: SourceText) throws(MarkdownRefusal) {
    self.source = source
    tree = try ParsedText(source.lines.text).tree(escape: source.escape)
    body = tree.nodes.indices
    linesBefore = 0
  }
}
