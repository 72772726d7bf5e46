package import Formats

/// A dvc.lock: what the stages read and wrote when they ran last (`records.md` §7).
package struct LockFile: Sendable {
  /// What could not be read or is not understood; each costs only its own part.
  package let problems: [FormatError]

  /// Whether the file could be taken apart at all.
  let isReadable: Bool

  /// In the file's order.
  private(set) var stages: [LockedStage] = []
  private var positions: [String: Int] = [:]

  /// Reads a file's bytes, of schema 2.0 or of DVC 1, which had none.
  package init(_ bytes: [UInt8]) {
    var reader = DataEntryReader()
    let root = reader.shape.root(of: bytes)
    isReadable = reader.shape.problems.isEmpty
    for entry in root.map({ Self.stages($0, &reader.shape) }) ?? [] {
      guard let fields = entry.value.entries else {
        reader.shape.reject(entry.value, "a mapping for the stage “\(entry.key)”")
        continue
      }
      positions[entry.key] = stages.count
      stages.append(LockedStage(name: PlacedText(keyOf: entry), fields: fields, &reader))
    }
    problems = reader.shape.problems
  }

  /// The stage of that name, as it is called in this file.
  subscript(name: String) -> LockedStage? { positions[name].map { stages[$0] } }

  private static func stages(_ root: YAMLNode, _ shape: inout ShapeReader) -> [YAMLEntry] {
    let entries = shape.entries(root, "a mapping")
    let section = root["stages"]
    if root["schema"] == nil, section == nil || section?["cmd"] != nil { return entries }
    if let schema = root["schema"], schema.plainText != "2.0" {
      shape.reject(schema, "the schema “2.0”")
    }
    for entry in entries where !["schema", "stages", "datasets"].contains(entry.key) {
      shape.noteUnknown(entry, among: ["schema", "stages", "datasets"])
    }
    guard let section, !section.isNull else { return [] }
    return shape.entries(section, "a mapping of stages")
  }
}

/// A stage as it ran.
struct LockedStage: Sendable {
  private static let keys = ["cmd", "deps", "params", "outs"]

  let name: PlacedText
  private(set) var commands: [String] = []
  private(set) var inputs: [DataEntry] = []
  private(set) var outputs: [DataEntry] = []
  private(set) var params: [Params] = []

  /// The params of one file.
  struct Params: Sendable {
    let file: PlacedText
    let values: [DataMember]
  }

  init(name: PlacedText, fields: [YAMLEntry], _ reader: inout DataEntryReader) {
    self.name = name
    for field in fields {
      switch field.key {
      case "cmd":
        let lines = field.value.items ?? [field.value]
        commands = lines.compactMap { reader.shape.word($0, "a command")?.text }
      case "deps": inputs = reader.entries(field.value)
      case "outs": outputs = reader.entries(field.value)
      case "params": params = Self.params(field.value, &reader.shape)
      default: reader.shape.noteUnknown(field, among: Self.keys)
      }
    }
  }

  private static func params(_ node: YAMLNode, _ shape: inout ShapeReader) -> [Params] {
    shape.entries(node, "a mapping of files").map { file in
      let values = shape.entries(file.value, "a mapping of params")
      return Params(
        file: PlacedText(keyOf: file),
        values: values.map { DataMember($0.key, DataValue($0.value)) })
    }
  }
}
