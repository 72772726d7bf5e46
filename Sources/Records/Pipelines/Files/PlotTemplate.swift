import Formats

/// A plot as a dvc.yaml writes it, before `${…}` is worked out (`records.md` §6.1).
struct PlotTemplate: Sendable {
  /// The value of `x` or `y`.
  enum Axis: Sendable {
    case fields([TextTemplate])
    case columns([(file: TextTemplate, fields: [TextTemplate])])
  }

  let id: TextTemplate
  var properties = PlotProperties()
}

/// What a dvc.yaml says of how a plot is drawn.
struct PlotProperties: Sendable {
  var x: PlotTemplate.Axis?
  var y: PlotTemplate.Axis?
  var title: TextTemplate?
  var xLabel: TextTemplate?
  var yLabel: TextTemplate?
  var template: TextTemplate?

  /// The value of `header`, which may be `${…}`.
  var header: YAMLNode?

  /// How many columns it names.
  var fieldCount: Int {
    [x, y].reduce(0) { count, axis in
      switch axis {
      case .fields(let fields)?: count + fields.count
      case .columns(let files)?: files.reduce(count) { $0 + 1 + $1.fields.count }
      case nil: count
      }
    }
  }

  /// The keys that are read.
  static let keys = ["x", "y", "x_label", "y_label", "title", "template", "header"]
}

extension StageReader {
  /// Reads the plots that stand beside the stages: a list of paths and of mappings, or, as DVC 2 wrote
  /// it, a mapping.
  mutating func plots(_ node: YAMLNode) -> [PlotTemplate] {
    if let entries = node.entries { return entries.flatMap { plots(of: $0) } }
    return shape.items(node, "a list of plots").flatMap { item -> [PlotTemplate] in
      if let entries = item.entries { return entries.flatMap { plots(of: $0) } }
      return shape.text(item, "a path or a mapping").map { [PlotTemplate(id: TextTemplate($0))] }
        ?? []
    }
  }

  /// The plots of an entry: one, or several of one file.
  private mutating func plots(of entry: YAMLEntry) -> [PlotTemplate] {
    let id = TextTemplate(PlacedText(keyOf: entry))
    if entry.value.isNull { return [PlotTemplate(id: id)] }
    return (entry.value.items ?? [entry.value]).map { node in
      var plot = PlotTemplate(id: id)
      for property in shape.entries(node, "a mapping of the plot's properties")
      where !read(property, into: &plot.properties) {
        shape.noteUnknown(property, among: PlotProperties.keys)
      }
      return plot
    }
  }

  /// Reads a property; false where it is none of a plot's.
  mutating func read(_ property: YAMLEntry, into properties: inout PlotProperties) -> Bool {
    guard PlotProperties.keys.contains(property.key) else { return false }
    let value = property.value
    if value.isNull { return true }
    switch property.key {
    case "x": properties.x = axis(value)
    case "y": properties.y = axis(value)
    case "title": properties.title = shape.word(value, "a title").map(TextTemplate.init)
    case "x_label": properties.xLabel = shape.word(value, "a label").map(TextTemplate.init)
    case "y_label": properties.yLabel = shape.word(value, "a label").map(TextTemplate.init)
    case "template": properties.template = shape.word(value, "a template").map(TextTemplate.init)
    default: properties.header = value
    }
    return true
  }

  private mutating func axis(_ node: YAMLNode) -> PlotTemplate.Axis? {
    guard let entries = node.entries else {
      let fields = fields(node)
      return fields.isEmpty ? nil : .fields(fields)
    }
    let columns = entries.map { entry in
      (file: TextTemplate(PlacedText(keyOf: entry)), fields: fields(entry.value))
    }
    return columns.isEmpty ? nil : .columns(columns)
  }

  private mutating func fields(_ node: YAMLNode) -> [TextTemplate] {
    (node.items ?? [node]).compactMap { shape.word($0, "the name of a column") }
      .map(TextTemplate.init)
  }
}
