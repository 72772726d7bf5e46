package import Formats
import Glibc
import Locks

/// Bytes that are read again later, such as rendered cards and their images, outside of memory: a
/// temporary file that no name leads to.
///
/// The file is made with the first bytes, and its room is free again when the last reference goes,
/// however the program ends.
package final class Spool: Sendable {
  /// Where some bytes lie.
  package struct Place: Hashable, Sendable {
    package let offset: Int
    package let count: Int

    /// What the bytes are checked by when they are read.
    package let checksum: Checksum

    /// Names a place in a spool's own file, or in one that was attached to it.
    package init(offset: Int, count: Int, checksum: Checksum) {
      self.offset = offset
      self.count = count
      self.checksum = checksum
    }
  }

  private struct State {
    var file: SpoolFile?
    var end = 0
    var attached = AttachedFiles()
  }

  private let folder: String
  private let state = Guarded(State())

  /// Makes an empty one in the system's folder for temporary files, `TMPDIR` or else `/tmp`.
  package convenience init() throws(SpoolError) {
    let chosen = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    self.init(folder: chosen.isEmpty ? "/tmp" : chosen)
  }

  /// Makes an empty one in a folder.
  package init(folder: String) { self.folder = folder }

  /// Appends bytes; safe to call from several tasks at once.
  package func append(_ bytes: [UInt8]) throws(SpoolError) -> Place {
    let checksum = Checksum(bytes)
    if bytes.isEmpty { return Place(offset: 0, count: 0, checksum: checksum) }
    let (file, offset) = try reserve(bytes.count)
    try file.write(bytes, at: offset)
    return Place(offset: offset, count: bytes.count, checksum: checksum)
  }

  /// Lets the bytes of a file be read as places of this spool, and gives the offset of its first one.
  ///
  /// Nothing is copied and the file is not kept open: bytes that are not what they were when they are
  /// read are a `SpoolError` with the file's path in `damaged`.
  package func attach(_ path: String) throws(SpoolError) -> Int {
    try state.withLock { state throws(SpoolError) in try state.attached.add(path) }
  }

  /// Finds an attached file under another name from now on.
  package func attachedFile(at path: String, movedTo newPath: String) {
    state.withLock { $0.attached.move(path, to: newPath) }
  }

  /// The bytes of a place that `append` gave, or one in an attached file.
  package func bytes(at place: Place) throws(SpoolError) -> [UInt8] {
    if place.count == 0 { return [] }
    let (file, start, path) = try state.withLock { state throws(SpoolError) in
      if place.offset >= AttachedFiles.start { return try state.attached.file(at: place.offset) }
      guard let file = state.file else {
        throw SpoolError(problem: "cannot read a temporary file in \(folder): nothing was written")
      }
      return (file, 0, nil)
    }
    guard let path else { return try file.read(place.count, at: place.offset) }
    guard let bytes = try? file.read(place.count, at: place.offset - start),
      Checksum(bytes) == place.checksum
    else { throw .damaged(path) }
    return bytes
  }

  /// Takes the room for some bytes, so that they are written without holding others up.
  private func reserve(_ count: Int) throws(SpoolError) -> (SpoolFile, offset: Int) {
    try state.withLock { state throws(SpoolError) in
      let file = if let open = state.file { open } else { try SpoolFile(in: folder) }
      state.file = file
      defer { state.end += count }
      return (file, state.end)
    }
  }
}

/// The temporary file could not be made, written or read.
package struct SpoolError: Error, Hashable, Sendable {
  package let problem: String

  /// The path of an attached file whose bytes are not what they were.
  package var damaged: String?

  static func damaged(_ path: String) -> SpoolError {
    SpoolError(problem: "the file \(path) was changed or damaged", damaged: path)
  }
}
