/// A value that a template can write, test, repeat or look into.
package enum MustacheValue: Sendable {
  /// Nothing: false in a section, written as nothing.
  case none
  /// A condition for sections; writes nothing.
  case flag(Bool)
  /// Plain text, escaped when written; false in a section when empty.
  case text(String)
  /// UTF-8 bytes that already are safe HTML; false in a section when empty.
  case markup([UInt8])
  /// Values that a section goes through one after another.
  case list([MustacheValue])
  /// So many values, each made when a section comes to it.
  case rows(count: Int, row: @Sendable (_ index: Int) -> MustacheValue)
  /// A model whose declared fields can be named.
  case record(MustacheRecord)
  /// Values by name, for data that has no Swift type; the check at load knows nothing of it.
  case map([String: MustacheValue])

  var isTrue: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .text(let text): !text.isEmpty
    case .markup(let bytes): !bytes.isEmpty
    case .list(let values): !values.isEmpty
    case .rows(let count, _): count > 0
    case .record, .map: true
    }
  }
}

/// A model as its type's fields in their order.
package struct MustacheRecord: Sendable {
  let type: any TemplateModel.Type
  let values: [MustacheValue]

  /// Reads the declared fields of a model; rows of its lists are read when they are visited.
  package init<Model: TemplateModel>(_ model: Model) {
    type = Model.self
    let fields = Model.fields
    var values: [MustacheValue] = []
    values.reserveCapacity(fields.count)
    for field in fields { values.append(field.value(model)) }
    self.values = values
  }
}
