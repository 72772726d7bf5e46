package import Formats

/// Takes over parts of a site from the one that was published before.
package protocol UnitKeeping: Sendable {
  /// Takes over the files of a unit; nothing, with nothing done, where it was made from something else,
  /// or somebody has touched its files since.
  func take(_ unit: UnitKey) throws -> [FileDigest]?

  /// Remembers the files of a unit that was made anew.
  func note(_ unit: UnitKey, _ files: [FileDigest])
}

/// A part of a site, and what it is made from.
package struct UnitKey: Hashable, Sendable {
  package let name: String

  /// Tells everything that its files are made from.
  package let key: Checksum
}
