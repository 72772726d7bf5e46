import GitStore
import Registry

/// The addresses of a repository's files on its forge, as of the commit of a card.
struct CardFiles: Sendable {
  private let forge: ForgeLinks?
  private let commit: String

  init(_ forge: ForgeLinks?, at commit: ObjectID) {
    self.forge = forge
    self.commit = commit.hex
  }

  /// The page of a file or folder; nothing where the forge isn't known.
  func address(of path: String) -> String? {
    path.isEmpty ? forge?.tree(commit) : forge?.file(path, at: commit)
  }
}
