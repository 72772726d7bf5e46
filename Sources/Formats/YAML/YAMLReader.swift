import CYAML

/// Reads one YAML document into a tree with places.
///
/// Built on libyaml's events. Hostile documents end in an error, never in a crash or in a tree
/// that costs more than its budget (`hostile-input.md` §3).
package enum YAMLReader {
  /// How many nodes a document may expand to, aliases counted each time they are used.
  package static let nodeLimit = 100_000

  /// How deep nodes may be nested.
  package static let depthLimit = 256

  /// The version of libyaml that the program is linked with, such as `0.2.5`.
  package static var libraryVersion: String {
    unsafe String(cString: yaml_get_version_string())
  }

  /// Reads the only document in `bytes`; nothing where there is none.
  package static func read(_ bytes: [UInt8]) throws(FormatError) -> YAMLNode? {
    var builder = YAMLTreeBuilder()
    return try read(YAMLEvents.parse(bytes), &builder)
  }

  /// Reads the only document in `bytes` into a value (`records.md` §4.2); throws where it is not
  /// YAML, has a key twice or holds too much.
  package static func document(
    _ bytes: [UInt8], schema: YAMLSchema = .core
  ) throws(FormatError) -> DataDocument {
    if let empty = DataDocument(blank: bytes) { return empty }
    let events = try YAMLEvents.parse(bytes)
    var builder = YAMLTreeBuilder()
    let root = try read(events, &builder)
    let value = root.map { DataValue($0, schema: schema) }
    return DataDocument(value: value, problems: builder.problems(with: events))
  }

  /// Builds the tree of the only document among `all` events.
  static func read(
    _ all: [YAMLEvent], _ builder: inout YAMLTreeBuilder
  ) throws(FormatError) -> YAMLNode? {
    var events = all[...]
    guard let first = events.first, first.kind != .streamEnd else { return nil }
    let root = try builder.node(&events, depth: 0)
    if let next = events.first, next.kind != .streamEnd {
      throw FormatError(
        code: "Y007", line: next.line, column: next.column,
        problem: "a second document begins here", help: "keep one document in the file")
    }
    return root
  }
}
