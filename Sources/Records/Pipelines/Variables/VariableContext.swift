import Formats

/// All that `${…}` can name at one place (`records.md` §3).
struct VariableContext: Sendable {
  /// The members of params.yaml and of what `vars` names.
  private(set) var root = VariableMap()

  /// The files that were read into it, whole or by their keys.
  var imports: [String: Set<String>?] = [:]

  /// `item` and `key` in a generated stage, which go before everything else of these names.
  var bindings: [String: Variable] = [:]

  /// The value that an expression names.
  func value(of expression: VariableExpression) -> Variable? {
    guard let first = expression.parts.first else { return nil }
    var current = bindings[first] ?? root[first]
    for part in expression.parts.dropFirst() { current = current?.member(part) }
    return current
  }

  /// Takes the members of a map in.
  ///
  /// - Returns: the names of what was there before and stays so.
  mutating func merge(_ map: VariableMap) -> [[String]] { root.merge(map) }
}
