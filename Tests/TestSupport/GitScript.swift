/// A Git repository in the making, with fixed identities and dates.
package struct GitScript: Sendable {
  package let path: String

  /// Uses the repository at `path`, which `initialize` makes.
  package init(_ path: String) { self.path = path }

  /// The identity and the clock of every command.
  package static func environment(at second: Int = 1_704_067_200) -> [String: String?] {
    [
      "GIT_AUTHOR_NAME": "Ann Tagger", "GIT_AUTHOR_EMAIL": "ann@example.com",
      "GIT_COMMITTER_NAME": "Ann Tagger", "GIT_COMMITTER_EMAIL": "ann@example.com",
      "GIT_AUTHOR_DATE": "\(second) +0000", "GIT_COMMITTER_DATE": "\(second) +0000",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_DIR": nil,
      "GIT_WORK_TREE": nil,
    ]
  }

  /// Runs git in the repository; it has to succeed.
  @discardableResult
  package func git(
    _ arguments: String..., at second: Int = 1_704_067_200, input: String = ""
  ) async throws -> String {
    let result = try await require(
      ["git", "-C", path] + arguments, environment: Self.environment(at: second),
      input: Array(input.utf8))
    var text = result.text
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// Makes the folder a repository whose branch is `main`.
  package func initialize(_ options: String...) async throws {
    try await require(
      ["git", "init", "-q", "-b", "main"] + options + [path], environment: Self.environment())
  }

  /// Writes files and commits them; without files, an empty commit.
  @discardableResult
  package func commit(
    _ files: [String: String] = [:], message: String = "a commit", at second: Int = 1_704_067_200
  ) async throws -> String {
    for (name, text) in files { try writeFile("\(path)/\(name)", text) }
    try await git("add", "-A")
    try await git("commit", "-q", "--allow-empty", "-m", message, at: second)
    return try await git("rev-parse", "HEAD")
  }

  /// Makes an annotated tag.
  package func tag(
    _ name: String, _ target: String = "HEAD", message: String = "", at second: Int
  ) async throws {
    let text = message.isEmpty ? "msg of \(name)" : message
    try await git("tag", "-a", name, target, "-m", text, at: second)
  }
}
