import Formats

/// The custom part of an annotation as lines, each with the path of keys that leads to it.
enum CustomValues {
  struct Line: Equatable {
    /// The keys from the outermost on, with dots between: `training.epochs`, `inputs[0].name`.
    let key: String
    let value: String
  }

  /// The lines of a value in the order of its source; lists of plain values are one line each.
  static func lines(of value: JSONValue?) -> [Line] {
    var lines: [Line] = []
    if let value { append(value, key: "", to: &lines) }
    return lines
  }

  private static func append(_ value: JSONValue, key: String, to lines: inout [Line]) {
    switch value {
    case .object(let members) where !members.isEmpty:
      for member in members {
        append(member.value, key: key.isEmpty ? member.key : "\(key).\(member.key)", to: &lines)
      }
    case .array(let items) where items.contains(where: \.isNested):
      for (index, item) in items.enumerated() {
        append(item, key: "\(key)[\(index)]", to: &lines)
      }
    default: lines.append(Line(key: key, value: value.line))
    }
  }
}

extension JSONValue {
  fileprivate var isNested: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }

  /// A value without nesting, for people.
  fileprivate var line: String {
    switch self {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): text
    case .array(let items): items.isEmpty ? "[]" : items.map(\.line).joined(separator: ", ")
    case .object: "{}"
    }
  }
}
