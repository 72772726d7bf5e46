import Glibc

extension OutputLocation {
  /// Throws `refused` if a site here would endanger something that is not ours (O001, O004).
  ///
  /// Folders are compared by identity, so neither links nor mounts nor spelling deceive.
  ///
  /// - Parameter allowingLink: Whether the place itself may be a link, which is then looked behind.
  func refuseDangerousPlaces(
    sources: [String], home: String?, allowingLink: Bool
  ) throws(PublishError) {
    if let refusal = dangerousPlace(sources: sources, home: home, allowingLink: allowingLink) {
      throw .refused(folder: path, refusal)
    }
  }

  private func dangerousPlace(
    sources: [String], home: String?, allowingLink: Bool
  ) -> Refusal? {
    if path.split(separator: "/").contains(".git") { return .insideGitFolder }
    if FileStatus.of(path: existing)?.isFolder != true { return .notAFolder }
    let isLink = FileStatus.of(path: path, following: false)?.isSymbolicLink ?? false
    if isLink, !allowingLink { return .symbolicLink }
    let itself = FileStatus.of(path: path)
    if let itself, !itself.isFolder { return .notAFolder }

    /// Whether the output folder is the one at a path, or holds it.
    func isOrHolds(_ path: String) -> Bool {
      itself.map { Self.identities(from: path).contains($0.identity) } ?? false
    }
    if isOrHolds("/") { return .isOrHoldsRoot }
    let repositories = sources.compactMap(Self.repository)
    for repository in repositories where isOrHolds(repository) {
      return .isOrHoldsRepository(repository)
    }
    if let home, isOrHolds(home) { return .isOrHoldsHome }
    if isOrHolds(".") { return .isOrHoldsCurrentFolder }
    let around = Self.identities(from: existing)
    for repository in repositories {
      guard let identity = FileStatus.of(path: repository)?.identity else { continue }
      if around.contains(identity) { return .insideRepository(repository) }
    }
    if itself != nil, FileStatus.of(path: path + "/.git", following: false) != nil {
      return .holdsGitFolder
    }
    return nil
  }

  /// The top folder of the repository that a source names: its work tree, or itself if bare.
  private static func repository(of source: String) -> String? {
    guard let real = realPath(source) else { return nil }
    let folders = Self.folders(from: real)
    if let git = folders.last(where: { $0.hasSuffix("/.git") }) { return String(git.dropLast(5)) }
    return folders.first { FileStatus.of(path: $0 + "/.git", following: false) != nil } ?? real
  }

  /// A path without links and every folder above it, up to the root.
  private static func folders(from path: String) -> [String] {
    var parts = path.split(separator: "/")
    var folders: [String] = []
    while !parts.isEmpty {
      folders.append("/" + parts.joined(separator: "/"))
      parts.removeLast()
    }
    return folders + ["/"]
  }

  /// The identities of a folder and of those above it; empty if it does not exist.
  private static func identities(from path: String) -> Set<FileStatus.Identity> {
    guard let real = realPath(path) else { return [] }
    return Set(folders(from: real).compactMap { FileStatus.of(path: $0)?.identity })
  }
}
