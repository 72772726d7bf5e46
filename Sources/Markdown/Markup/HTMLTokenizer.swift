/// Splits HTML of a text into tags and text in the way of a browser's tokenizer, without a tree.
///
/// Comments, doctypes, CDATA and processing instructions are passed over. A tag that doesn't end is
/// text. Takes time linear in the HTML.
struct HTMLTokenizer {
  struct Tag: Hashable {
    /// In lower case.
    let name: String
    let isEnd: Bool

    /// The names in lower case, and where the values lie in the HTML, as written.
    let attributes: [Attribute]

    /// Where the tag lies in the HTML.
    let range: Range<Int>
  }

  struct Attribute: Hashable {
    let name: String
    let value: Range<Int>
  }

  enum Token: Hashable {
    case text(Range<Int>)
    case tag(Tag)
  }

  let html: [UInt8]
  private(set) var position = 0

  /// Ends that aren't there any more, lest they are looked for again and again.
  private var missing: Set<[UInt8]> = []

  init(_ html: [UInt8]) { self.html = html }

  mutating func next() -> Token? {
    while position < html.count {
      let start = position
      guard byte(start) == UInt8(ascii: "<"), let second = byte(start + 1) else { return text() }
      switch second {
      case UInt8(ascii: "!"), UInt8(ascii: "?"): skipDeclaration()
      case UInt8(ascii: "/"):
        guard let third = byte(start + 2) else { return text() }
        if third.isASCIILetter { return tag(nameAt: start + 2, isEnd: true) }
        skip(past: [UInt8(ascii: ">")])
      default:
        return second.isASCIILetter ? tag(nameAt: start + 1, isEnd: false) : text()
      }
    }
    return nil
  }

  /// Goes to the end tag of this name, or to the end; tells whether there is one.
  mutating func skip(toEndTagOf name: String) -> Bool {
    let wanted = Array(name.utf8)
    while position < html.count {
      if byte(position) == UInt8(ascii: "<"), byte(position + 1) == UInt8(ascii: "/"),
        html[(position + 2)...].prefix(wanted.count).elementsEqual(wanted, by: { $0 | 0x20 == $1 }),
        byte(position + 2 + wanted.count).map(\.endsTagName) ?? false
      {
        return true
      }
      position += 1
    }
    return false
  }

  private func byte(_ index: Int) -> UInt8? { index < html.count ? html[index] : nil }

  /// Text up to the next `<` that begins something.
  private mutating func text() -> Token {
    let start = position
    position += 1
    while let current = byte(position) {
      if current == UInt8(ascii: "<"), byte(position + 1)?.opensMarkup ?? false { break }
      position += 1
    }
    return .text(start..<position)
  }
}

/// Tags.
extension HTMLTokenizer {
  private mutating func tag(nameAt nameStart: Int, isEnd: Bool) -> Token {
    let start = position
    position = nameStart
    let name = lowercased { $0.endsTagName }
    var attributes: [Attribute] = []
    while let current = byte(position) {
      if current == UInt8(ascii: ">") {
        position += 1
        let range = start..<position
        return .tag(Tag(name: name, isEnd: isEnd, attributes: attributes, range: range))
      }
      if current.isHTMLSpace || current == UInt8(ascii: "/") {
        position += 1
      } else {
        attributes.append(attribute())
      }
    }
    return .text(start..<html.count)
  }

  private mutating func attribute() -> Attribute {
    let start = position
    let name = lowercased { [start] byte, index in
      byte.endsTagName || (byte == UInt8(ascii: "=") && index > start)
    }
    let afterName = position
    skipSpaces()
    guard byte(position) == UInt8(ascii: "=") else {
      position = afterName
      return Attribute(name: name, value: afterName..<afterName)
    }
    position += 1
    skipSpaces()
    return Attribute(name: name, value: value())
  }

  private mutating func value() -> Range<Int> {
    let quote = byte(position)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      let start = position
      while let current = byte(position), !current.isHTMLSpace, current != UInt8(ascii: ">") {
        position += 1
      }
      return start..<position
    }
    position += 1
    let start = position
    while let current = byte(position), current != quote { position += 1 }
    let end = position
    position = min(position + 1, html.count)
    return start..<end
  }

  private mutating func skipSpaces() {
    while byte(position)?.isHTMLSpace ?? false { position += 1 }
  }

  private mutating func lowercased(until ends: (UInt8) -> Bool) -> String {
    lowercased { byte, _ in ends(byte) }
  }

  private mutating func lowercased(until ends: (UInt8, Int) -> Bool) -> String {
    let start = position
    while let current = byte(position), !ends(current, position) { position += 1 }
    return String(decoding: html[start..<position].map(\.asciiLowercased), as: UTF8.self)
  }
}

/// Comments and the like.
extension HTMLTokenizer {
  private mutating func skipDeclaration() {
    let rest = html[position...]
    if rest.starts(with: "<!-->".utf8) || rest.starts(with: "<!--->".utf8) {
      skip(past: [UInt8(ascii: ">")])
    } else if rest.starts(with: "<!--".utf8) {
      position += 4
      skipComment()
    } else if rest.starts(with: "<![CDATA[".utf8) {
      skip(past: Array("]]>".utf8), or: [UInt8(ascii: ">")])
    } else if rest.starts(with: "<?".utf8) {
      skip(past: Array("?>".utf8), or: [UInt8(ascii: ">")])
    } else {
      skip(past: [UInt8(ascii: ">")])
    }
  }

  /// A comment ends with `-->` or `--!>`; an open one takes the rest.
  private mutating func skipComment() {
    while position < html.count {
      let rest = html[position...]
      if rest.starts(with: "-->".utf8) || rest.starts(with: "--!>".utf8) {
        return skip(past: [UInt8(ascii: ">")])
      }
      position += 1
    }
  }

  /// Goes behind the first of these ends that there is, or to the end.
  private mutating func skip(past first: [UInt8], or second: [UInt8]? = nil) {
    if !missing.contains(first) {
      var index = position
      while index < html.count {
        if html[index...].starts(with: first) {
          position = index + first.count
          return
        }
        index += 1
      }
      missing.insert(first)
    }
    if let second { skip(past: second) } else { position = html.count }
  }
}

extension UInt8 {
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// Space as HTML has it between attributes.
  var isHTMLSpace: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
  }

  fileprivate var endsTagName: Bool {
    isHTMLSpace || self == UInt8(ascii: "/") || self == UInt8(ascii: ">")
  }

  /// Whether `<` before this byte begins a tag or a declaration.
  fileprivate var opensMarkup: Bool {
    isASCIILetter || self == UInt8(ascii: "/") || self == UInt8(ascii: "!")
      || self == UInt8(ascii: "?")
  }
}
