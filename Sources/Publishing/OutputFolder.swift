import Glibc

/// The folder a site is published to: found fit to be replaced, and locked for this build.
///
/// The lock is held as long as this value, or a staging folder made from it, is alive. It serves one
/// build: prepare anew for the next one.
package struct OutputFolder: Sendable {
  /// The folder that the output folder lies in.
  let parent: OpenFile
  let name: RelativePath
  let lock: BuildLock
  /// What lies there now; nil if nothing does.
  let oldSite: OldSite?

  /// The name of the file in a site that lists all others.
  package static var listName: String { SiteManifest.fileName }

  /// The absolute path, for messages.
  package var path: String { parent.pathText(name) }

  /// Checks and locks an output folder before any reading starts (`hostile-input.md` §5).
  ///
  /// - Parameters:
  ///   - path: The folder as the user wrote it; it and folders above it may be missing.
  ///   - sources: Local paths of all repositories that will be read; missing ones are ignored.
  ///   - home: The user's home folder, if known.
  /// - Throws: `refused` (O001–O005, O013), `locked` (O008) or `system`.
  package static func prepare(
    _ path: String, sources: [String], home: String?
  ) throws(PublishError) -> OutputFolder {
    let location = try OutputLocation(path)
    try location.refuseDangerousPlaces(sources: sources, home: home)
    do {
      return try OutputFolder(at: location)
    } catch .system(let failure) where [EACCES, EPERM, EROFS].contains(failure.code) {
      throw .refused(folder: location.path, .notWritable(reason: systemText(failure.code)))
    }
  }

  private init(at location: OutputLocation) throws(PublishError) {
    parent = try location.openParent()
    name = RelativePath(trusted: location.name.utf8)
    try parent.requireWritable()
    lock = try BuildLock.acquire(for: name, in: parent)
    oldSite = try OldSite(name, in: parent)
  }

  /// Names of folders beside the output folder that builds write into begin with this.
  var stagingPrefix: String { ".\(name.text).tmp-" }

  /// Makes the folder that the new site is written into, beside the output folder.
  ///
  /// What killed builds left there is removed first: as the lock is ours, nobody can be using it.
  /// - Throws: `system` if the disk refuses.
  package func stage() throws(PublishError) -> Staging {
    try removeLeftovers()
    return Staging(target: self, folder: try StagingFolder(for: self))
  }

  private func removeLeftovers() throws(PublishError) {
    for entry in try parent.entries() where entry.isFolder && entry.name.hasPrefix(stagingPrefix) {
      // Ours is one with our list of files, written before all else, or one that is still empty.
      // What cannot be removed is no reason to build nothing: it stays for the next build.
      guard let folder = try? parent.folder(named: entry.name),
        let names = try? folder.entries().map(\.name),
        names.isEmpty || names.contains(SiteManifest.path),
        let identity = try? FileStatus.of(folder).identity
      else { continue }
      try? FolderTree.remove(entry.name, in: parent, ifOneOf: [identity])
    }
  }
}
