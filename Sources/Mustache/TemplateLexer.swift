/// Splits a template into lines of text and tags.
struct TemplateLexer {
  private(set) var lines: [TemplateLine] = [TemplateLine()]
  private(set) var errors: [TemplateError] = []
  private let file: String
  private let source: [UInt8]
  private var open: [TemplateTag.Kind] = []
  private var position = (offset: 0, line: 1, column: 1)

  init(file: String, source: [UInt8]) {
    (self.file, self.source) = (file, source)
    var offset = source.starts(with: "\u{FEFF}".utf8) ? 3 : 0
    position.offset = offset
    while let start = find("{{", from: offset) {
      addText(source[offset..<start])
      offset = addTag(at: start)
    }
    addText(source[offset...])
  }

  private mutating func addText(_ text: ArraySlice<UInt8>) {
    var rest = text
    while let newline = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines[lines.count - 1].append(rest[...newline])
      lines.append(TemplateLine())
      rest = rest[(newline + 1)...]
    }
    lines[lines.count - 1].append(rest)
  }

  /// Returns the offset after the tag.
  private mutating func addTag(at start: Int) -> Int {
    let isTriple = source[start...].starts(with: "{{{".utf8)
    let close = isTriple ? "}}}" : "}}"
    let place = place(at: start)
    guard let end = find(close, from: start + close.utf8.count) else {
      errors.append(TemplateError(place: place, problem: "the tag isn't closed with \(close)"))
      return source.count
    }
    let content = Self.trimmed(source[(start + close.utf8.count)..<end])
    let sigil = isTriple ? nil : content.first.flatMap { Self.sigils[$0] }
    let name = String(
      decoding: Self.trimmed(content.dropFirst(sigil == nil ? 0 : 1)), as: UTF8.self)
    let kind = isTriple ? .raw : sigil ?? .variable
    if let problem = Self.problem(of: kind, name: name) {
      errors.append(TemplateError(place: place, problem: problem))
    }
    addTag(kind, name: name, at: place)
    return end + close.utf8.count
  }

  private mutating func addTag(_ kind: TemplateTag.Kind, name: String, at place: TemplatePlace) {
    let opener = kind == .close ? open.popLast() : kind
    if [.section, .inverted, .parent, .block].contains(kind) { open.append(kind) }
    let isInheritance = opener == .parent || opener == .block
    lines[lines.count - 1].append(
      TemplateTag(kind: kind, name: name, place: place, isInheritance: isInheritance))
  }

  private static let sigils: [UInt8: TemplateTag.Kind] = [
    UInt8(ascii: "#"): .section, UInt8(ascii: "^"): .inverted, UInt8(ascii: "/"): .close,
    UInt8(ascii: "!"): .comment, UInt8(ascii: "&"): .raw, UInt8(ascii: ">"): .partial,
    UInt8(ascii: "<"): .parent, UInt8(ascii: "$"): .block,
  ]

  private static func problem(of kind: TemplateTag.Kind, name: String) -> String? {
    switch kind {
    case .comment: nil
    case _ where name.isEmpty: "the tag names nothing"
    case .variable where name.hasPrefix("="): "delimiters can't be changed"
    case .partial where name.hasPrefix("*"), .parent where name.hasPrefix("*"):
      "the name of a partial or parent can't come from a value"
    case _ where name.contains(where: { $0.isWhitespace || $0 == "{" || $0 == "}" }):
      "a name can't hold blanks or braces"
    default: nil
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = bytes.drop(while: \.isBlank)
    return rest.dropLast(rest.reversed().prefix(while: \.isBlank).count)
  }

  private func find(_ mark: String, from offset: Int) -> Int? {
    stride(from: offset, through: source.count - mark.utf8.count, by: 1).first {
      source[$0...].starts(with: mark.utf8)
    }
  }

  private mutating func place(at offset: Int) -> TemplatePlace {
    for byte in source[position.offset..<offset] {
      if byte == UInt8(ascii: "\n") {
        position.line += 1
        position.column = 1
      } else if byte & 0xC0 != 0x80 {
        position.column += 1
      }
    }
    position.offset = offset
    return TemplatePlace(file: file, line: position.line, column: position.column)
  }
}
