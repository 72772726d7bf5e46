import Glibc

/// Removing a whole tree without ever following a link out of it.
enum FolderTree {
  /// Removes `name` in `parent` and all below it, if it is still one of the folders meant.
  ///
  /// The list of files goes last: what a kill leaves behind stays recognisable as ours.
  static func remove(
    _ name: RelativePath, in parent: OpenFile, ifOneOf meant: Set<FileStatus.Identity>
  ) throws(PublishError) {
    guard let folder = try parent.folder(named: name),
      meant.contains(try FileStatus.of(folder).identity)
    else { return }
    try empty(folder, sparing: SiteManifest.path)
    try? folder.remove(SiteManifest.path)
    try parent.remove(name, isFolder: true)
  }

  private static func empty(
    _ folder: OpenFile, sparing spared: RelativePath? = nil
  ) throws(PublishError) {
    for entry in try folder.entries() where entry.name != spared {
      if entry.isFolder, let inner = try folder.folder(named: entry.name) {
        try empty(inner)
      }
      do {
        try folder.remove(entry.name, isFolder: entry.isFolder)
      } catch  where error.systemCode == EACCES {
        // Somebody took away the right to write here; as the owner we may take it back.
        fchmod(folder.descriptor, 0o700)
        try folder.remove(entry.name, isFolder: entry.isFolder)
      }
    }
  }
}
