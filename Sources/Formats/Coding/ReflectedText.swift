/// Writes values so that different ones have different texts, without knowing their types: a setting
/// that somebody adds can't be forgotten.
///
/// Only for structs, enums, and what the standard library makes of such: few, as reflection is slow.
package enum ReflectedText {
  /// The text of a value: the same in every run for equal values.
  package static func text(of value: Any) -> String {
    if let text = value as? String { return "\(text.utf8.count):\(text)" }
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.map { child in
      (child.label.map { "\($0)=" } ?? "") + text(of: child.value)
    }
    switch mirror.displayStyle {
    case .set, .dictionary: return "{\(children.sorted().joined(separator: ","))}"
    case .collection: return "[\(children.joined(separator: ","))]"
    case .optional: return children.first.map { "?(\($0))" } ?? "nil"
    case .enum where children.isEmpty: return "\(value)"
    case nil: return "\(value)"
    default: return "\(mirror.subjectType)(\(children.joined(separator: ",")))"
    }
  }
}
