/// A node of a YAML document, with its place.
package struct YAMLNode: Sendable {
  package let content: Content

  /// Counted from 1.
  package let line: Int
  package let column: Int

  /// What a node holds; scalars are still untyped.
  package enum Content: Sendable {
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  /// The entries of a mapping; nothing for another node.
  package var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The nodes of a sequence; nothing for another node.
  package var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The node's value under the core schema.
  package var scalar: YAMLScalar? {
    guard case .scalar(let text, let isPlain) = content else { return nil }
    return isPlain ? YAMLScalar(plain: text) : .string(text)
  }

  /// The text of a scalar that is a string under the core schema.
  package var string: String? {
    guard case .string(let text) = scalar else { return nil }
    return text
  }

  /// Whether the node is a scalar that means null.
  package var isNull: Bool { scalar == .null }

  /// The value of the entry with that key.
  package subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What the node is, for messages: `a list`, `a mapping`, `a number`…
  package var kind: String {
    switch content {
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    case .scalar:
      switch scalar {
      case .null: return "null"
      case .bool: return "a boolean"
      case .integer, .float: return "a number"
      case .string, nil: return "text"
      }
    }
  }
}

/// A key of a mapping and its value.
package struct YAMLEntry: Sendable {
  /// The key's text; keys that are no strings become strings.
  package let key: String

  /// The place of the key.
  package let line: Int
  package let column: Int
  package let value: YAMLNode
}
