import Glibc

/// The site, or the empty folder, that a new site replaces.
struct OldSite: Sendable {
  let folder: OpenFile
  let manifest: SiteManifest
  let identity: FileStatus.Identity
  /// Whether the folder is the top of a file system, which may hold a `lost+found` of its own.
  private let isFileSystem: Bool

  /// Looks into the folder `name`; nil if there is none, `refused` if it is not ours to replace.
  init?(_ name: RelativePath, in parent: OpenFile) throws(PublishError) {
    guard let folder = try parent.folder(named: name) else { return nil }
    try folder.requireWritable()
    self.folder = folder
    identity = try FileStatus.of(folder).identity
    isFileSystem = try FileStatus.of(parent).identity.device != identity.device

    let names = try folder.entries().map(\.name)
    let isSite = names.contains(SiteManifest.path)
    manifest = isSite ? try Self.manifest(of: folder) : SiteManifest()
    let foreign = isSite ? [] : names.filter { !isKept($0) }
    guard foreign.isEmpty else {
      let first = foreign.prefix(5).map(\.text)
      throw .refused(
        folder: folder.path, .foreignFiles(first: Array(first), count: foreign.count))
    }
  }

  /// Whether a name in the top folder is neither a file of a site nor somebody's.
  func isKept(_ path: RelativePath) -> Bool {
    path.isBookkeeping || (isFileSystem && path == "lost+found")
  }

  private static func manifest(of folder: OpenFile) throws(PublishError) -> SiteManifest {
    guard FileStatus.of(SiteManifest.path, in: folder)?.isRegular == true else {
      throw .refused(folder: folder.path, .damagedMarker)
    }
    let text = try folder.open(SiteManifest.path, O_RDONLY).readAll()
    do {
      return try SiteManifest(parsing: text)
    } catch {
      throw .refused(folder: folder.path, error)
    }
  }
}

extension OpenFile {
  /// Throws if entries of this folder cannot be made or removed, such as on a read-only file system.
  func requireWritable() throws(PublishError) {
    guard unsafe faccessat(descriptor, ".", W_OK | X_OK, AT_EACCESS) == 0 else {
      throw failure("write to the folder")
    }
  }
}
