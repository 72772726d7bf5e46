import Glibc

/// The folder beside the output folder that a build writes into, removed when the build lets go.
///
/// After a publication its name belongs to the old site, which goes the same way: whatever lies
/// under the name at the end is no longer wanted.
final class StagingFolder: Sendable {
  let root: OpenFile
  let name: RelativePath
  private let parent: OpenFile
  private let disposable: Set<FileStatus.Identity>
  // Held, not used: the folder must be gone before another build may start.
  private let lock: BuildLock

  /// Makes the folder, closed to others, with a list of no files in it.
  init(for target: OutputFolder) throws(PublishError) {
    parent = target.parent
    lock = target.lock
    name = try Self.make(prefix: target.stagingPrefix, in: parent)
    root = try parent.open(name, O_RDONLY | O_DIRECTORY)
    let own = try FileStatus.of(root).identity
    disposable = Set([own, target.oldSite?.identity].compactMap(\.self))
    // First of all, so that what a kill leaves behind is known to be ours.
    try root.create(SiteManifest.path, SiteManifest().rendered)
  }

  deinit {
    try? remove()
  }

  /// Removes what lies under the name, if anything does.
  func remove() throws(PublishError) {
    try FolderTree.remove(name, in: parent, ifOneOf: disposable)
  }

  private static func make(
    prefix: String, in parent: OpenFile
  ) throws(PublishError) -> RelativePath {
    // A name nobody can foresee; it never shows in the site.
    let random = String(UInt64.random(in: .min ... .max), radix: 16)
    let name = RelativePath(trusted: Array("\(prefix)\(random)".utf8))
    try parent.makePrivateFolder(name)
    return name
  }
}
