/// A parsed piece of a template.
///
/// Its parts are immutable classes: rendering passes a node on with one reference, whatever places
/// and names it keeps for error messages.
enum TemplateNode: Sendable {
  case text([UInt8])
  case variable(TemplateName, isRaw: Bool)
  case section(TemplateName, isInverted: Bool, body: [TemplateNode])
  case include(TemplateInclusion)
  case block(TemplateBlock)
}

/// A possibly dotted name of a value; no parts means the innermost value itself (`{{.}}`).
final class TemplateName: Sendable {
  let text: String
  let parts: [Int]
  let place: TemplatePlace

  init(text: String, parts: [Int], place: TemplatePlace) {
    (self.text, self.parts, self.place) = (text, parts, place)
  }
}

/// A partial or a parent; a parent may bring blocks that replace those of the same name.
final class TemplateInclusion: Sendable {
  let file: String
  /// Among the names of the set.
  let number: Int
  let place: TemplatePlace
  /// What each line gets before it; nil when the tag isn't alone on its line.
  let indent: [UInt8]?
  let blocks: [TemplateBlock]

  init(
    file: String, number: Int, place: TemplatePlace, indent: [UInt8]? = nil,
    blocks: [TemplateBlock] = []
  ) {
    (self.file, self.number, self.place) = (file, number, place)
    (self.indent, self.blocks) = (indent, blocks)
  }
}

/// Content with a name, which an including template may replace.
final class TemplateBlock: Sendable {
  let name: String
  let place: TemplatePlace
  let indent: [UInt8]
  let body: [TemplateNode]

  init(name: String, place: TemplatePlace, indent: [UInt8], body: [TemplateNode]) {
    (self.name, self.place, self.indent, self.body) = (name, place, indent, body)
  }
}

/// Numbers for the parts of names and for files, so that rendering compares no strings.
struct NameTable: Sendable {
  private(set) var names: [String] = []
  private(set) var ids: [String: Int] = [:]

  mutating func id(of name: String) -> Int {
    if let id = ids[name] { return id }
    ids[name] = names.count
    names.append(name)
    return names.count - 1
  }
}
