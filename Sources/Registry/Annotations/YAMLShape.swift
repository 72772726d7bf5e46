import Formats
import GitStore

extension YAMLNode {
  /// The text of any scalar but null: `1.0` is `1.0`, as other people's tools write numbers where
  /// text is meant.
  var plainText: String? {
    guard case .scalar(let text, _) = content, !isNull else { return nil }
    return text
  }
}

extension FormatError {
  /// A node of another kind than the file's format asks for (`bad-input.md`, Y012).
  static func shape(_ node: YAMLNode, expected: String) -> FormatError {
    FormatError(
      code: "Y012", line: node.line, column: node.column,
      problem: "expected \(expected), found \(node.kind)")
  }

  /// A key that the format does not know (`bad-input.md`, Y013).
  static func unknownKey(_ entry: YAMLEntry, among known: [String]) -> FormatError {
    FormatError(
      code: "Y013", line: entry.line, column: entry.column, problem: "unknown key “\(entry.key)”",
      help: NearestName.among(known, to: entry.key).map { "did you mean “\($0)”?" })
  }
}

extension JSONValue {
  /// The value of a YAML node; numbers keep their digits, what JSON has no number for is null.
  init(_ node: YAMLNode) {
    switch node.content {
    case .sequence(let items):
      self = .array(items.map(JSONValue.init))
    case .mapping(let entries):
      self = .object(entries.map { JSONMember($0.key, JSONValue($0.value)) })
    case .scalar:
      switch node.scalar {
      case .bool(let flag): self = .bool(flag)
      case .integer, .float:
        guard let number = node.scalar?.number, !number.isSpecial else {
          self = .null
          return
        }
        self = .number(number.text)
      case .string(let text): self = .string(text)
      case .null, nil: self = .null
      }
    }
  }
}
