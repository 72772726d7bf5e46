import Markdown

/// The markup of a text, all pieces together, or why there is none.
func markup(of text: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  do throws(MarkdownRefusal) {
    return markup(of: try MarkdownRenderer.render(Array(text.utf8), options: options))
  } catch {
    return "\(error)"
  }
}

/// The markup of what is rendered.
func markup(of rendered: RenderedMarkdown) -> String {
  var result = ""
  for case .markup(let bytes) in rendered.pieces {
    result += String(decoding: bytes, as: UTF8.self)
  }
  return result
}
