import Glibc

/// A new site on its way to the disk.
///
/// A value that several tasks may use at once: it has no state but open folders, and all that is
/// learnt about a file is returned. Dropped without being published, it leaves nothing behind.
package struct Staging: Sendable {
  let target: OutputFolder
  let folder: StagingFolder

  /// Writes one file of the site; folders above it are made as needed.
  ///
  /// A file that is the same in the old site is not written: it gets a second name, so that it keeps
  /// its place on the disk and its date, and tools that copy the site on see a quiet tree.
  /// - Parameters:
  ///   - path: The place below the site's top folder, with `/` between its parts.
  ///   - bytes: The whole content.
  /// - Returns: What `publish` has to be given to keep the file.
  /// - Throws: `badPath` for a path that is no place in the site or is taken, else `system`.
  package func write(_ path: String, _ bytes: [UInt8]) throws(PublishError) -> WrittenFile {
    let location = try RelativePath(validating: path)
    if location.isReserved { throw .badPath(path, .reserved) }
    return try put(location, bytes)
  }

  /// Writes a file of the site or of publishing itself.
  func put(_ location: RelativePath, _ bytes: [UInt8]) throws(PublishError) -> WrittenFile {
    let path = location.text
    do {
      let old = oldPlace(of: location, ifHolding: bytes)
      if try old.map({ old throws(PublishError) in try take(location, from: old) }) != true {
        try folder.root.create(location, bytes)
      }
      return WrittenFile(location: location, size: bytes.count, isUnchanged: old != nil)
    } catch  where error.systemCode == EEXIST {
      throw .badPath(path, isFolder(location) ? .fileAndFolder : .writtenTwice)
    } catch  where error.systemCode == ENOTDIR {
      throw .badPath(path, .fileAndFolder)
    }
  }

  private func isFolder(_ location: RelativePath) -> Bool {
    FileStatus.of(location, in: folder.root)?.isFolder ?? false
  }

  /// The folder of the old site that has this very file, with the right permissions, and which it is.
  private func oldPlace(
    of location: RelativePath, ifHolding bytes: [UInt8]
  ) -> (folder: OpenFile, file: FileStatus.Identity)? {
    guard let old = target.oldSite,
      let place = try? old.folder.folder(holding: location),
      let file = place.openRegular(location.name),
      file.status.size == bytes.count,
      file.status.permissions == OpenFile.filePermissions,
      file.file.holds(bytes)
    else { return nil }
    return (place, file.status.identity)
  }

  /// Gives a file of the old site a second name in the new one; false if that cannot be.
  private func take(
    _ location: RelativePath, from old: (folder: OpenFile, file: FileStatus.Identity)
  ) throws(PublishError) -> Bool {
    do {
      try folder.root.link(location, to: location.name, in: old.folder)
    } catch  where OpenFile.cannotLink.union([ENOENT]).contains(error.systemCode ?? 0) {
      // No second names here, or the old file has just gone: it is written instead.
      return false
    }
    // The name may have been given to another file since it was read.
    if FileStatus.of(location, in: folder.root)?.identity == old.file { return true }
    try folder.root.remove(location)
    return false
  }
}

/// One file of a new site, as `Staging.write` left it.
package struct WrittenFile: Equatable, Sendable {
  let location: RelativePath
  /// Size in bytes.
  package let size: Int
  /// Whether the old site had the very same file.
  package let isUnchanged: Bool

  /// The place below the site's top folder.
  package var path: String { location.text }
}
