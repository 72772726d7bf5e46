import Formats

/// A text of a file with its place.
struct PlacedText: Hashable, Sendable {
  let text: String

  /// Counted from 1.
  let line: Int
  let column: Int
}

extension PlacedText {
  /// The key of an entry.
  init(keyOf entry: YAMLEntry) {
    self.init(text: entry.key, line: entry.line, column: entry.column)
  }

  /// The text of any scalar but null, a number's included; nothing for another node.
  init?(_ node: YAMLNode) {
    guard let text = node.plainText else { return nil }
    self.init(text: text, line: node.line, column: node.column)
  }
}

extension YAMLNode {
  /// The text of any scalar but null: `1.0` is `1.0`.
  var plainText: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }
}
