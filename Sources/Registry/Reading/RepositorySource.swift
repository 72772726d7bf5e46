import GitStore

/// A repository that a site is asked to show.
package struct RepositorySource: Sendable {
  /// The path as given; for one that lies elsewhere, its address without passwords.
  package let path: String

  /// Where it is fetched from, if it lies elsewhere.
  package let remote: RemoteRepository?

  /// The name that was configured for it; nothing to take its folder's.
  package let id: String?

  /// The address of its page on a forge that was configured.
  package let webURL: String?

  /// Names a repository.
  package init(path: String, id: String? = nil, webURL: String? = nil) {
    self.path = path
    self.id = id
    self.webURL = webURL
    remote = nil
  }

  /// Names a repository that lies elsewhere.
  package init(remote: RemoteRepository, id: String? = nil, webURL: String? = nil) {
    path = remote.address.shown
    self.id = id
    self.webURL = webURL
    self.remote = remote
  }

  /// The repositories that a path means: itself, or the children of a folder that is none itself.
  package static func found(at path: String) -> [RepositorySource] {
    guard FileStatus.isFolder(path), !isRepository(path) else {
      return [RepositorySource(path: path)]
    }
    let children = FileStatus.names(in: path).map { "\(path)/\($0)" }.filter(isRepository)
    return children.isEmpty
      ? [RepositorySource(path: path)] : children.map { RepositorySource(path: $0) }
  }

  /// Whether a folder looks like a repository: a `.git` in it, or the parts of a bare one.
  private static func isRepository(_ folder: String) -> Bool {
    FileStatus.exists("\(folder)/.git")
      || (FileStatus.exists("\(folder)/HEAD") && FileStatus.isFolder("\(folder)/objects")
        && FileStatus.isFolder("\(folder)/refs"))
  }

  /// The name that it has in the site where none is configured.
  var name: String { remote?.address.name ?? Self.name(ofPath: path) }

  /// The name of the last folder of a path, without a bare repository's `.git`; the folder `.git`
  /// has the name of the one around it.
  package static func name(ofPath path: String) -> String {
    let real = FileStatus.realPath(path) ?? path
    let last = real.split(separator: "/").last { $0 != ".git" }.map(String.init) ?? "repository"
    return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
  }
}
