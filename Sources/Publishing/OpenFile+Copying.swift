import Glibc

extension OpenFile {
  /// Copies a file or a link of `folder` to `path` below this folder, with its date and permissions.
  func copy(
    _ path: RelativePath, from name: RelativePath, in folder: OpenFile
  ) throws(PublishError) {
    guard let status = FileStatus.of(name, in: folder) else { return }
    if status.isSymbolicLink {
      try copyLink(path, from: name, in: folder)
    } else if let (file, _) = folder.openRegular(name) {
      try create(path, try file.readAll())
      try adopt(status, of: path)
    } else {
      throw .system(SystemFailure(action: "copy", path: folder.pathText(name), code: EOPNOTSUPP))
    }
    var times = [status.modified, status.modified]
    unsafe utimensat(descriptor, path.terminated, &times, AT_SYMLINK_NOFOLLOW)
  }

  private func copyLink(
    _ path: RelativePath, from name: RelativePath, in folder: OpenFile
  ) throws(PublishError) {
    let text = try folder.linkText(name)
    guard unsafe symlinkat(text.terminated, descriptor, path.terminated) == 0 else {
      throw failure("copy", path)
    }
  }

  /// Gives what lies at `path` the permissions, and where allowed the owner, of somebody else's file.
  func adopt(_ status: FileStatus, of path: RelativePath) throws(PublishError) {
    // Only the superuser may give files away; for everybody else the owner is right already.
    unsafe fchownat(
      descriptor, path.terminated, status.owner, status.group, AT_SYMLINK_NOFOLLOW)
    guard unsafe fchmodat(descriptor, path.terminated, status.permissions, 0) == 0 else {
      throw failure("set the permissions of", path)
    }
  }
}
