import Subprocess

/// Makes and deletes tags as the user's own `git tag` does: with the user's identity, settings and
/// hooks, in a repository that the user has named to be written to.
package struct TagWriter: Sendable {
  private let directory: String

  /// Writes to the repository that a folder belongs to.
  package init(_ repository: GitRepository) { directory = repository.path }

  /// Makes an annotated tag with exactly this message.
  ///
  /// - Throws: Git's own words, among them that it does not know who the user is.
  package func write(
    _ name: String, at commit: ObjectID, message: String
  ) async throws(GitError) {
    // A name or an address that nobody has given must not be made up from this machine's.
    try await run(
      [
        "-c", "user.useConfigOnly=true", "tag", "-a", "--cleanup=verbatim", "-F", "-", "--", name,
        commit.hex,
      ], input: message)
  }

  /// Deletes a tag of this repository.
  package func delete(_ name: String) async throws(GitError) {
    try await run(["tag", "-d", "--", name])
  }

  /// Sends a tag to `origin`, or takes it away there.
  package func push(_ name: String, deleting: Bool) async throws(GitError) {
    let ref = "refs/tags/\(name)"
    try await run(["push", "origin", deleting ? ":\(ref)" : "\(ref):\(ref)"])
  }

  private func run(_ arguments: [String], input: String = "") async throws(GitError) {
    let result: (succeeded: Bool, words: String)
    do {
      let answer = try await Subprocess.run(
        .name("git"), arguments: Arguments(["-C", directory] + arguments),
        environment: Self.environment, input: .string(input), output: .discarded,
        error: .string(limit: 1 << 20))
      result = (answer.terminationStatus.isSuccess, answer.standardError)
    } catch {
      throw GitCommand.failure(error)
    }
    guard result.succeeded else {
      throw .commandFailed(
        path: directory, command: arguments.first { !$0.hasPrefix("-") && !$0.contains("=") } ?? "",
        message: result.words.replacingLineEnds())
    }
  }

  /// A hook that runs this program names its own repository in these.
  private static let environment: Environment = {
    var changes: [Environment.Key: String?] = ["LC_ALL": "C"]
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
      if let key = Environment.Key(rawValue: name) { changes[key] = String?.none }
    }
    return .inherit.updating(changes)
  }()
}
