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
  /// How a new site takes the place of the old one.
  package let mode: PublishMode
  /// The release that the place leads to, where it is a link.
  let release: RelativePath?
  /// The site that readers see now; nil if there is none.
  let oldSite: OldSite?

  /// The names of the files in a site that publishing itself writes.
  package static var ownFiles: [String] { [SiteManifest.fileName, UploadOrder.fileName] }

  /// The absolute path, for messages.
  package var path: String { parent.pathText(name) }

  /// Checks and locks an output folder before any reading starts (`hostile-input.md` §5).
  ///
  /// - Parameters:
  ///   - path: The folder as the user wrote it; it and folders above it may be missing.
  ///   - sources: Local paths of all repositories that will be read; missing ones are ignored.
  ///   - home: The user's home folder, if known.
  ///   - mode: How a new site takes the place of the old one.
  /// - Throws: `refused` (O001–O005, O013), `locked` (O008) or `system`.
  package static func prepare(
    _ path: String, sources: [String], home: String?, mode: PublishMode = .exchange
  ) throws(PublishError) -> OutputFolder {
    let location = try OutputLocation(path)
    try location.refuseDangerousPlaces(
      sources: sources, home: home, allowingLink: mode == .switchedLink)
    do {
      return try OutputFolder(at: location, mode: mode)
    } catch .system(let failure) where [EACCES, EPERM, EROFS].contains(failure.code) {
      throw .refused(folder: location.path, .notWritable(reason: systemText(failure.code)))
    }
  }

  private init(at location: OutputLocation, mode: PublishMode) throws(PublishError) {
    parent = try location.openParent()
    name = RelativePath(trusted: location.name.utf8)
    self.mode = mode
    try parent.requireWritable()
    lock = try BuildLock.acquire(for: name, in: parent)
    release =
      mode == .switchedLink ? try SwitchedLink.release(of: name, in: parent) : nil
    if let release {
      let releases = try parent.folder(named: SwitchedLink.releasesName(of: name))
      oldSite = try releases.flatMap { releases throws(PublishError) in
        try OldSite(release, in: releases)
      }
    } else {
      oldSite = try OldSite(name, in: parent)
    }
  }

  /// Whether even an unchanged site is to be published, as it is a folder and has to become a link.
  package var becomesLink: Bool { mode == .switchedLink && release == nil }

  /// The name of a link to a new release on its way to its place.
  var freshLink: RelativePath { RelativePath(trusted: "\(stagingPrefix)link".utf8) }

  /// Has the new site's name on the disk.
  func confirm() throws(PublishError) {
    do {
      try parent.syncEntries()
    } catch .system(let failure) {
      throw .unconfirmed(failure)
    }
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
    if FileStatus.of(freshLink, in: parent)?.isSymbolicLink == true {
      try? parent.remove(freshLink)
    }
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
