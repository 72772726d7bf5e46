/// Templates that may include one another, parsed and ready to render.
///
/// A page or parent `x` is the file `x.mustache`, a partial `x` the file `partials/x.mustache`.
package struct TemplateSet: Sendable {
  /// Parsed templates by file name.
  let templates: [String: [TemplateNode]]
  /// The parts of all value names in the templates, and the names of the files they include.
  let names: NameTable
  /// Parsed templates by the number of their name; nil where it is none of a file.
  let templatesByNumber: [[TemplateNode]?]
  /// Where the fields of models stand that `index` was told of.
  private(set) var fields = FieldIndex()

  /// Parses templates, given as UTF-8 by file name.
  ///
  /// - Throws: All faults of syntax in all files.
  package init(_ sources: [String: [UInt8]]) throws(TemplateErrors) {
    var names = NameTable()
    var errors: [TemplateError] = []
    var templates: [String: [TemplateNode]] = [:]
    for (file, source) in sources.sorted(by: { $0.key < $1.key }) {
      if String(validating: source, as: UTF8.self) == nil {
        let place = TemplatePlace(file: file, line: 1, column: 1)
        errors.append(TemplateError(place: place, problem: "the file isn't UTF-8"))
      }
      let parser = TemplateParser(file: file, source: source, names: names)
      names = parser.names
      errors += parser.errors
      templates[file] = parser.nodes
    }
    guard errors.isEmpty else { throw TemplateErrors(errors) }
    (self.templates, self.names) = (templates, names)
    templatesByNumber = names.names.map { templates[$0] }
  }

  /// Checks that a page and all it includes only name what its model declares.
  ///
  /// - Throws: Each unknown value, partial, parent and block, each value written or opened in a
  ///   way that its kind doesn't allow, and each inclusion without end.
  package func check(
    _ name: String, against model: (some TemplateModel).Type
  ) throws(TemplateErrors) {
    var checker = TemplateChecker(set: self, root: .record(model))
    checker.check(Self.templateFile(named: name))
    guard checker.errors.isEmpty else { throw TemplateErrors(checker.errors) }
  }

  /// Finds out where the fields of a page's model are, and of all within it, once for all pages.
  package mutating func index(_ model: (some TemplateModel).Type) {
    fields.add(.record(model), names: names)
  }

  /// Renders a page of a model; a page that isn't in the set is empty, which `check` reports.
  package func render(_ name: String, _ model: some TemplateModel) -> [UInt8] {
    var buffer: [UInt8] = []
    render(name, model, into: &buffer)
    return buffer
  }

  /// Appends a page of a model to a buffer.
  ///
  /// Text is escaped and markup written as it is whatever the tag, so that no template can turn
  /// escaping off.
  package func render(_ name: String, _ model: some TemplateModel, into buffer: inout [UInt8]) {
    render(
      name, .record(MustacheRecord(model)), tagsDecideEscaping: false,
      into: &buffer)
  }

  /// Renders a page of values without a Swift type, escaping as Mustache does, by the tag.
  package func render(_ name: String, value: MustacheValue) -> [UInt8] {
    var buffer: [UInt8] = []
    render(name, value, tagsDecideEscaping: true, into: &buffer)
    return buffer
  }

  private func render(
    _ name: String, _ value: MustacheValue, tagsDecideEscaping: Bool, into buffer: inout [UInt8]
  ) {
    guard let nodes = templates[Self.templateFile(named: name)] else { return }
    var renderer = TemplateRenderer(set: self, tagsDecideEscaping: tagsDecideEscaping)
    swap(&renderer.output, &buffer)
    renderer.render(nodes, within: value)
    swap(&renderer.output, &buffer)
  }

  static func templateFile(named name: String) -> String { name + ".mustache" }

  static func partialFile(named name: String) -> String { "partials/\(name).mustache" }
}
