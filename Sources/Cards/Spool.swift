import Glibc
import Synchronization

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
  }

  private struct State {
    var file: SpoolFile?
    var end = 0
  }

  private let folder: String
  private let state = Mutex(State())

  /// Makes an empty one in the system's folder for temporary files, `TMPDIR` or else `/tmp`.
  package convenience init() throws(SpoolError) {
    let chosen = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? ""
    self.init(folder: chosen.isEmpty ? "/tmp" : chosen)
  }

  /// Makes an empty one in a folder.
  package init(folder: String) { self.folder = folder }

  /// Appends bytes; safe to call from several tasks at once.
  package func append(_ bytes: [UInt8]) throws(SpoolError) -> Place {
    if bytes.isEmpty { return Place(offset: 0, count: 0) }
    let (file, offset) = try reserve(bytes.count)
    try file.write(bytes, at: offset)
    return Place(offset: offset, count: bytes.count)
  }

  /// The bytes of a place that `append` gave.
  package func bytes(at place: Place) throws(SpoolError) -> [UInt8] {
    if place.count == 0 { return [] }
    guard let file = state.withLock({ $0.file }) else {
      throw SpoolError(problem: "cannot read a temporary file in \(folder): nothing was written")
    }
    return try file.read(place.count, at: place.offset)
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
}
