package import Formats

/// What the `artifacts` section of a dvc.yaml says (`records.md` §2.3).
///
/// Only that section is read here; the rest of the file speaks of pipelines.
package struct DvcFile: Sendable {
  /// The entries that could be read, in the file's order.
  package private(set) var entries: [(name: String, annotation: Entry)] = []

  /// What could not be read.
  package private(set) var problems: [FormatError] = []

  /// One artifact.
  package struct Entry: Equatable, Sendable {
    /// As written, relative to the folder of the dvc.yaml; it may be a URL.
    package var path: String?
    package var type: String?
    package var description: String?
    package var labels: [String] = []
    package var meta: JSONValue?
  }

  /// `description` is no key of DVC's and is found in the wild.
  private static let keys = ["path", "type", "desc", "labels", "meta", "description"]

  /// Reads a file's bytes.
  package init(_ bytes: [UInt8]) {
    do throws(FormatError) {
      guard let root = try YAMLReader.read(bytes), !root.isNull else { return }
      if root.entries == nil { problems.append(.shape(root, expected: "a mapping")) }
      guard let section = root["artifacts"], !section.isNull else { return }
      if let nodes = section.entries {
        for node in nodes { read(node) }
      } else {
        problems.append(.shape(section, expected: "a mapping of artifacts"))
      }
    } catch {
      problems.append(error)
    }
  }

  /// The entry of that name, without a directory.
  package subscript(name: String) -> Entry? { entries.first { $0.name == name }?.annotation }

  private mutating func read(_ node: YAMLEntry) {
    guard let fields = node.value.entries else {
      return problems.append(.shape(node.value, expected: "a mapping"))
    }
    var entry = Entry()
    for field in fields {
      switch field.key {
      case "path": entry.path = text(field)
      case "type": entry.type = text(field)
      case "desc", "description": entry.description = text(field)
      case "labels": entry.labels = labels(field)
      case "meta": entry.meta = JSONValue(field.value)
      default: problems.append(.unknownKey(field, among: Self.keys))
      }
    }
    entries.append((node.key, entry))
  }

  private mutating func text(_ field: YAMLEntry) -> String? {
    guard let text = field.value.plainText else {
      problems.append(.shape(field.value, expected: "text for “\(field.key)”"))
      return nil
    }
    return text
  }

  private mutating func labels(_ field: YAMLEntry) -> [String] {
    guard let items = field.value.items else {
      problems.append(.shape(field.value, expected: "a list of labels"))
      return []
    }
    return items.compactMap(\.plainText)
  }
}
