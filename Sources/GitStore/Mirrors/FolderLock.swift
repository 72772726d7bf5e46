import Glibc

/// Keeps two builds from changing one folder of the cache at a time; the kernel frees the lock of a
/// process that has died.
struct FolderLock {
  private let descriptor: Int32

  /// Waits until no other process has the lock of a folder, whose file lies beside it.
  ///
  /// - Throws: `unwritable` where the file can't be made, or somebody else keeps the lock for long.
  init(above folder: String, patience: Int) async throws(GitError) {
    try WholeFile.makeFolders(above: folder)
    let path = "\(folder).lock"
    let file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw WholeFile.failure(path) }
    let end = ContinuousClock.now + .seconds(patience)
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, .now < end, !Task.isCancelled else {
        close(file)
        throw .unwritable(path: path, reason: "another build has kept it locked")
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
    descriptor = file
  }

  /// Lets the next one have it.
  func release() { close(descriptor) }
}
