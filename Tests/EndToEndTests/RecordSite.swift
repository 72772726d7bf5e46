import Formats
import TestSupport
import Testing

/// A built site, and what its documents say of the records of versions.
struct RecordSite: Sendable {
  let folder: String

  /// What the program said.
  let errors: String

  /// Builds the site of the repositories in `folder/repos`.
  static func build(
    in folder: String, _ arguments: [String] = [], with binary: String = Vitrine.binary
  ) async throws -> RecordSite {
    let site = "\(folder)/site"
    let result = try await require(
      [binary, "build", "\(folder)/repos", "-o", site, "--fail-on", "never"] + arguments,
      environment: DVCOracle.environment(folder))
    return RecordSite(folder: site, errors: result.errors)
  }

  /// Makes a fixture and gives `body` its site.
  static func with(
    _ fixture: DVCFixture, _ body: (RecordSite, GitScript) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let script = try await fixture.make(in: folder)
      try await body(try await build(in: folder), script)
    }
  }

  /// The document of a version.
  func document(_ repository: String, _ model: String, _ version: String) throws -> JSONValue {
    let path = "api/v1/models/\(repository)/\(Self.slug(model))/versions/\(version).json"
    return try OrderedJSON.parse(try readFile("\(folder)/\(path)"))
  }

  /// Whether a version has a document.
  func knows(_ repository: String, _ model: String, _ version: String) -> Bool {
    let path = "api/v1/models/\(repository)/\(Self.slug(model))/versions/\(version).json"
    return fileExists("\(folder)/\(path)")
  }

  /// Whether the page of a version shows a text.
  func shows(
    _ text: String, _ repository: String, _ model: String, _ version: String
  ) async throws -> Bool {
    let path = "models/\(repository)/\(Self.slug(model))/\(version)/index.html"
    // In a process of its own: a search in this one would keep other tests waiting.
    return try await runTool(["grep", "-qaF", "-e", text, "\(folder)/\(path)"]).status == 0
  }

  private static func slug(_ model: String) -> String {
    model.replacing("/", with: "~").replacing(":", with: "=")
  }
}

extension JSONValue {
  /// The places and messages of a version's notes, a line for each note.
  var noteLines: [String] {
    (self["notes"]?.items ?? []).map {
      "\($0["where"]?.string ?? ""): \($0["message"]?.string ?? "")"
    }
  }

  /// The codes of a version's notes.
  var noteCodes: [String] { (self["notes"]?.items ?? []).compactMap { $0["code"]?.string } }

  /// The same with the keys of all objects in order, for comparing without regard to it.
  var sorted: JSONValue {
    switch self {
    case .object(let members):
      .object(
        members.map { JSONMember($0.key, $0.value.sorted) }
          .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
    case .array(let items): .array(items.map(\.sorted))
    case .null, .bool, .number, .string: self
    }
  }

  /// The value below several keys.
  subscript(path: [String]) -> JSONValue? {
    path.reduce(self as JSONValue?) { value, key in value?[key] }
  }

  /// All texts in it, keys not among them.
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let items): items.flatMap(\.texts)
    case .object(let members): members.flatMap(\.value.texts)
    case .null, .bool, .number: []
    }
  }
}
