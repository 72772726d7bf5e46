/// A tag of a template, as its source says it.
struct TemplateTag {
  enum Kind {
    case variable, raw, section, inverted, close, comment, partial, parent, block
  }

  let kind: Kind
  let name: String
  let place: TemplatePlace
  /// Whether it belongs to a parent or a block; such tags may share a line and still stand alone.
  let isInheritance: Bool
}

/// A line of a template; newlines within a tag don't end it.
struct TemplateLine {
  enum Token {
    case text(ArraySlice<UInt8>)
    case tag(TemplateTag)
  }

  /// The spaces and tabs at the start, which `tokens` no longer hold.
  private(set) var blanks: ArraySlice<UInt8> = []
  private(set) var tokens: [Token] = []

  mutating func append(_ text: ArraySlice<UInt8>) {
    var text = text
    if tokens.isEmpty, blanks.isEmpty {
      blanks = text.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      text = text.dropFirst(blanks.count)
    }
    if !text.isEmpty { tokens.append(.text(text)) }
  }

  mutating func append(_ tag: TemplateTag) { tokens.append(.tag(tag)) }

  var tags: [TemplateTag] {
    tokens.compactMap { if case .tag(let tag) = $0 { tag } else { nil } }
  }

  /// Whether nothing but blanks lies around the tags.
  private var hasNoText: Bool {
    tokens.allSatisfy { if case .text(let text) = $0 { text.allSatisfy(\.isBlank) } else { true } }
  }

  var isBlank: Bool { hasNoText && tags.isEmpty }

  /// Whether the line holds tags alone and so writes nothing itself.
  ///
  /// A block that opens and closes on its line keeps the line's end: its content stands in it.
  var standsAlone: Bool {
    let tags = tags
    guard hasNoText, let last = tags.last else { return false }
    if tags.count == 1 { return last.kind != .variable && last.kind != .raw }
    let isBlockLine =
      last.kind == .close && tags.contains { $0.kind == .block && $0.name == last.name }
    return !isBlockLine && tags.allSatisfy(\.isInheritance)
  }
}

extension UInt8 {
  /// Whether the byte is a space, a tab or part of a line's end.
  var isBlank: Bool { self == UInt8(ascii: " ") || (0x09...0x0D).contains(self) }
}
