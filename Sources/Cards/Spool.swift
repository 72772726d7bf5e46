/// Bytes that are read again later, such as rendered cards and their images, outside of memory: a
/// temporary file that no name leads to.
package final class Spool: Sendable {
  /// Where some bytes lie.
  package struct Place: Hashable, Sendable {
    package let offset: Int
    package let count: Int
  }

  /// Makes an empty one in the system's folder for temporary files.
  package init() throws(SpoolError) {}

  /// Appends bytes; safe to call from several tasks at once.
  package func append(_ bytes: [UInt8]) throws(SpoolError) -> Place { Place(offset: 0, count: 0) }

  /// The bytes of a place that `append` gave.
  package func bytes(at place: Place) throws(SpoolError) -> [UInt8] { [] }
}

/// The temporary file could not be made, written or read.
package struct SpoolError: Error, Hashable, Sendable {
  package let problem: String
}
