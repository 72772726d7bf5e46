/// The format of a record file, told by its name as DVC does (`records.md` §4.1).
package enum RecordFormat: Hashable, Sendable {
  case json, toml, python, yaml

  /// By the extension in any letter case; what has none or another is YAML.
  package static func of(path: String) -> RecordFormat {
    let name = path.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }
    let letters = name.prefix { $0 != UInt8(ascii: ".") }
    // A name that only begins with a point, such as `.json`, has no extension.
    guard name.dropFirst(letters.count + 1).contains(where: { $0 != UInt8(ascii: ".") }) else {
      return .yaml
    }
    switch String(decoding: letters.reversed(), as: UTF8.self).lowercased() {
    case "json": return .json
    case "toml": return .toml
    case "py": return .python
    default: return .yaml
    }
  }

  /// Reads a whole file; throws where nothing of it can be read.
  package func read(_ bytes: [UInt8]) throws(FormatError) -> DataDocument {
    switch self {
    case .json: try JSONReader.read(bytes)
    case .toml: try TOMLReader.read(bytes)
    case .python: try PythonParamsReader.read(bytes)
    case .yaml: try YAMLReader.document(bytes)
    }
  }
}
