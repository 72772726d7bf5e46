import Digests
import Glibc

/// Showing readers another site by one rename of a symbolic link.
///
/// The new site is whole and on the disk under a name of its own before the link leads to it. The site
/// before stays until the publication after the next, for readers amid a page, and for going back.
struct SwitchPublication: Sendable {
  let publication: Publication
  let exchange: Staging.Exchange

  private var target: OutputFolder { publication.target }
  private var parent: OpenFile { target.parent }
  private var root: OpenFile { publication.staging.root }

  /// Does it.
  func run() throws(PublishError) {
    guard isAsFound else { throw .refused(folder: target.path, .replacedMeanwhile) }
    // A link that leads to this very site already is left alone.
    if target.release != nil, target.oldSite != nil, publication.changesNothing { return }
    try publication.prepareStaging()
    let releases = try makeReleases()
    let release = try freeName()
    try remove(release, in: releases)
    try parent.rename(publication.staging.name, to: release, in: releases)
    do {
      try releases.syncEntries()
      try lead(to: release, releases)
    } catch {
      if (try? SwitchedLink.release(of: target.name, in: parent)) != release {
        try? remove(release, in: releases)
      }
      throw error
    }
    try publication.carryArrivals()
    try target.confirm()
    prune(releases, sparing: [release, target.release ?? Self.former])
  }

  /// Whether the place still holds what was found fit to be replaced.
  private var isAsFound: Bool {
    let now = FileStatus.of(target.name, in: parent)
    if let release = target.release {
      return (try? SwitchedLink.release(of: target.name, in: parent)) == release
    }
    return now?.identity == target.oldSite?.identity
  }

  private func makeReleases() throws(PublishError) -> OpenFile {
    let name = SwitchedLink.releasesName(of: target.name)
    if let releases = try parent.folder(named: name) { return releases }
    guard FileStatus.of(name, in: parent) == nil else {
      throw .refused(folder: parent.pathText(name), .notAFolder)
    }
    try parent.makeFolder(name)
    return try parent.open(name, O_RDONLY | O_DIRECTORY)
  }

  /// A name that tells the content; with a mark where the current release has it, but was changed.
  private func freeName() throws(PublishError) -> RelativePath {
    var content = SHA256.Stream()
    for file in publication.manifest.files {
      let bytes = try root.open(file.path, O_RDONLY).readAll()
      content.update(file.path.terminated)
      content.update(Array(SHA256(bytes).hex.utf8))
    }
    let name = content.finished.hex(digits: 16)
    let release = RelativePath(trusted: name.utf8)
    return release == target.release ? RelativePath(trusted: "\(name)-again".utf8) : release
  }

  /// Puts a link to the release in its place, in one step.
  private func lead(to release: RelativePath, _ releases: OpenFile) throws(PublishError) {
    let fresh = target.freshLink
    try? parent.remove(fresh)
    try parent.makeLink(fresh, saying: SwitchedLink.text(release, of: target.name))
    do {
      guard target.release == nil, target.oldSite != nil else {
        return try parent.rename(fresh, to: target.name, in: parent)
      }
      try take(target.name, for: fresh, releases)
    } catch {
      try? parent.remove(fresh)
      throw error
    }
  }

  /// Puts the link in the place of a folder, which becomes the release before.
  private func take(
    _ name: RelativePath, for fresh: RelativePath, _ releases: OpenFile
  ) throws(PublishError) {
    switch exchange(fresh, name, parent) {
    case 0: break
    case EINVAL, EXDEV, EBUSY, ENOSYS, EOPNOTSUPP:
      throw .refused(folder: target.path, .folderInPlaceOfLink)
    case let code:
      throw .system(SystemFailure(action: "put in place", path: target.path, code: code))
    }
    // From here on readers see the new site; an old one that stays in the way goes with the next build.
    try? remove(Self.former, in: releases)
    try? parent.rename(fresh, to: Self.former, in: releases)
  }

  /// The name of the site that lay in the place of the link.
  private static let former: RelativePath = "former"

  private func remove(_ release: RelativePath, in releases: OpenFile) throws(PublishError) {
    guard let folder = try releases.folder(named: release),
      let identity = try? FileStatus.of(folder).identity
    else { return }
    try FolderTree.remove(release, in: releases, ifOneOf: [identity])
  }

  /// Removes older releases; what is not ours, or cannot be removed, stays.
  private func prune(_ releases: OpenFile, sparing spared: Set<RelativePath>) {
    for entry in (try? releases.entries()) ?? [] where entry.isFolder {
      guard !spared.contains(entry.name), let folder = try? releases.folder(named: entry.name),
        FileStatus.of(SiteManifest.path, in: folder) != nil
      else { continue }
      try? remove(entry.name, in: releases)
    }
  }
}
