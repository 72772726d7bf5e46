import Formats

extension ProjectResolver {
  /// Fills the context of a dvc.yaml: the params.yaml beside it, then its `vars`
  /// (`records.md` §3).
  mutating func loadVariables(_ scope: inout PipelineScope) {
    let folder = scope.folder
    let params = folder.isEmpty ? "params.yaml" : "\(folder)/params.yaml"
    if let file = variables(ofFile: params) {
      merge(file, into: &scope.context, at: nil, scope)
      scope.context.imports[params] = .some(nil)
    }
    load(scope.file.variables, into: &scope.context, folder: folder, scope)
  }

  /// Takes entries of `vars` into a context; the first definition of a name stays.
  mutating func load(
    _ entries: [VariableEntry], into context: inout VariableContext, folder: String,
    _ scope: PipelineScope
  ) {
    for entry in entries {
      switch entry {
      case .values(let node):
        let place = PlacedText(text: "", line: node.line, column: node.column)
        guard budget.takeSteps(node.count) else { return noteSpent(at: place, scope) }
        if let expression = node.firstExpression {
          noteVariables(expression, "`vars` cannot hold “${…}”", scope)
        } else if case .map(let map, _) = Variable(DataValue(node), nil) {
          merge(map, into: &context, at: place, scope)
        }
      case .file(let path, let keys, let source):
        if !TextTemplate(source).isConstant {
          noteVariables(source, "`vars` cannot hold “${…}”", scope)
        } else {
          load(path, keys, at: source, into: &context, folder: folder, scope)
        }
      }
    }
  }

  /// Takes a file, or some keys of it, into a context.
  private mutating func load(
    _ written: String, _ keys: [String], at source: PlacedText,
    into context: inout VariableContext, folder: String, _ scope: PipelineScope
  ) {
    guard case .inside(let path) = RepositoryPath(written, in: folder) else {
      return refuse(written, at: source, scope)
    }
    let loaded = context.imports[path]
    if keys.isEmpty, case .some(.none) = loaded { return }
    guard let file = variables(ofFile: path) else {
      return log.add(
        "P012", file: scope.path, at: source,
        "“\(path)”, which `vars` names, is missing or holds no map that can be read",
        consequence: "what uses its values is shown as written",
        help: "commit the file as YAML, JSON or TOML, or take it out of `vars`")
    }
    guard !keys.isEmpty else {
      if loaded != nil { noteVariables(source, "“\(path)” is read in part before", scope) }
      context.imports[path] = .some(nil)
      return merge(file, into: &context, at: source, scope)
    }
    var part = VariableMap()
    for key in keys {
      if let value = file[key] {
        part.set(key, value)
      } else {
        noteVariables(source, "“\(path)” has no key “\(key)”", scope)
      }
    }
    let before = loaded.map { $0 ?? Set(keys) } ?? []
    if !before.isDisjoint(with: keys) {
      return noteVariables(source, "“\(path)” is read before, with the same keys", scope)
    }
    context.imports[path] = .some(before.union(keys))
    merge(part, into: &context, at: source, scope)
  }

  private mutating func merge(
    _ map: VariableMap, into context: inout VariableContext, at place: PlacedText?,
    _ scope: PipelineScope
  ) {
    guard budget.takeSteps(context.root.mergeCost(of: map)) else {
      return noteSpent(at: place, scope)
    }
    if let reserved = map.keys.first(where: { context.bindings[$0] != nil }) {
      return noteVariables(
        place, "“\(reserved)” belongs to `foreach` and `matrix` and cannot be set", scope)
    }
    let redefined = context.merge(map)
    guard let first = redefined.first else { return }
    let others = redefined.count > 1 ? " and \(redefined.count - 1) more" : ""
    noteVariables(
      place, "“\(first.joined(separator: "."))”\(others) has a value already", scope,
      consequence: "the first value is used")
  }

  /// The variables of a file, read once.
  private mutating func variables(ofFile path: String) -> VariableMap? {
    if let loaded = loadedFiles[path] { return loaded }
    guard let value = files.data[path], value.members != nil else { return nil }
    guard budget.takeSteps(value.count), case .map(let map, _) = Variable(value, .file(path)) else {
      return nil
    }
    loadedFiles[path] = map
    return map
  }

  private mutating func noteVariables(
    _ place: PlacedText?, _ problem: String, _ scope: PipelineScope,
    consequence: String = "what uses these values is shown as written"
  ) {
    log.add(
      "P011", file: scope.path, at: place, problem, consequence: consequence,
      help: "DVC refuses such a file; give each variable one place")
  }

  /// Notes that no more variables are worked out.
  mutating func noteSpent(at place: PlacedText?, _ scope: PipelineScope) {
    log.add(
      "P011", file: scope.path, at: place,
      "the variables of this project are too many to be worked out",
      consequence: "what uses them is shown as written", help: "name smaller files in `vars`")
  }
}

extension YAMLNode {
  /// How many nodes it has, itself among them.
  fileprivate var count: Int {
    switch content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.count }
    }
  }

  /// The first text in it that holds `${…}`.
  fileprivate var firstExpression: PlacedText? {
    switch content {
    case .scalar(let text, _):
      let place = PlacedText(text: text, line: line, column: column)
      return TextTemplate(place).isConstant ? nil : place
    case .sequence(let items): return items.lazy.compactMap(\.firstExpression).first
    case .mapping(let entries):
      return entries.lazy.compactMap { entry in
        let key = PlacedText(keyOf: entry)
        return TextTemplate(key).isConstant ? entry.value.firstExpression : key
      }.first
    }
  }
}

extension DataValue {
  /// How many values it holds, itself among them.
  fileprivate var count: Int {
    switch self {
    case .null, .bool, .number, .string, .date: 1
    case .list(let items): items.reduce(1) { $0 + $1.count }
    case .map(let members): members.reduce(1) { $0 + $1.value.count }
    }
  }
}
