/// An address outside the repository, made fit to be published (`bad-input.md`, S002).
package enum ExternalAddress {
  /// The address without user, password, query and fragment.
  ///
  /// Where a password may hold a slash or a question mark, everything up to the last at sign goes:
  /// an address that misses a part is better than one that tells a secret.
  package static func withoutCredentials(_ written: String) -> String {
    guard let mark = written.firstRange(of: "://") else { return withoutUser(written) }
    // By scalars: a combining mark after an at sign must not hide it.
    var rest = written[mark.upperBound...].unicodeScalars
    let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let at = (authority.contains(":") ? rest : authority).lastIndex(of: "@")
    if let at { rest = rest[rest.index(after: at)...] }
    return String(written[..<mark.upperBound]) + String(rest.prefix { $0 != "?" && $0 != "#" })
  }

  /// Where a browser finds what an address without credentials names, if it is public; nothing where no
  /// such address is known.
  package static func webURL(_ address: String) -> String? {
    let scheme = RemoteURL.scheme(of: address)
    return scheme == "http" || scheme == "https" ? address : BucketURL.web(address)
  }

  /// What a download of an address is called: the last part of its path.
  package static func fileName(_ address: String) -> String {
    let path = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
    return path.split(separator: "/").dropFirst().last.map(String.init) ?? "download"
  }

  /// The short form of SSH, `user@host:path`, without its user; anything else as it is.
  private static func withoutUser(_ written: String) -> String {
    let authority = written.unicodeScalars.prefix { $0 != "/" }
    guard let at = authority.lastIndex(of: "@"), authority[at...].contains(":") else {
      return written
    }
    return String(written.unicodeScalars[authority.index(after: at)...])
  }
}
