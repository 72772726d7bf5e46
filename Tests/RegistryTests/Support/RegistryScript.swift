import GitStore
import Registry
import TestSupport
import Testing

/// A repository in the making, and what the registry makes of it.
struct RegistryScript {
  let script: GitScript

  /// The first second that tags of tests carry: midnight of 2024-01-01.
  static let start = 1_704_067_200

  /// Makes an empty repository in a folder of its own and gives it to `body`.
  static func make(_ body: (RegistryScript) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      let script = GitScript("\(folder)/repo")
      try await script.initialize()
      try await body(RegistryScript(script: script))
    }
  }

  /// Makes annotated tags at HEAD or at another object, one a minute from `minute` on.
  func tag(_ names: String..., at target: String = "HEAD", minute: Int = 0) async throws {
    for (index, name) in names.enumerated() {
      try await script.tag(name, target, at: Self.start + 60 * (minute + index))
    }
  }

  /// Writes a tag object word for word and points its ref at it.
  func raw(_ refName: String, _ text: String) async throws {
    let id = try await script.git(
      "hash-object", "-t", "tag", "-w", "--literally", "--stdin", input: text)
    // Git refuses to make a ref of a damaged object.
    try writeFile("\(script.path)/.git/refs/tags/\(refName)", id + "\n")
  }

  /// The text of a tag object.
  static func object(
    _ name: String, _ target: String, type: String = "commit",
    tagger: String = "Ann <ann@x.org> 1704067200 +0000", body: String = "\nmessage"
  ) -> String {
    "object \(target)\ntype \(type)\ntag \(name)\ntagger \(tagger)\n\(body)"
  }

  /// Reads the repository as a site does.
  func load() async throws -> Repository {
    let registry = try await RegistryLoader([RepositorySource(path: script.path)], jobs: 1).load()
    return try #require(registry.repositories.first)
  }

  /// The artifact of that name.
  func artifact(_ name: String) async throws -> Artifact {
    try #require(try await load().artifacts.first { $0.name == name })
  }
}
