/// Collects markup and the pieces between, and links to places of the text, which are known at its
/// end only.
struct PieceBuffer {
  private enum Part {
    case piece(RenderedMarkdown.Piece)
    case fragmentStart(String, title: String)
    case fragmentEnd
  }

  private var parts: [Part] = []
  private var markup: [UInt8] = []

  /// Whether a newline would come first in a `pre`, where a browser drops it.
  private var isAtStartOfPre = false

  /// Appends text that was cleaned.
  mutating func append(text: [UInt8]) {
    let kept = isAtStartOfPre ? text.drop { $0 == 0x0A } : text[...]
    guard !kept.isEmpty else { return }
    MarkupText.appendEscaped(kept, to: &markup)
    isAtStartOfPre = false
  }

  /// Appends the start of an element; values are cleaned and escaped.
  mutating func append(
    startOf name: String, _ attributes: some Sequence<(name: String, value: String)>
  ) {
    markup.append(UInt8(ascii: "<"))
    markup += name.utf8
    for (name, value) in attributes {
      markup += " \(name)=\"".utf8
      MarkupText.appendEscaped(MarkupText.clean(value.utf8)[...], to: &markup)
      markup.append(UInt8(ascii: "\""))
    }
    markup.append(UInt8(ascii: ">"))
    isAtStartOfPre = name == "pre"
  }

  mutating func append(endOf name: String) {
    markup += "</\(name)>".utf8
    isAtStartOfPre = false
  }

  mutating func append(_ piece: RenderedMarkdown.Piece) {
    flush()
    parts.append(.piece(piece))
  }

  mutating func append(startOfLinkTo fragment: String, title: String) {
    flush()
    parts.append(.fragmentStart(fragment, title: title))
  }

  mutating func appendEndOfLinkToFragment() {
    flush()
    parts.append(.fragmentEnd)
  }

  private mutating func flush() {
    if !markup.isEmpty { parts.append(.piece(.markup(markup))) }
    markup = []
  }

  /// The pieces, with links to the ids there are; links to none are left out, their text stays.
  consuming func finish(_ names: AnchorNames) -> [RenderedMarkdown.Piece] {
    flush()
    var pieces: [RenderedMarkdown.Piece] = []
    var rest = PieceBuffer()
    var isLink = false
    for part in parts {
      switch part {
      case .piece(.markup(let bytes)): rest.markup += bytes
      case .piece(let piece):
        rest.moveMarkup(to: &pieces)
        pieces.append(piece)
      case .fragmentStart(let name, let title):
        isLink = rest.appendLink(to: names.id(named: name), title: title)
      case .fragmentEnd:
        if isLink { rest.append(endOf: "a") }
      }
    }
    rest.moveMarkup(to: &pieces)
    return pieces
  }

  private mutating func moveMarkup(to pieces: inout [RenderedMarkdown.Piece]) {
    if !markup.isEmpty { pieces.append(.markup(markup)) }
    markup = []
  }

  private mutating func appendLink(to id: String?, title: String) -> Bool {
    guard let id else { return false }
    let address = String(decoding: PercentCoding.encoded(Array(id.utf8)[...]), as: UTF8.self)
    let titles = title.isEmpty ? [] : [(name: "title", value: title)]
    append(startOf: "a", [(name: "href", value: "#" + address)] + titles)
    return true
  }
}
