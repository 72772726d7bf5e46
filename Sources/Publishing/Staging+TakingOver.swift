import Glibc

/// A file as the system describes it: as long as nothing of this changes, nobody has written to it.
package struct FileStamp: Hashable, Sendable {
  /// In bytes.
  package let size: Int

  /// When it was last written.
  package let seconds: Int
  package let nanoseconds: Int

  /// Its number in the file system.
  package let number: Int

  /// Makes a stamp that was noted before.
  package init(size: Int, seconds: Int, nanoseconds: Int, number: Int) {
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.number = number
  }

  init?(_ status: FileStatus) {
    guard status.isRegular, status.permissions == OpenFile.filePermissions else { return nil }
    self.init(
      size: status.size, seconds: status.modified.tv_sec, nanoseconds: status.modified.tv_nsec,
      number: Int(truncatingIfNeeded: status.identity.file))
  }
}

extension Staging {
  /// Gives files of the old site second names in the new one, without reading them.
  ///
  /// - Returns: What `publish` has to be given; nothing, with nothing done, unless every one of them is
  ///   there and as its stamp says.
  /// - Throws: `badPath` for a path that is no place in the site or is taken.
  package func takeOver(
    _ files: [(path: String, stamp: FileStamp)]
  ) throws(PublishError) -> [WrittenFile]? {
    guard let old = target.oldSite else { return nil }
    var taken: [WrittenFile] = []
    for file in files {
      let location = try RelativePath(validating: file.path)
      if location.isReserved { throw .badPath(file.path, .reserved) }
      guard try link(location, of: old, if: file.stamp) else {
        for earlier in taken { try folder.root.remove(earlier.location) }
        return nil
      }
      taken.append(WrittenFile(location: location, size: file.stamp.size, isUnchanged: true))
    }
    return taken
  }

  private func link(
    _ location: RelativePath, of old: OldSite, if stamp: FileStamp
  ) throws(PublishError) -> Bool {
    guard old.holds(location, stamp) else { return false }
    do {
      try folder.root.link(location, to: location, in: old.folder)
    } catch  where error.systemCode == EEXIST {
      throw .badPath(location.text, .writtenTwice)
    } catch {
      return false
    }
    // The name may have been given to another file since it was looked at.
    if FileStatus.of(location, in: folder.root).flatMap(FileStamp.init) == stamp { return true }
    try folder.root.remove(location)
    return false
  }
}

extension OldSite {
  /// Whether a file of ours is as its stamp says.
  fileprivate func holds(_ location: RelativePath, _ stamp: FileStamp) -> Bool {
    FileStatus.of(location, in: folder).flatMap(FileStamp.init) == stamp
  }
}
