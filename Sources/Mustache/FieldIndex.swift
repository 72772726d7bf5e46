/// Where the fields of models stand, by the numbers of their names.
struct FieldIndex: Sendable {
  private var places: [ObjectIdentifier: [Int]] = [:]

  /// The index of each name's field by the name's number, -1 without one.
  func places(of type: any TemplateModel.Type) -> [Int]? { places[ObjectIdentifier(type)] }

  /// Adds a model's type, and those of the models within it.
  mutating func add(_ shape: TemplateShape, names: NameTable) {
    switch shape {
    case .text, .markup, .flag: break
    case .list(let element): add(element, names: names)
    case .record(let type):
      guard places[ObjectIdentifier(type)] == nil else { return }
      let fields = type.shapes
      var indices = Array(repeating: -1, count: names.names.count)
      for (index, field) in fields.enumerated() {
        if let id = names.ids[field.name] { indices[id] = index }
      }
      places[ObjectIdentifier(type)] = indices
      for field in fields { add(field.shape, names: names) }
    }
  }
}
