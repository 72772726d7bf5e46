package import Records

/// An object that DVC keeps outside Git, and what is known of where it lies.
package struct StoredObject: Hashable, Sendable {
  /// What its bytes are checked against; nothing where only a remote's version names it.
  package let hash: ContentHash?

  /// Whether it is the list of a folder's files.
  package let isFolder: Bool

  /// In bytes; of a folder's list, that of all files of the folder together.
  package let size: Int?

  /// The remote that it names for itself.
  package let remote: String?

  /// What remotes that keep versions call it.
  package let versions: [TrackedOutput.CloudVersion]

  /// Relative to the DVC project; empty where it lies outside.
  package let path: String

  /// Makes an object.
  package init(
    hash: ContentHash?, isFolder: Bool = false, size: Int? = nil, remote: String? = nil,
    versions: [TrackedOutput.CloudVersion] = [], path: String = ""
  ) {
    self.hash = hash
    self.isFolder = isFolder
    self.size = size
    self.remote = remote
    self.versions = versions
    self.path = path
  }

  /// The object of an output; of one that is a folder, its list.
  ///
  /// - Parameter project: the folder of the DVC project in the repository; empty for the root.
  package init(_ output: TrackedOutput, inProject project: String = "") {
    self.init(
      hash: output.hash, isFolder: output.isFolder, size: output.size, remote: output.remote,
      versions: output.versions, path: Self.path(output.path, in: project))
  }

  /// The object of a file of an output that is a folder.
  ///
  /// - Parameter project: the folder of the DVC project in the repository; empty for the root.
  package init(
    _ file: TrackedOutput.File, of output: TrackedOutput, inProject project: String = ""
  ) {
    let path = RepositoryPath(file.path, in: output.path).inside ?? ""
    let isInside = RepositoryPath.lies(path, in: output.path)
    self.init(
      hash: file.hash, isFolder: false, size: file.size, remote: output.remote,
      versions: file.versions, path: isInside ? Self.path(path, in: project) : "")
  }

  private static func path(_ path: String, in project: String) -> String {
    guard !project.isEmpty else { return path }
    guard RepositoryPath.lies(path, in: project) else { return "" }
    return String(Substring(path.utf8.dropFirst(project.utf8.count + 1)))
  }

  /// The paths that the object has below a cache, the likelier one first.
  var cachePaths: [String] {
    guard let hash else { return [] }
    let layouts: [ObjectLayout] =
      switch hash.algorithm {
      case .md5: [.current, .legacy]
      case .md5DOSToUnix: [.legacy, .current]
      case .sha256, .etag, .checksum, .git: []
      }
    return layouts.compactMap { $0.path(md5: hash.value, isFolder: isFolder) }
  }
}
