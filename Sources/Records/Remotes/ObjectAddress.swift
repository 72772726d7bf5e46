/// Where a single object of a remote lies (`records.md` §9.2 and §9.3).
package struct ObjectAddress: Hashable, Sendable {
  /// What the place is.
  package enum Place: Hashable, Sendable {
    /// An address without credentials, spelled as `dvc get --show-url` does.
    case url(String)
    /// A file of a machine, which no site may show.
    case file(ConfiguredPath)
  }

  package let place: Place

  /// Where a browser finds the object if its bucket is public; nothing where no such address is
  /// known (`records.md` §9.4).
  package let webURL: String?

  /// The address that a site may show; nothing for a file of a machine.
  package var publicURL: String? {
    guard case .url(let url) = place else { return nil }
    return url
  }
}

/// How DVC names the file of an object below its cache or remote.
package enum ObjectLayout: Hashable, Sendable {
  /// DVC 3.
  case current
  /// DVC 1 and 2.
  case legacy

  /// `files/md5/ab/cdef…`, or without the first two folders; `.dir` stands behind a folder's list.
  ///
  /// Nothing for what is no MD5, which could lead anywhere.
  package func path(md5: String, isFolder: Bool) -> String? {
    guard md5.utf8.count == 32, md5.utf8.allSatisfy(RemoteURL.isHexDigit) else { return nil }
    let name = "\(md5.prefix(2))/\(md5.dropFirst(2))\(isFolder ? ".dir" : "")"
    return self == .current ? "files/md5/\(name)" : name
  }
}
