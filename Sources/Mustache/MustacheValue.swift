/// A value that a template can write, test, repeat or look into.
@usableFromInline
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

/// A model as its type's fields in their order, each read when a template names it.
///
/// Inlinable, as `TemplateField` is, so that models are read by code of their own types rather than by
/// code for any type, which looks up at each step how a value is copied.
@usableFromInline
package struct MustacheRecord: Sendable {
  @usableFromInline let type: any TemplateModel.Type

  /// The value of the field at a place.
  @usableFromInline let value: @Sendable (_ index: Int) -> MustacheValue

  /// Takes a model.
  @inlinable
  package init<Model: TemplateModel>(_ model: Model) {
    type = Model.self
    value = { Model.fields[$0].value(model) }
  }
}
