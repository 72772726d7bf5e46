import Formats

/// Writes values of record files in the words of their source.
enum ValueText {
  /// The value on the page: texts as they are, lists and maps as compact JSON, up to about so many
  /// bytes.
  static func text(of value: LoggedValue, limit: Int) -> String {
    switch value {
    case .number(let number): number.text
    case .text(let text), .date(let text):
      SiteText.shown(cut(text, to: limit) ?? text)
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .list(let items): compact(.list(items), limit: limit)
    case .map(let members): compact(.map(members), limit: limit)
    }
  }

  /// The beginning of a text of more characters than that, with an ellipsis; nothing for others.
  static func cut(_ text: String, to limit: Int) -> String? {
    guard text.utf8.count > limit,
      let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    else { return nil }
    return text[..<end] + "…"
  }

  private static func compact(_ value: DataValue, limit: Int) -> String {
    var writer = CompactWriter(limit: limit)
    writer.write(value, depth: 0)
    return SiteText.shown(String(decoding: writer.bytes, as: UTF8.self))
  }
}

/// Writes JSON with blanks where people expect them, and stops when it has written enough.
private struct CompactWriter {
  private(set) var bytes: [UInt8] = []
  private let limit: Int

  /// Deeper values are told by an ellipsis.
  private static let depthLimit = 32

  init(limit: Int) { self.limit = limit }

  mutating func write(_ value: DataValue, depth: Int) {
    guard depth < Self.depthLimit else { return append("…") }
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    case .number(let number): append(number.text)
    case .string(let text), .date(let text): quote(text)
    case .list(let items):
      writeAll("[", items, "]") { $0.write($1, depth: depth + 1) }
    case .map(let members):
      writeAll("{", members, "}") { writer, member in
        writer.quote(member.key)
        writer.append(": ")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeAll<Element>(
    _ open: String, _ elements: [Element], _ close: String,
    _ write: (inout CompactWriter, Element) -> Void
  ) {
    append(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(", ") }
      if bytes.count > limit {
        append("…")
        break
      }
      write(&self, element)
    }
    append(close)
  }

  private mutating func quote(_ text: String) {
    var json = JSONWriter(style: .line)
    json.string(ValueText.cut(text, to: limit) ?? text)
    bytes += json.bytes
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }
}
