package import Records

/// A file that a download is made of: what it has to be, and where it is to be had.
package struct WantedFile: Sendable {
  /// Below the folder that is written to.
  package let path: String

  /// In bytes.
  package let size: Int?

  /// All that its bytes are held against.
  package let hashes: [ContentHash]

  /// In the order in which they are tried.
  package let sources: [TransferSource]

  /// The same file, of which more is known.
  package func demanding(size: Int, _ hash: ContentHash) -> WantedFile {
    WantedFile(path: path, size: size, hashes: hashes + [hash], sources: sources)
  }

  /// Names a file.
  package init(path: String, size: Int?, hashes: [ContentHash], sources: [TransferSource]) {
    self.path = path
    self.size = size
    self.hashes = hashes
    self.sources = sources
  }
}

/// A place that gives the bytes of one file.
package enum TransferSource: Hashable, Sendable {
  /// An address of the web, asked with the credentials of its remote.
  case web(String, RemoteCredentials?)
  /// A file of this machine.
  case file(String)
  /// The words of a program that writes what lies at the address to its output.
  case command([String], url: String)
  /// A blob of the repository, by its id.
  case blob(String)
}

/// Why a download did not come about.
package struct TransferFailure: Error, Hashable, Sendable {
  /// What kind of failure it is; each ends the program with a status of its own.
  package enum Kind: Hashable, Sendable {
    case refusedList, notFound, noSource, missingProgram, occupied, failed, busy, mismatch,
      forbidden
  }

  package let kind: Kind
  package let message: String

  /// Says what went wrong.
  package init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}
