/// A value whose declared fields a template may name.
///
/// The one list `fields` gives both the names that templates are checked against at load and the
/// accessors used when rendering. Declare it as `static let`.
@usableFromInline
package protocol TemplateModel: Sendable {
  /// The fields a template may name, each name once.
  static var fields: [TemplateField<Self>] { get }
}

extension TemplateModel {
  /// The names and kinds of the fields, for code that only knows the type as a value.
  static var shapes: [(name: String, shape: TemplateShape)] { fields.map { ($0.name, $0.shape) } }
}

/// What a value is, so what templates may do with it.
@usableFromInline
enum TemplateShape: Sendable {
  case text, markup, flag
  case record(any TemplateModel.Type)
  indirect case list(TemplateShape)

  /// Tells apart the shapes that can lie on the stack of contexts.
  var identity: ObjectIdentifier {
    switch self {
    case .text: ObjectIdentifier(String.self)
    case .markup: ObjectIdentifier([UInt8].self)
    case .flag: ObjectIdentifier(Bool.self)
    case .record(let type): ObjectIdentifier(type)
    case .list: ObjectIdentifier([MustacheValue].self)
    }
  }

  /// What can be named within.
  var fields: [(name: String, shape: TemplateShape)] {
    if case .record(let type) = self { type.shapes } else { [] }
  }

  var noun: String {
    switch self {
    case .text: "text"
    case .markup: "markup"
    case .flag: "a flag"
    case .record: "a record"
    case .list: "a list"
    }
  }
}

/// One named value of a model: its kind and how to read it.
///
/// Each accessor can be a key path, or a closure where a page needs a prepared value.
@usableFromInline
package struct TemplateField<Model>: Sendable {
  @usableFromInline let name: String
  @usableFromInline let shape: TemplateShape
  @usableFromInline let value: @Sendable (Model) -> MustacheValue

  @usableFromInline
  init(
    name: String, shape: TemplateShape, value: @escaping @Sendable (Model) -> MustacheValue
  ) {
    (self.name, self.shape, self.value) = (name, shape, value)
  }

  /// Declares text, written escaped with `{{name}}`; nil and "" are false in sections.
  @inlinable
  package static func text(
    _ name: String, _ get: @escaping @Sendable (Model) -> String?
  ) -> Self {
    Self(name: name, shape: .text) { get($0).map(MustacheValue.text) ?? .none }
  }

  /// Declares bytes of safe HTML, written as they are with `{{{name}}}`.
  @inlinable
  package static func markup(
    _ name: String, _ get: @escaping @Sendable (Model) -> [UInt8]?
  ) -> Self {
    Self(name: name, shape: .markup) { get($0).map(MustacheValue.markup) ?? .none }
  }

  /// Declares a condition for sections.
  @inlinable
  package static func flag(_ name: String, _ get: @escaping @Sendable (Model) -> Bool) -> Self {
    Self(name: name, shape: .flag) { .flag(get($0)) }
  }

  /// Declares models that a section goes through.
  @inlinable
  package static func list<Row: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> [Row]
  ) -> Self {
    Self(name: name, shape: .list(.record(Row.self))) {
      let rows = get($0)
      return .rows(count: rows.count) { .record(MustacheRecord(rows[$0])) }
    }
  }

  /// Declares texts that a section goes through, each written with `{{.}}`.
  @inlinable
  package static func texts(
    _ name: String, _ get: @escaping @Sendable (Model) -> [String]
  ) -> Self {
    Self(name: name, shape: .list(.text)) { .list(get($0).map { .text($0) }) }
  }

  /// Declares a model within the model, reached by a section or a dotted name.
  @inlinable
  package static func record<Part: TemplateModel>(
    _ name: String, _ get: @escaping @Sendable (Model) -> Part?
  ) -> Self {
    Self(name: name, shape: .record(Part.self)) {
      get($0).map { .record(MustacheRecord($0)) } ?? .none
    }
  }
}
