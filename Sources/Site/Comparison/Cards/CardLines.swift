import Markdown

/// The text of a card as lines by section, as a reader would see it: what two cards are compared by.
struct CardLines: Sendable {
  /// What stands under one heading.
  struct Section: Hashable, Sendable {
    /// Without markup; empty for what stands before the first heading.
    let heading: String
    var lines: [String]
  }

  private(set) var sections: [Section] = [Section(heading: "", lines: [])]

  init(_ text: RenderedMarkdown) {
    var reader = Reader()
    for piece in text.pieces {
      switch piece {
      case .markup(let bytes): reader.read(bytes)
      case .image(let file, let traits):
        reader.append("[image: \(traits.alternative.isEmpty ? file.path : traits.alternative)]")
      case .linkStart, .linkEnd: break
      }
    }
    reader.endLine()
    sections = reader.sections.filter { !$0.heading.isEmpty || !$0.lines.isEmpty }
  }

  /// Takes the text out of markup that the program itself wrote.
  private struct Reader {
    private(set) var sections = [Section(heading: "", lines: [])]
    private var line: [UInt8] = []
    private var isPreformatted = false
    private var isHeading = false

    /// Elements that begin and end a line of their own.
    private static let blocks: Set<String> = [
      "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "tr", "pre", "div", "blockquote", "br", "dt",
      "dd", "ul", "ol", "table", "hr", "details", "summary", "figure", "figcaption", "section",
    ]

    mutating func append(_ text: String) { line += text.utf8 }

    mutating func read(_ markup: [UInt8]) {
      var place = 0
      while place < markup.count {
        let byte = markup[place]
        place += 1
        switch byte {
        case UInt8(ascii: "<"):
          let end = markup[place...].firstIndex(of: UInt8(ascii: ">")) ?? markup.count
          read(tag: markup[place..<end])
          place = end + 1
        case UInt8(ascii: "&"):
          let (character, length) = Self.character(markup[place...])
          line.append(character)
          place += length
        case 0x0A where isPreformatted: endLine()
        case 0x0A: line.append(0x20)
        default: line.append(byte)
        }
      }
    }

    private mutating func read(tag: ArraySlice<UInt8>) {
      let isEnd = tag.first == UInt8(ascii: "/")
      let name = String(
        decoding: tag.dropFirst(isEnd ? 1 : 0).prefix { $0.isASCIIAlphanumeric }, as: UTF8.self)
      if name == "td" || name == "th", !isEnd, !line.isEmpty { append(" | ") }
      if name == "input" {
        append(String(decoding: tag, as: UTF8.self).contains("checked") ? "[x] " : "[ ] ")
      }
      guard Self.blocks.contains(name) else { return }
      let isTitle = name.utf8.count == 2 && name.utf8.first == UInt8(ascii: "h") && name != "hr"
      if isTitle, isEnd { endHeading() } else { endLine() }
      if isTitle, !isEnd { isHeading = true }
      if name == "pre" { isPreformatted = !isEnd }
      if name == "li", !isEnd { append("• ") }
    }

    /// The few references that escaped text has.
    private static let characters: [String: UInt8] = [
      "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"),
      "quot": UInt8(ascii: "\""), "#39": UInt8(ascii: "'"), "nbsp": UInt8(ascii: " "),
    ]

    /// The character of the reference that text begins with, and how long its name is.
    private static func character(_ rest: ArraySlice<UInt8>) -> (UInt8, length: Int) {
      let name = rest.prefix(8).prefix { $0 != UInt8(ascii: ";") }
      guard name.count < 8, let character = characters[String(decoding: name, as: UTF8.self)]
      else { return (UInt8(ascii: "&"), 0) }
      return (character, name.count + 1)
    }

    private mutating func endHeading() {
      sections.append(Section(heading: trimmed(), lines: []))
      line = []
      isHeading = false
    }

    mutating func endLine() {
      guard !isHeading else { return }
      let text = isPreformatted ? String(decoding: line, as: UTF8.self) : trimmed()
      if !text.isEmpty, text != "•" { sections[sections.count - 1].lines.append(text) }
      line = []
    }

    /// The line with single blanks, none at its ends.
    private func trimmed() -> String {
      var text: [UInt8] = []
      text.reserveCapacity(line.count)
      for byte in line where byte != 0x20 || (text.last ?? 0x20) != 0x20 { text.append(byte) }
      if text.last == 0x20 { text.removeLast() }
      return SiteText.shown(String(decoding: text, as: UTF8.self))
    }
  }
}
