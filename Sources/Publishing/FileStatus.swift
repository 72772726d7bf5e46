import Glibc

/// What a file is, as far as publishing cares.
struct FileStatus: Sendable {
  /// A file's number within its file system, and the number of that.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let file: UInt64
  }

  let identity: Identity
  let size: Int
  let isFolder: Bool
  let isRegular: Bool
  let isSymbolicLink: Bool
  /// Permission bits, with set-user-ID, set-group-ID and sticky.
  let permissions: mode_t
  let owner: uid_t
  let group: gid_t
  let modified: timespec

  private init(_ status: stat) {
    identity = Identity(device: UInt64(status.st_dev), file: UInt64(status.st_ino))
    size = Int(status.st_size)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
    isRegular = status.st_mode & S_IFMT == S_IFREG
    isSymbolicLink = status.st_mode & S_IFMT == S_IFLNK
    permissions = status.st_mode & 0o7777
    owner = status.st_uid
    group = status.st_gid
    modified = status.st_mtim
  }

  /// Looks at an absolute or relative path, at the link itself unless `following`; nil if missing.
  static func of(path: String, following: Bool = true) -> FileStatus? {
    var status = stat()
    let flags = following ? 0 : AT_SYMLINK_NOFOLLOW
    guard unsafe fstatat(AT_FDCWD, path, &status, flags) == 0 else { return nil }
    return FileStatus(status)
  }

  /// Looks at an entry of a folder, at the link itself if it is one; nil if missing.
  static func of(_ name: RelativePath, in folder: OpenFile) -> FileStatus? {
    var status = stat()
    let found = unsafe fstatat(
      folder.descriptor, name.terminated, &status, AT_SYMLINK_NOFOLLOW)
    return found == 0 ? FileStatus(status) : nil
  }

  /// Looks at an open file.
  static func of(_ file: OpenFile) throws(PublishError) -> FileStatus {
    var status = stat()
    guard unsafe fstat(file.descriptor, &status) == 0 else { throw file.failure("examine") }
    return FileStatus(status)
  }
}
