import Glibc

/// The right to write one output folder, held by one process at a time (O008, O009).
///
/// The kernel frees the lock when its process ends, however it ends, so a lock file that lies about
/// is never in the way. A build that ends by itself removes it, to leave nothing beside the site.
final class BuildLock: Sendable {
  private let file: OpenFile
  private let folder: OpenFile
  private let name: RelativePath

  private init(file: OpenFile, folder: OpenFile, name: RelativePath) {
    self.file = file
    self.folder = folder
    self.name = name
  }

  deinit {
    // Removed while still held. Someone may have opened the file already and get the lock of a name
    // that is gone: hence the second look in `isStillNamed`, without which two builds could run.
    try? folder.remove(name)
  }

  /// Takes the lock for `site` in `folder` or throws `locked` at once, with the holder's process.
  static func acquire(for site: RelativePath, in folder: OpenFile) throws(PublishError) -> BuildLock
  {
    let name = RelativePath(trusted: Array(".\(site.text).lock".utf8))
    while true {
      let file = try folder.open(name, O_RDWR | O_CREAT | O_NONBLOCK, mode: 0o644)
      guard try FileStatus.of(file).isRegular else {
        throw .refused(
          folder: folder.pathText(site), .notWritable(reason: "\(name.text) is no file"))
      }
      guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
        guard errno == EWOULDBLOCK else { throw file.failure("lock") }
        throw .locked(folder: folder.pathText(site), process: try holder(of: file))
      }
      if isStillNamed(file, name, in: folder) {
        let lock = BuildLock(file: file, folder: folder, name: name)
        try lock.sign()
        return lock
      }
    }
  }

  private static func isStillNamed(
    _ file: OpenFile, _ name: RelativePath, in folder: OpenFile
  ) -> Bool {
    guard let held = try? FileStatus.of(file), let named = FileStatus.of(name, in: folder) else {
      return false
    }
    return held.identity == named.identity
  }

  private func sign() throws(PublishError) {
    let text = Array("\(getpid())\n".utf8)
    guard fchmod(file.descriptor, OpenFile.filePermissions) == 0,
      ftruncate(file.descriptor, 0) == 0,
      unsafe pwrite(file.descriptor, text, text.count, 0) == text.count
    else { throw file.failure("sign") }
  }

  /// Reads the holder's process number; nil in the moment before the holder has written it.
  private static func holder(of file: OpenFile) throws(PublishError) -> Int32? {
    Int32(String(decoding: try file.readAll().prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
  }
}
