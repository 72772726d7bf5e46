import Glibc

/// Replacing a site file by file inside its folder, where the folder itself must stay (O010).
///
/// Every file is whole at every moment. The site as a whole is a mixture for a while, so the order is
/// kind to readers: that of `UploadOrder`, then removals. Cut short, it is completed by the next build: the list of files is a superset until the end.
struct InPlacePublication: Sendable {
  let publication: Publication
  let site: OldSite

  private var root: OpenFile { site.folder }

  /// Does it.
  func run() throws(PublishError) {
    let removed = publication.removed
    let superset = SiteManifest(publication.manifest.files + removed)
    try root.replace(SiteManifest.path, superset.rendered)

    // A file where the new site has a folder, or the other way round, cannot wait for its turn.
    let newFiles = publication.manifest.paths
    let newFolders = newFiles.folders
    let isInTheWay = { (file: SiteManifest.File) in
      newFolders.contains(file.path) || file.path.folders.contains(where: newFiles.contains)
    }
    for file in removed where isInTheWay(file) { try remove(file.path) }
    let changed = publication.files.filter { !$0.isUnchanged }
    for file in UploadOrder.sorted(changed, by: \.location) {
      try put(file.location)
    }
    for file in removed where !isInTheWay(file) { try remove(file.path) }

    try root.replace(SiteManifest.path, publication.manifest.rendered)
    try root.syncFileSystem()
  }

  private func put(_ path: RelativePath) throws(PublishError) {
    let bytes = try publication.staging.root.open(path, O_RDONLY).readAll()
    let folder = try makeFolder(holding: path)
    try? root.remove(.unfinished)
    try root.create(.unfinished, bytes)
    try root.rename(.unfinished, to: path.name, in: folder)
  }

  /// Opens the folder of a file step by step, so that no link leads out of the site.
  private func makeFolder(holding path: RelativePath) throws(PublishError) -> OpenFile {
    var folder = root
    for part in path.folder?.parts ?? [] {
      if let next = try folder.folder(named: part) {
        folder = next
        continue
      }
      if FileStatus.of(part, in: folder) != nil {
        throw .refused(folder: root.path, .foreignFileInTheWay(folder.pathText(part)))
      }
      try folder.makeFolder(part)
      folder = try folder.open(part, O_RDONLY | O_DIRECTORY)
    }
    return folder
  }

  /// Removes a file of the old site, then the folders that hold nothing any more.
  private func remove(_ path: RelativePath) throws(PublishError) {
    guard let folder = try root.folder(holding: path),
      let status = FileStatus.of(path.name, in: folder), !status.isFolder
    else { return }
    try folder.remove(path.name)
    for above in path.folders {
      guard let holder = try root.folder(holding: above),
        (try? holder.remove(above.name, isFolder: true)) != nil
      else { return }
    }
  }
}
