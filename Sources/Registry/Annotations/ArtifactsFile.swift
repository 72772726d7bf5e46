package import Formats

/// The annotation file of GTO before 0.3, `artifacts.yaml` (`tags.md` §3.2).
///
/// GTO fails on a file that is not of its shape, wherever it stands; here one bad entry costs that
/// entry, and a file that can't be read at all costs its annotations.
package struct ArtifactsFile: Sendable {
  /// The entries that could be read, in the file's order.
  package private(set) var entries: [(name: String, annotation: GTOAnnotation)] = []

  /// What could not be read.
  package private(set) var problems: [FormatError] = []

  /// The keys that an entry may have.
  private static let keys = ["type", "path", "virtual", "labels", "description", "custom"]

  /// Reads a file's bytes.
  package init(_ bytes: [UInt8]) {
    do throws(FormatError) {
      if let root = try YAMLReader.read(bytes), !root.isNull {
        read(root)
      } else {
        problems.append(
          FormatError(
            code: "P009", line: 1, column: 1, problem: "the file is empty",
            help: "delete it: this stops every gto command"))
      }
    } catch {
      problems.append(error)
    }
  }

  /// The entry of that full name.
  package subscript(name: String) -> GTOAnnotation? {
    entries.first { $0.name == name }?.annotation
  }

  private mutating func read(_ root: YAMLNode) {
    guard let nodes = root.entries else {
      return problems.append(.shape(root, expected: "a mapping of artifacts"))
    }
    for entry in nodes {
      guard ArtifactName.isFullName(entry.key) else {
        problems.append(
          FormatError(
            code: "T002", line: entry.line, column: entry.column,
            problem: "“\(entry.key)” is no artifact name",
            help: "letters, digits, - _ / only, a letter or digit at both ends"))
        continue
      }
      if let annotation = annotation(entry) { entries.append((entry.key, annotation)) }
    }
  }

  private mutating func annotation(_ entry: YAMLEntry) -> GTOAnnotation? {
    guard let fields = entry.value.entries else {
      problems.append(.shape(entry.value, expected: "a mapping"))
      return nil
    }
    var annotation = GTOAnnotation()
    for field in fields {
      switch field.key {
      case "type": annotation.type = text(field)
      case "path": annotation.path = text(field)
      case "description": annotation.description = text(field) ?? ""
      case "virtual":
        if case .bool(let flag) = field.value.scalar { annotation.isVirtual = flag }
      case "labels": annotation.labels = labels(field)
      case "custom": annotation.custom = JSONValue(field.value)
      default: problems.append(.unknownKey(field, among: Self.keys))
      }
    }
    return annotation
  }

  private mutating func text(_ field: YAMLEntry) -> String? {
    if field.value.isNull { return nil }
    guard let text = field.value.plainText else {
      problems.append(.shape(field.value, expected: "text for “\(field.key)”"))
      return nil
    }
    return text
  }

  private mutating func labels(_ field: YAMLEntry) -> [String] {
    if field.value.isNull { return [] }
    guard let items = field.value.items else {
      problems.append(.shape(field.value, expected: "a list of labels"))
      return []
    }
    return items.compactMap(\.plainText)
  }
}
