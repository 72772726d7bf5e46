import Glibc

extension OpenFile {
  /// Permissions of every published file and folder, whatever the umask of the build.
  static let filePermissions: mode_t = 0o644
  static let folderPermissions: mode_t = 0o755

  /// Error numbers by which a file system says that it gives no file a second name, or not this one.
  static let cannotLink: Set<Int32> = [EPERM, EACCES, EMLINK, ENOSYS, EOPNOTSUPP, EXDEV]

  /// Creates a file below this folder, with the folders above it, and fills it.
  func create(_ path: RelativePath, _ bytes: [UInt8]) throws(PublishError) {
    let flags = O_WRONLY | O_CREAT | O_EXCL
    let file = try makingFolders(above: path, for: "create") {
      openDescriptor(path, flags, mode: Self.filePermissions)
    }
    do {
      try fill(path, file, bytes)
    } catch {
      try? remove(path)
      throw error
    }
  }

  private func fill(
    _ name: RelativePath, _ file: Int32, _ bytes: [UInt8]
  ) throws(PublishError) {
    do throws(PublishError) {
      try writeAll(name, file, bytes)
      guard fchmod(file, Self.filePermissions) == 0 else {
        throw failure("set the permissions of", name)
      }
    } catch {
      close(file)
      throw error
    }
    // A network file system may tell of a full disk only here.
    guard close(file) == 0 else { throw failure("write", name) }
  }

  private func writeAll(
    _ name: RelativePath, _ file: Int32, _ bytes: [UInt8]
  ) throws(PublishError) {
    let code = unsafe bytes.withUnsafeBytes { rest -> Int32 in
      var rest = unsafe rest[...]
      while unsafe !rest.isEmpty {
        let part = unsafe UnsafeRawBufferPointer(rebasing: rest)
        let count = unsafe write(file, part.baseAddress, part.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return count == 0 ? EIO : errno }
        unsafe rest = rest.dropFirst(count)
      }
      return 0
    }
    guard code == 0 else {
      throw .system(SystemFailure(action: "write", path: pathText(name), code: code))
    }
  }

  /// Gives the file `name` of `folder` a second name below this folder, links themselves included.
  func link(
    _ path: RelativePath, to name: RelativePath, in folder: OpenFile
  ) throws(PublishError) {
    _ = try makingFolders(above: path, for: "link") {
      unsafe linkat(folder.descriptor, name.terminated, descriptor, path.terminated, 0)
    }
  }

  /// Renames `name` in this folder to `path` below `folder`, replacing a file that is there.
  func rename(
    _ name: RelativePath, to path: RelativePath, in folder: OpenFile
  ) throws(PublishError) {
    let result = unsafe renameat(
      descriptor, name.terminated, folder.descriptor, path.terminated)
    guard result == 0 else { throw folder.failure("put in place", path) }
  }

  /// Fills a file of this folder in one step: at any moment the old content is there or the new.
  func replace(_ name: RelativePath, _ bytes: [UInt8]) throws(PublishError) {
    try? remove(.unfinished)
    try create(.unfinished, bytes)
    try rename(.unfinished, to: name, in: self)
  }

  /// Removes a name below this folder: a file or a link, or an empty folder.
  func remove(_ path: RelativePath, isFolder: Bool = false) throws(PublishError) {
    guard unsafe unlinkat(descriptor, path.terminated, isFolder ? AT_REMOVEDIR : 0) == 0 else {
      throw failure("remove", path)
    }
  }

  /// Makes a folder and those above it; one that exists is fine.
  func makeFolder(_ path: RelativePath) throws(PublishError) {
    let mode = Self.folderPermissions
    let result = try makingFolders(above: path, for: "create the folder") {
      let result = unsafe mkdirat(descriptor, path.terminated, mode)
      return result != 0 && errno == EEXIST ? 0 : result
    }
    guard result == 0, unsafe fchmodat(descriptor, path.terminated, mode, 0) == 0 else {
      throw failure("set the permissions of", path)
    }
  }

  /// Makes a folder in this one that only its owner may enter, whatever the umask.
  func makePrivateFolder(_ name: RelativePath) throws(PublishError) {
    guard unsafe mkdirat(descriptor, name.terminated, 0o700) == 0,
      unsafe fchmodat(descriptor, name.terminated, 0o700, 0) == 0
    else { throw failure("create the folder", name) }
  }

  /// Runs a call, and once more with the folders above `path` made if one of them was missing.
  ///
  /// Trying first costs nothing for all files of a folder but the first. An access error counts too:
  /// under an odd umask another thread may have made the folder a moment ago, still closed.
  private func makingFolders(
    above path: RelativePath, for action: String, _ call: () -> Int32
  ) throws(PublishError) -> Int32 {
    let first = call()
    if first >= 0 { return first }
    guard errno == ENOENT || errno == EACCES, let folder = path.folder else {
      throw failure(action, path)
    }
    try makeFolder(folder)
    let second = call()
    guard second >= 0 else { throw failure(action, path) }
    return second
  }
}
