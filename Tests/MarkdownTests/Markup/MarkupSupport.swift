@testable import Markdown

/// A text of the writer's pieces: links and images of the repository in square brackets.
func shown(_ pieces: [RenderedMarkdown.Piece]) -> String {
  pieces.map { piece in
    switch piece {
    case .markup(let bytes): String(decoding: bytes, as: UTF8.self)
    case .linkStart(let file, let title): "[\(file.path)\(file.suffix)|\(title)]"
    case .linkEnd: "[/]"
    case .image(let file, let traits): "[img \(file.path)|\(traits.alternative)]"
    }
  }.joined()
}

/// What the writer makes of HTML as one block of a text.
func written(_ html: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  written(options) { $0.raw(Array(html.utf8), line: 1) }
}

/// What the writer makes of HTML in a paragraph of Markdown, each tag on its own.
func writtenInParagraph(_ parts: String...) -> String {
  written { writer in
    writer.open(.p)
    for part in parts {
      if part.hasPrefix("<") {
        writer.raw(Array(part.utf8), line: 1)
      } else {
        writer.text(part.utf8)
      }
    }
    writer.close(.p)
  }
}

func written(
  _ options: MarkdownOptions = MarkdownOptions(), _ write: (inout MarkupWriter) -> Void
) -> String {
  var writer = MarkupWriter(options)
  write(&writer)
  return shown(writer.finish())
}

/// What the writer finds in HTML as one block that begins on a line.
func findings(
  _ html: String, line: Int = 1, _ options: MarkdownOptions = MarkdownOptions()
) -> [MarkdownFinding] {
  var writer = MarkupWriter(options)
  writer.raw(Array(html.utf8), line: line)
  return writer.findings
}

/// The first fault of markup that should be well nested, of wanted elements and attributes only.
func fault(in markup: String) -> String? {
  var open: [String] = []
  for part in markup.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
    guard let end = part.firstIndex(of: ">") else { return "a tag without end: \(part)" }
    let tag = part[..<end]
    guard !part[part.index(after: end)...].contains(">") else { return "a > in text: \(part)" }
    let name = String(tag.prefix { $0 != " " })
    if name.hasPrefix("/") {
      guard open.popLast() == String(name.dropFirst()) else { return "ends wrongly: \(tag)" }
      continue
    }
    guard let element = ElementName(rawValue: name) else { return "unwanted: \(tag)" }
    if let attribute = unwantedAttribute(in: tag.dropFirst(name.count)) {
      return "unwanted attribute: \(attribute)"
    }
    if !element.isVoid { open.append(name) }
  }
  return open.isEmpty ? nil : "left open: \(open)"
}

private func unwantedAttribute(in attributes: Substring) -> String? {
  let wanted: Set<String> = [
    "id", "class", "title", "lang", "dir", "href", "rel", "colspan", "rowspan", "start", "open",
  ]
  let parts = attributes.split(separator: "\"", omittingEmptySubsequences: false)
  for name in stride(from: 0, to: parts.count - 1, by: 2).map({ parts[$0] }) {
    guard name.hasPrefix(" "), name.hasSuffix("="),
      wanted.contains(String(name.dropFirst().dropLast()))
    else { return String(name) }
  }
  return nil
}
