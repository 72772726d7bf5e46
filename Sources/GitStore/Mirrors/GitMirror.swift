import Glibc

/// A bare copy of a repository that lies elsewhere: its branches, its tags, and all that they lead to.
///
/// Nothing is ever checked out. What was fetched last stays until a later fetch has come to its end, so
/// that a server that fails or lies costs news, and nothing else.
package struct GitMirror: Sendable {
  /// The folder of the copy.
  package let folder: String
  private let git: RemoteGit

  /// Names the copy of a repository.
  ///
  /// - Parameters:
  ///   - address: Where the repository lies.
  ///   - folder: Where its copy is, or will be; the folder above it is made as needed.
  ///   - tokenVariable: The variable of this process that holds a password or token for the server.
  ///   - patience: How many seconds the server may stay silent.
  package init(
    of address: GitAddress, in folder: String, tokenVariable: String? = nil,
    patience: Int = GitCommand.patience
  ) {
    self.folder = folder
    git = RemoteGit(address: address, tokenVariable: tokenVariable, patience: patience)
  }

  /// Whether it was ever fetched to its end.
  package var isWhole: Bool { FileStatus.exists(listing) }

  /// What the server told of its refs when they were last fetched.
  private var listing: String { "\(folder)/vitrine-refs" }

  /// Brings the copy up to date: one process where nothing is new.
  ///
  /// - Parameter prefixes: Where refs lie besides branches and tags.
  /// - Throws: `unreachable` where the server can't be asked, does not answer or lacks what it promises;
  ///   `unwritable` where the copy can't be kept.
  package func refresh(besides prefixes: [String] = []) async throws(GitError) {
    let lock = try await FolderLock(above: folder, patience: git.patience)
    defer { lock.release() }
    let wanted = (["refs/heads", "refs/tags"] + prefixes).map { "\($0)/*" }
    let told = try await git.run(
      ["ls-remote", "--symref", RemoteGit.remote, "HEAD"] + wanted, in: "/")
    let known = FileStatus.longContents(of: listing)
    guard known != told else { return }
    // As a web page in the place of the repository looks to Git, such as one that asks to sign in.
    guard !told.isEmpty || known == nil else {
      throw .unreachable(
        address: git.address.shown, message: "it tells of no branch and no tag, and it had some")
    }
    let references = RemoteReferences(told)
    try await makeRepository(idLength: references.idLength)
    _ = try await git.run(
      [
        "fetch", "--atomic", "--prune", "--no-tags", "--no-write-fetch-head", "--progress",
        RemoteGit.remote,
      ] + wanted.map { "+\($0):\($0)" }, in: folder)
    try await keep("symbolic-ref", ["HEAD", references.head ?? "refs/heads/none"])
    try WholeFile.replace(listing, told)
  }

  /// Removes a folder of copies with all that is in it.
  package static func removeAll(in folder: String) { try? WholeFile.removeFolder(folder) }

  /// Makes an empty repository, unless there is one for ids of that length.
  private func makeRepository(idLength: Int) async throws(GitError) {
    let format = idLength == 64 ? "sha256" : "sha1"
    let isThere = FileStatus.exists("\(folder)/HEAD")
    let local = GitCommand(directory: isThere ? folder : "/")
    if isThere {
      let answer = try await local.run(["rev-parse", "--show-object-format"])
      if answer.succeeded, GitCommand.text(answer.output) == format { return }
      try WholeFile.removeFolder(folder)
    }
    let made = try await GitCommand(directory: "/").run([
      "init", "--quiet", "--bare", "--template=", "--object-format=\(format)", folder,
    ])
    guard made.succeeded else { throw .unwritable(path: folder, reason: made.message) }
    // What readers take the repository's place on its forge from.
    try await keep("config", ["remote.origin.url", git.address.shown])
  }

  private func keep(_ command: String, _ arguments: [String]) async throws(GitError) {
    let answer = try await GitCommand(directory: folder).run([command] + arguments)
    guard answer.succeeded else { throw .unwritable(path: folder, reason: answer.message) }
  }
}

/// What `ls-remote --symref` told.
struct RemoteReferences: Equatable {
  /// The branch that HEAD means, such as `refs/heads/main`.
  private(set) var head: String?

  /// The hexadecimal digits of an id: 40, or 64 in a SHA-256 repository.
  private(set) var idLength = 40

  init(_ listing: [UInt8]) {
    for line in listing.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"))
      guard fields.count == 2 else { continue }
      let value = String(decoding: fields[0], as: UTF8.self)
      if value.hasPrefix("ref: ") {
        if fields[1].elementsEqual("HEAD".utf8) { head = String(value.dropFirst(5)) }
      } else {
        idLength = value.utf8.count
      }
    }
    if head?.hasPrefix("refs/heads/") == false { head = nil }
  }
}
