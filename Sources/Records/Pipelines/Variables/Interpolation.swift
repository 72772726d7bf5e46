import Formats

/// Why a text could not be worked out.
struct InterpolationError: Error {
  let problem: String
}

extension TextTemplate {
  /// Which values may be put in.
  enum Use {
    /// Single values only.
    case text
    /// Maps, too, as command-line options.
    case command
  }

  /// What the text is in a context; a value that makes the whole text keeps its type
  /// (`records.md` §3).
  func value(
    in context: VariableContext, _ budget: inout ExpansionBudget, _ tracker: inout VariableTracker,
    use: Use = .text
  ) throws(InterpolationError) -> DataValue {
    if let constantText { return .string(constantText) }
    if let onlyExpression {
      let value = try Self.variable(onlyExpression, in: context, &budget, &tracker).value
      if PythonText.plain(value) != nil { return value }
    }
    return .string(try text(in: context, &budget, &tracker, use: use))
  }

  /// What the text is in a context, as text.
  func text(
    in context: VariableContext, _ budget: inout ExpansionBudget, _ tracker: inout VariableTracker,
    use: Use = .text
  ) throws(InterpolationError) -> String {
    if let constantText { return constantText }
    var text = ""
    for piece in pieces {
      let part: String
      switch piece {
      case .literal(let literal): part = literal
      case .broken(let written):
        throw InterpolationError(problem: "“\(written)” is no expression")
      case .expression(let expression):
        let variable = try Self.variable(expression, in: context, &budget, &tracker)
        part = try Self.spelled(variable, expression, use)
      }
      guard budget.takeBytes(part.utf8.count) else {
        throw InterpolationError(problem: "the file expands to more text than is read")
      }
      text += part
    }
    return onlyExpression == nil ? Self.unescaped(text) : text
  }

  private static func variable(
    _ expression: VariableExpression, in context: VariableContext,
    _ budget: inout ExpansionBudget, _ tracker: inout VariableTracker
  ) throws(InterpolationError) -> Variable {
    guard let variable = context.value(of: expression) else {
      throw InterpolationError(problem: "“${\(expression.text)}” names no variable")
    }
    tracker.note(variable, &budget)
    return variable
  }

  private static func spelled(
    _ variable: Variable, _ expression: VariableExpression, _ use: Use
  ) throws(InterpolationError) -> String {
    switch variable {
    case .scalar(let value, _):
      if let text = PythonText.interpolated(value) { return text }
    case .map where use == .command:
      if let text = PythonText.options(variable.value) { return text }
    case .list, .map: break
    }
    throw InterpolationError(
      problem: "“${\(expression.text)}” is \(variable.kind), which no text can hold")
  }
}

/// Notes which values of files a stage uses.
struct VariableTracker {
  /// By file, in the order of use; each key once.
  private(set) var files: [(path: String, keys: [String])] = []
  private var positions: [String: Int] = [:]
  private var seen: Set<String> = []

  /// Notes the use of a variable; one that comes of no file is nobody's param.
  mutating func note(_ variable: Variable, _ budget: inout ExpansionBudget) {
    guard let (file, key) = variable.origin?.place, !key.isEmpty else { return }
    guard budget.takeBytes(key.utf8.count), seen.insert("\(file)\0\(key)").inserted else {
      return
    }
    let position = positions[file] ?? files.count
    if position == files.count {
      positions[file] = position
      files.append((file, []))
    }
    files[position].keys.append(key)
  }
}
