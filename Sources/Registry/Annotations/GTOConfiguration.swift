package import Formats

/// The settings in `.gto`, as far as reading uses them (`tags.md` §3.1).
package struct GTOConfiguration: Sendable {
  /// The list of stages; nothing where it is not limited.
  package private(set) var stages: [String]?

  /// The name of the annotation file.
  package private(set) var index = GTOConfiguration.defaultIndex

  /// What is wrong with the file. GTO refuses the whole registry then; here the file counts as absent.
  package private(set) var problem: FormatError?

  /// Settings without a file.
  package init() {}

  /// Reads the file's bytes; the case of its keys does not matter.
  package init(_ bytes: [UInt8]) {
    do throws(FormatError) {
      try read(bytes)
    } catch {
      stages = nil
      index = Self.defaultIndex
      problem = error
    }
  }

  private static let defaultIndex = "artifacts.yaml"

  private static let otherKeys = [
    "types", "emojis", "log_level", "debug", "enrichments", "autoload_enrichments",
    "config_file_name",
  ]

  private mutating func read(_ bytes: [UInt8]) throws(FormatError) {
    guard let root = try YAMLReader.read(bytes), !root.isNull else { return }
    guard let entries = root.entries else { throw FormatError.shape(root, expected: "a mapping") }
    for entry in entries { try take(entry) }
  }

  private mutating func take(_ entry: YAMLEntry) throws(FormatError) {
    switch entry.key.lowercased() {
    case "stages":
      stages = try Self.names(entry.value)
    case "index":
      guard let name = entry.value.string else {
        throw FormatError.shape(entry.value, expected: "a file name")
      }
      index = name
    case let key:
      guard Self.otherKeys.contains(key) else {
        throw FormatError.unknownKey(entry, among: ["stages", "index"] + Self.otherKeys)
      }
    }
  }

  private static func names(_ node: YAMLNode) throws(FormatError) -> [String]? {
    if node.isNull { return nil }
    guard let items = node.items else {
      throw FormatError.shape(node, expected: "a list of stage names")
    }
    var names: [String] = []
    for item in items {
      guard let name = item.string, ArtifactName.isStage(name) else {
        throw FormatError.shape(item, expected: "a stage name of letters, digits, - _ /")
      }
      names.append(name)
    }
    return names
  }
}
