import Formats

/// One of the stages that `foreach` or `matrix` make.
struct StageInstance {
  /// What stands after `@` in the stage's name.
  let suffix: String

  /// `item`, and `key` where there is one.
  let bindings: [String: Variable]
}

extension ProjectResolver {
  /// A value to make a stage of.
  private struct Item {
    let variable: Variable

    /// Whether `${…}` named it; DVC then spells it in names as Python does, `True` for `true`.
    let isNamed: Bool

    /// Its part of a stage's name; nothing for a list or a map.
    var name: String? {
      guard case .scalar(let value, _) = variable else { return nil }
      return isNamed ? PythonText.plain(value) : PythonText.interpolated(value)
    }
  }

  /// The stages that a definition makes (`records.md` §2.5); a name that comes twice counts once,
  /// with the later value.
  mutating func instances(
    of repetition: StageDefinition.Repetition, in context: VariableContext
  ) throws(InterpolationError) -> [StageInstance] {
    let found: [StageInstance]
    switch repetition {
    case .once: return [StageInstance(suffix: "", bindings: [:])]
    case .forEach(let node): found = try forEachInstances(node, context)
    case .matrix(let node): found = try matrixInstances(node, context)
    }
    var positions: [String: Int] = [:]
    var instances: [StageInstance] = []
    for instance in found {
      if let position = positions[instance.suffix] {
        instances[position] = instance
      } else {
        positions[instance.suffix] = instances.count
        instances.append(instance)
      }
    }
    return instances
  }

  private mutating func forEachInstances(
    _ node: YAMLNode, _ context: VariableContext
  ) throws(InterpolationError) -> [StageInstance] {
    if node.entries != nil || node.items == nil {
      let source = try item(node, context).variable
      guard case .map(let map, _) = source else {
        return try listInstances(items(of: source, "foreach"))
      }
      try check(map.keys.count)
      return map.keys.compactMap { key in
        map[key].map { value in
          StageInstance(
            suffix: key, bindings: ["item": value, "key": .scalar(.string(key), nil)])
        }
      }
    }
    var items: [Item] = []
    for entry in node.items ?? [] { items.append(try item(entry, context)) }
    return try listInstances(items)
  }

  /// A stage for each item, named after the items, or numbered where one of them is a list or a map.
  private func listInstances(_ items: [Item]) throws(InterpolationError) -> [StageInstance] {
    try check(items.count)
    let names = items.compactMap(\.name)
    let isNumbered = names.count < items.count
    return items.enumerated().map { index, item in
      StageInstance(
        suffix: isNumbered ? String(index) : names[index], bindings: ["item": item.variable])
    }
  }

  private mutating func matrixInstances(
    _ node: YAMLNode, _ context: VariableContext
  ) throws(InterpolationError) -> [StageInstance] {
    guard let entries = node.entries else {
      throw InterpolationError(problem: "`matrix` takes a mapping of lists, not \(node.kind)")
    }
    var axes: [(key: String, items: [Item])] = []
    for entry in entries {
      axes.append((try text(PlacedText(keyOf: entry), context), try axis(entry.value, context)))
    }
    if axes.contains(where: \.items.isEmpty) { return [] }
    var product = 1
    for axis in axes {
      // Neither factor is over the limit here, so that the product cannot overflow.
      try check(axis.items.count)
      product *= axis.items.count
      try check(product)
    }
    var instances: [StageInstance] = []
    for number in 0..<product { instances.append(try combination(number, of: axes)) }
    return instances
  }

  /// The combination of that number; the last list runs fastest.
  private mutating func combination(
    _ number: Int, of axes: [(key: String, items: [Item])]
  ) throws(InterpolationError) -> StageInstance {
    guard budget.takeSteps(axes.count) else { throw Self.tooMuch }
    var map = VariableMap()
    var fragments: [String] = []
    var (rest, indexes) = (number, [Int]())
    for axis in axes.reversed() {
      indexes.append(rest % axis.items.count)
      rest /= axis.items.count
    }
    for (axis, index) in zip(axes, indexes.reversed()) {
      map.set(axis.key, axis.items[index].variable)
      fragments.append(axis.items[index].name ?? "\(axis.key)\(index)")
    }
    let suffix = fragments.joined(separator: "-")
    guard budget.takeBytes(suffix.utf8.count) else { throw Self.tooMuch }
    return StageInstance(
      suffix: suffix, bindings: ["item": .map(map, nil), "key": .scalar(.string(suffix), nil)])
  }

  private mutating func axis(
    _ node: YAMLNode, _ context: VariableContext
  ) throws(InterpolationError) -> [Item] {
    guard let nodes = node.items else {
      return try items(of: item(node, context).variable, "matrix")
    }
    var items: [Item] = []
    for node in nodes { items.append(try item(node, context)) }
    return items
  }

  /// The items of a list that `${…}` named, or the keys of a map.
  private func items(
    of variable: Variable, _ keyword: String
  ) throws(InterpolationError) -> [Item] {
    switch variable {
    case .list(let items, _): return items.map { Item(variable: $0, isNamed: true) }
    case .map(let map, _):
      return map.keys.map { Item(variable: .scalar(.string($0), nil), isNamed: false) }
    case .scalar:
      throw InterpolationError(problem: "`\(keyword)` takes a list or a map, not a single value")
    }
  }

  /// A node as a value, with what `${…}` names put in; whatever makes a whole text keeps its type.
  private mutating func item(
    _ node: YAMLNode, _ context: VariableContext
  ) throws(InterpolationError) -> Item {
    guard budget.takeSteps(1) else { throw Self.tooMuch }
    switch node.content {
    case .scalar(let text, _):
      guard node.string != nil else {
        return Item(variable: Variable(DataValue(node), nil), isNamed: false)
      }
      let place = PlacedText(text: text, line: node.line, column: node.column)
      if let expression = TextTemplate(place).onlyExpression {
        guard let variable = context.value(of: expression) else {
          throw InterpolationError(problem: "“\(text)” names no variable")
        }
        return Item(variable: variable, isNamed: true)
      }
      let text = try self.text(place, context)
      return Item(variable: .scalar(.string(text), nil), isNamed: false)
    case .sequence(let nodes):
      var items: [Variable] = []
      for node in nodes { items.append(try item(node, context).variable) }
      return Item(variable: .list(items, nil), isNamed: false)
    case .mapping(let entries):
      var map = VariableMap()
      for entry in entries {
        map.set(
          try text(PlacedText(keyOf: entry), context), try item(entry.value, context).variable)
      }
      return Item(variable: .map(map, nil), isNamed: false)
    }
  }

  private mutating func text(
    _ place: PlacedText, _ context: VariableContext
  ) throws(InterpolationError) -> String {
    var tracker = VariableTracker()
    return try TextTemplate(place).text(in: context, &budget, &tracker)
  }

  private func check(_ count: Int) throws(InterpolationError) {
    guard count <= budget.stages else {
      throw InterpolationError(
        problem: "this makes more stages than the 10,000 that a project may have")
    }
  }

  private static let tooMuch = InterpolationError(
    problem: "the file expands to more than is read")
}
