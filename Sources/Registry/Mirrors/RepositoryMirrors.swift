import Digests
package import GitStore

/// The copies of repositories that lie elsewhere, each in a folder of its own.
package struct RepositoryMirrors: Sendable {
  private let folder: String
  private let isOffline: Bool
  private let patience: Int

  /// Names the folder that holds the copies.
  ///
  /// - Parameters:
  ///   - folder: It is made as needed.
  ///   - isOffline: Whether no server may be asked: what was fetched before is read.
  ///   - patience: How many seconds a server may stay silent.
  package init(in folder: String, isOffline: Bool = false, patience: Int = GitCommand.patience) {
    self.folder = folder
    self.isOffline = isOffline
    self.patience = patience
  }

  /// A copy that can be read.
  package struct Place: Sendable {
    package let path: String

    /// Why it is not as new as the repository itself, where it may not be.
    package let staleness: GitError?
  }

  /// Brings the copy of a repository up to date, or falls back on what was fetched last.
  ///
  /// - Parameter prefixes: Where refs lie besides branches and tags.
  /// - Throws: `unreachable` where nothing was ever fetched.
  package func place(
    of remote: RemoteRepository, besides prefixes: [String] = []
  ) async throws(GitError) -> Place {
    // A password that has changed is no reason to fetch everything again.
    let name = SHA256(Array(remote.address.shown.utf8)).hex.prefix(32)
    let mirror = GitMirror(
      of: remote.address, in: "\(folder)/\(name).git", tokenVariable: remote.tokenVariable,
      patience: patience)
    guard !isOffline else {
      if mirror.isWhole { return Place(path: mirror.folder, staleness: nil) }
      throw .unreachable(
        address: remote.address.shown, message: "it was never fetched, and --offline forbids it")
    }
    do {
      try await mirror.refresh(besides: prefixes)
      return Place(path: mirror.folder, staleness: nil)
    } catch {
      guard mirror.isWhole else { throw error }
      return Place(path: mirror.folder, staleness: error)
    }
  }
}

/// A repository that lies elsewhere, and how to get in.
package struct RemoteRepository: Hashable, Sendable {
  package let address: GitAddress

  /// The environment variable that holds a password or token for the server.
  package let tokenVariable: String?

  /// Names a repository.
  package init(_ address: GitAddress, tokenVariable: String? = nil) {
    self.address = address
    self.tokenVariable = tokenVariable
  }
}
