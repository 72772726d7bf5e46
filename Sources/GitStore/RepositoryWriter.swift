import Glibc

/// Writes a repository of Vitrine's own making, the same to the last object id on every machine.
///
/// Git is started as for reading: no configuration, template, hook or identity of the user's, and
/// nothing of the environment but the `PATH` that finds it. Names and dates come from the stream.
package struct RepositoryWriter: Sendable {
  /// The root of the work tree.
  package let path: String

  /// Makes a folder and an empty SHA-1 repository in it whose branch is `main`.
  ///
  /// The folder around it has to exist and the folder itself must not: throws
  /// `GitError.commandFailed` where that isn't so, and where Git refuses.
  package static func create(at path: String) async throws(GitError) -> RepositoryWriter {
    guard unsafe mkdir(path, 0o777) == 0 else {
      let reason = unsafe String(cString: strerror(errno))
      throw .commandFailed(path: path, command: "init", message: reason)
    }
    let writer = RepositoryWriter(path: path)
    try await writer.run([
      "init", "--quiet", "--template=", "--object-format=sha1", "--initial-branch=main",
    ])
    return writer
  }

  /// Takes the commits and tags of one `fast-import` stream, which has to end in `done`.
  ///
  /// Throws `GitError.commandFailed` where Git does not understand the stream.
  package func importing(stream: [UInt8]) async throws(GitError) {
    try await run(["fast-import", "--quiet", "--done", "--date-format=raw"], input: stream)
  }

  /// Names the address that the repository was cloned from, as far as readers can tell.
  ///
  /// Throws `GitError.commandFailed` where the configuration cannot be written.
  package func setOrigin(_ url: String) async throws(GitError) {
    try await run(["config", "remote.origin.url", url])
  }

  /// Puts the files of `main` into the work tree.
  ///
  /// Throws `GitError.commandFailed` where a file cannot be written.
  package func checkout() async throws(GitError) {
    try await run(["checkout", "--quiet", "--force", "main"])
  }

  private func run(_ arguments: [String], input: [UInt8] = []) async throws(GitError) {
    let answer = try await GitCommand(directory: path).run(Self.settings + arguments, input: input)
    guard answer.succeeded else {
      throw .commandFailed(
        path: path, command: arguments[0], message: answer.message.replacingLineEnds())
    }
  }

  /// A log of refs would name this machine and its user. Refs stay files, which every Git reads,
  /// whatever a later Git prefers; and objects lie in one pack, however few they are.
  private static let settings = [
    "-c", "core.logAllRefUpdates=false", "-c", "init.defaultRefFormat=files",
    "-c", "fastimport.unpackLimit=1",
  ]
}
