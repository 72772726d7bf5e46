import FoundationEssentials
package import Formats

/// A registry that is made from Git plumbing, command by command.
package struct PlumbingRegistry: Sendable {
  private let setup: [[String]]
  private let input: [String?]
  private let failing: Set<Int>

  /// Whether GTO was run there with commands that write.
  package let writes: Bool

  /// The collection of registries with GTO's own answers, each with its description in JSON.
  package static func collection() -> [(json: JSONValue, registry: PlumbingRegistry)] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "RegistryTests/Fixtures/gto-cases.jsonl")
    guard let bytes = try? readFile(file.path) else { return [] }
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      (try? OrderedJSON.parse(Array(line))).map { ($0, PlumbingRegistry($0)) }
    }
  }

  private init(_ json: JSONValue) {
    setup = json["setup"]?.items.map { $0.items.compactMap(\.string) } ?? []
    input = json["setup_stdin"]?.items.map(\.string) ?? []
    failing = Set(json["setup_fails"]?.items.compactMap { $0.number.flatMap { Int($0) } } ?? [])
    let verbs = (json["commands"]?.items ?? []).compactMap { $0["argv"]?.items.first?.string }
    writes = verbs.contains { ["register", "assign", "deprecate"].contains($0) }
  }

  /// Makes the registry in an empty folder.
  package func make(in folder: String) async throws {
    for (index, command) in setup.enumerated() {
      let text = index < input.count ? input[index] ?? "" : ""
      let prefix = "base64:"
      let bytes =
        text.hasPrefix(prefix)
        ? [UInt8](Data(base64Encoded: String(text.dropFirst(prefix.count))) ?? Data())
        : Array(text.utf8)
      let result = try await runTool(
        command, in: folder, environment: GitScript.environment(), input: bytes)
      if !result.succeeded, !failing.contains(index) {
        throw ToolFailure(command: command, message: result.errors)
      }
    }
  }
}
