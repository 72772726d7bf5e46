import Formats

/// Reads the entries of `stages` in a dvc.yaml.
struct StageReader {
  private static let keys = [
    "cmd", "wdir", "deps", "params", "vars", "outs", "metrics", "plots", "foreach", "do", "matrix",
    "frozen", "always_changed", "desc", "meta",
  ]

  /// Keys that DVC 1 and 2 knew, and others found in the wild.
  private static let olderKeys = ["description", "checkpoints"]

  private static let flags = [
    "cache", "remote", "persist", "push", "desc", "type", "labels", "meta", "checkpoint",
    "description", "xpath",
  ]

  var shape = ShapeReader()

  /// Reads a stage; what of it is of the wrong shape is left out.
  mutating func definition(_ entry: YAMLEntry) -> StageDefinition {
    let name = PlacedText(keyOf: entry)
    guard entry.value.entries != nil else {
      shape.reject(entry.value, "a mapping for the stage “\(entry.key)”")
      return StageDefinition(name: name, repetition: .once, template: nil)
    }
    if let items = entry.value["foreach"] {
      return StageDefinition(
        name: name, repetition: .forEach(items), template: repeatedTemplate(entry.value))
    }
    let template = template(entry.value)
    guard let matrix = entry.value["matrix"] else {
      return StageDefinition(name: name, repetition: .once, template: template)
    }
    return StageDefinition(name: name, repetition: .matrix(matrix), template: template)
  }

  /// What stands in `do` beside a `foreach`.
  private mutating func repeatedTemplate(_ node: YAMLNode) -> StageTemplate? {
    for other in node.entries ?? [] where !["foreach", "do"].contains(other.key) {
      shape.noteUnknown(other, among: ["foreach", "do"])
    }
    guard let body = node["do"], body.entries != nil else {
      shape.reject(node["do"] ?? node, "a mapping “do” beside “foreach”")
      return nil
    }
    return template(body)
  }

  /// Reads the entries of `vars`, of a stage or of the whole file.
  mutating func variables(_ node: YAMLNode) -> [VariableEntry] {
    shape.items(node, "a list of files and mappings").compactMap { item in
      if item.entries != nil { return .values(item) }
      return shape.text(item, "a file or a mapping").map { VariableEntry($0) }
    }
  }

  private mutating func template(_ node: YAMLNode) -> StageTemplate {
    var template = StageTemplate()
    for entry in node.entries ?? [] {
      let value = entry.value
      switch entry.key {
      case "cmd":
        let lines = value.items ?? [value]
        template.commands = lines.compactMap { shape.text($0, "a command") }.map(TextTemplate.init)
      case "wdir": template.folder = shape.word(value, "a folder").map(TextTemplate.init)
      case "vars": template.variables = variables(value)
      case "deps": template.inputs = shape.texts(value, "path").map(TextTemplate.init)
      case "params": template.params = params(value)
      case "outs": template.outputs += outputs(value, .output)
      case "metrics": template.outputs += outputs(value, .metrics)
      case "plots": template.outputs += outputs(value, .plot)
      case "live": template.outputs += live(value)
      default:
        if !Self.keys.contains(entry.key), !Self.olderKeys.contains(entry.key) {
          shape.noteUnknown(entry, among: Self.keys)
        }
      }
    }
    return template
  }

  private mutating func outputs(
    _ node: YAMLNode, _ role: StageTemplate.OutputTemplate.Role
  ) -> [StageTemplate.OutputTemplate] {
    var outputs: [StageTemplate.OutputTemplate] = []
    // DVC 2 wrote the plots of a stage as a mapping, too.
    if role == .plot, let entries = node.entries {
      for entry in entries { outputs.append(output(entry, role)) }
      return outputs
    }
    for item in shape.items(node, "a list of paths") {
      if let entries = item.entries {
        for entry in entries { outputs.append(output(entry, role)) }
      } else if let path = shape.text(item, "a path") {
        outputs.append(
          .init(
            path: TextTemplate(path), role: role, plots: role == .plot ? [PlotProperties()] : []))
      }
    }
    return outputs
  }

  /// The folder that DVCLive wrote to for DVC 2, which has plots over steps.
  private mutating func live(_ node: YAMLNode) -> [StageTemplate.OutputTemplate] {
    let paths =
      node.entries?.map { PlacedText(keyOf: $0) }
      ?? [shape.text(node, "a folder")].compactMap(\.self)
    return paths.map { path in
      var properties = PlotProperties()
      let step = PlacedText(text: "step", line: path.line, column: path.column)
      properties.x = .fields([TextTemplate(step)])
      return .init(path: TextTemplate(path), role: .plot, plots: [properties])
    }
  }

  /// A path with its flags.
  private mutating func output(
    _ entry: YAMLEntry, _ role: StageTemplate.OutputTemplate.Role
  ) -> StageTemplate.OutputTemplate {
    var output = StageTemplate.OutputTemplate(
      path: TextTemplate(PlacedText(keyOf: entry)), role: role,
      plots: role == .plot ? [PlotProperties()] : [])
    guard !entry.value.isNull else { return output }
    // One file can have several plots, each with flags of its own.
    let flagSets = role == .plot ? entry.value.items ?? [entry.value] : [entry.value]
    output.plots = []
    for flags in flagSets {
      var properties = PlotProperties()
      for flag in shape.entries(flags, "a mapping of flags") {
        switch flag.key {
        case "cache": output.isCached = flag.value
        case "remote": output.remote = flag.value
        default:
          let isRead = role == .plot && read(flag, into: &properties)
          let known = role == .plot ? Self.flags + PlotProperties.keys : Self.flags
          if !isRead, !known.contains(flag.key) { shape.noteUnknown(flag, among: known) }
        }
      }
      if role == .plot { output.plots.append(properties) }
    }
    return output
  }

  private mutating func params(_ node: YAMLNode) -> [StageTemplate.ParamTemplate] {
    var params: [StageTemplate.ParamTemplate] = []
    for item in shape.items(node, "a list of keys and files") {
      guard let entries = item.entries else {
        if let key = shape.word(item, "a key or a file with its keys") {
          params.append(.init(file: nil, keys: [TextTemplate(key)]))
        }
        continue
      }
      for entry in entries {
        let file = TextTemplate(PlacedText(keyOf: entry))
        if entry.value.isNull {
          params.append(.init(file: file, keys: nil))
        } else if let items = entry.value.items {
          let keys = items.compactMap { shape.word($0, "a key") }.map(TextTemplate.init)
          // An empty list means the whole file; a list of which nothing could be read does not.
          if items.isEmpty || !keys.isEmpty {
            params.append(.init(file: file, keys: keys.isEmpty ? nil : keys))
          }
        } else {
          shape.reject(entry.value, "a list of keys")
        }
      }
    }
    return params
  }
}
