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
      case .integer(let digits): self = .number(digits)
      case .float(let text): self = JSONNumber.text(text).map { .number($0) } ?? .null
      case .string(let text): self = .string(text)
      case .null, nil: self = .null
      }
    }
  }
}

/// Spells YAML's numbers as JSON wants them.
enum JSONNumber {
  /// `.5` becomes `0.5`, `1.` becomes `1.0`, `+2e3` becomes `2e3`; nothing for infinities and NaN.
  static func text(_ yaml: String) -> String? {
    var body = yaml[...]
    if yaml.hasSuffix("inf") || yaml.hasSuffix("Inf") || yaml.hasSuffix("INF") { return nil }
    if yaml.lowercased().hasSuffix("nan") { return nil }
    let sign = body.first == "-" ? "-" : ""
    if body.first == "-" || body.first == "+" { body = body.dropFirst() }
    var digits = body.prefix { $0.isNumber }
    let rest = body.dropFirst(digits.count)
    while digits.count > 1, digits.first == "0" { digits = digits.dropFirst() }
    let whole = digits.isEmpty ? "0" : String(digits)
    guard rest.first == "." else { return sign + whole + rest }
    let fraction = rest.dropFirst().prefix { $0.isNumber }
    let exponent = rest.dropFirst(1 + fraction.count)
    return sign + whole + "." + (fraction.isEmpty ? "0" : fraction) + exponent
  }
}
