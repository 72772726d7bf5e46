/// A Git repository that could be opened, and the facts about it that reading needs.
package struct GitRepository: Sendable {
  /// The path that the user gave.
  package let path: String

  /// The folder that holds the repository's objects and refs, absolute; linked work trees share it.
  package let commonDirectory: String

  /// The root of the work tree, absolute and without links; nothing for a bare repository.
  package let workTree: String?

  /// Whether history was cut off by a shallow clone.
  package let isShallow: Bool

  /// The bytes of an id: 20, or 32 in a SHA-256 repository.
  package let idLength: Int

  /// The commit that HEAD means; nothing before the first commit.
  package let head: ObjectID?

  let command: GitCommand
}

extension GitRepository {
  /// Opens the repository at `path`: a work tree, a folder in one, a linked work tree, or a bare one.
  ///
  /// One process; two more where Git refuses because of the owner, and the user's own
  /// configuration has to be asked whether the folder is trusted.
  ///
  /// - Parameter patience: How many seconds Git may take for any answer.
  package static func open(
    _ path: String, patience: Int = GitCommand.patience
  ) async throws(GitError) -> GitRepository {
    guard FileStatus.exists(path) else {
      throw .pathMissing(path: path, sibling: NearestName.sibling(of: path))
    }
    var command = GitCommand(directory: path, patience: patience)
    var answer = try await facts(command)
    if !answer.succeeded, answer.message.contains("dubious ownership") {
      command.trustedDirectories = try await UserTrust.directories()
      answer = try await facts(command)
    }
    // HEAD comes last: before the first commit, it alone fails.
    let lines = String(decoding: answer.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.count >= 5 else { throw await refusal(path: path, message: answer.message) }
    let isBare = lines[1] == "true"
    let head = lines.dropFirst(4).compactMap { ObjectID($0) }.first
    return GitRepository(
      path: path, commonDirectory: lines[0],
      workTree: isBare ? nil : workTree(of: path, wayUp: lines[4]),
      isShallow: lines[2] == "true", idLength: lines[3] == "sha256" ? 32 : 20,
      head: head, command: command)
  }

  /// Every ref below `prefix`, in the order of their names.
  ///
  /// One process. A damaged ref is left out; what Git says of it is in `warnings`.
  package func references(
    under prefixes: [String] = ["refs/heads", "refs/tags"]
  ) async throws(GitError) -> (references: [GitReference], warnings: [String]) {
    let answer = try await command.run(["for-each-ref", GitReference.format] + prefixes)
    guard answer.succeeded else {
      throw .commandFailed(path: path, command: "for-each-ref", message: answer.message)
    }
    let warnings = answer.message.split(separator: "\n").map(String.init)
    return (GitReference.parse(answer.output), warnings)
  }

  /// The repository's own configuration, as Git lists it.
  ///
  /// One process.
  package func configuration() async throws(GitError) -> GitConfiguration {
    let answer = try await command.run(["config", "--local", "--list", "-z"])
    return GitConfiguration(listing: answer.output)
  }

  /// Whether a file replaces parents of commits by others.
  package var hasGrafts: Bool { FileStatus.exists("\(commonDirectory)/info/grafts") }

  /// Whether objects of another repository count as this one's.
  package var borrowsObjects: Bool {
    FileStatus.contents(of: "\(commonDirectory)/objects/info/alternates")?.isEmpty == false
  }

  /// The bytes of a file at the root of the work tree; nothing where there is none.
  package func workTreeFile(_ name: String) -> [UInt8]? {
    workTree.flatMap { FileStatus.contents(of: "\($0)/\(name)") }
  }

  private static func facts(_ command: GitCommand) async throws(GitError) -> GitCommand.Answer {
    try await command.run([
      "rev-parse", "--path-format=absolute", "--git-common-dir", "--is-bare-repository",
      "--is-shallow-repository", "--show-object-format", "--show-cdup", "HEAD",
    ])
  }

  private static func refusal(path: String, message: String) async -> GitError {
    if message.contains("dubious ownership") { return .foreignOwner(path: path) }
    if message.contains("unknown repository extension") || message.contains("git repo version") {
      return .unknownFormat(
        path: path, message: message.replacingLineEnds(), gitVersion: await GitCommand.version())
    }
    if message.contains("not a git repository") || message.contains("Not a directory") {
      return .notARepository(path: path)
    }
    return .commandFailed(path: path, command: "rev-parse", message: message.replacingLineEnds())
  }

  /// `wayUp` is empty at the root, `../../` two folders below it.
  ///
  /// What DVC's configuration names relative to it is found without asking where this process runs.
  private static func workTree(of path: String, wayUp: String) -> String? {
    guard ObjectID(wayUp) == nil else { return nil }
    return FileStatus.realPath("\(path)/\(wayUp)")
  }
}
