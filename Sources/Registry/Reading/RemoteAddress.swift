/// The address of a repository's remote, made fit to be published.
package struct RemoteAddress: Equatable, Sendable {
  /// The address without user, password and query; nothing for a path of this machine.
  package let url: String?

  /// Where a browser finds the repository, guessed from the address.
  package let webURL: String?

  /// Reads an address as it stands in a repository's configuration.
  package init(_ address: String) {
    let text = String(address.prefix { $0 != "?" && $0 != "#" })
    guard let (scheme, host, path) = Self.hostAndPath(text), !host.isEmpty,
      !Self.mayHoldPassword(address.dropFirst(text.count - path.count))
    else {
      url = nil
      webURL = nil
      return
    }
    let page = path.hasSuffix(".git") ? String(path.dropLast(4)) : path
    let isWeb = scheme == "https" || scheme == "http"
    url = isWeb || scheme == "git" ? "\(scheme)://\(host)\(path)" : "ssh://\(host)\(path)"
    // A port of an SSH address says nothing about the web server.
    let server = isWeb ? host : String(host.prefix { $0 != ":" })
    webURL = "\(scheme == "http" ? "http" : "https")://\(server)\(page)"
  }

  private static func hostAndPath(_ text: String) -> (scheme: String, host: String, path: String)? {
    if let mark = text.firstRange(of: "://") {
      let scheme = text[..<mark.lowerBound].lowercased()
      guard ["https", "http", "ssh", "git", "git+ssh"].contains(scheme) else { return nil }
      let rest = text[mark.upperBound...]
      let authority = rest.prefix { $0 != "/" }
      return (scheme, withoutUser(authority), String(rest.dropFirst(authority.count)))
    }
    // The short form of SSH: user@host:path, where no slash stands before the colon. Two colons
    // stand after the name of a program that Git would run.
    let authority = text.prefix { $0 != ":" && $0 != "/" }
    let rest = text.dropFirst(authority.count)
    guard rest.first == ":", !rest.hasPrefix("::"), !authority.isEmpty, rest.count > 1 else {
      return nil
    }
    let path = rest.dropFirst()
    return ("ssh", withoutUser(authority), path.first == "/" ? String(path) : "/\(path)")
  }

  /// Whether what follows the host has an at sign in the middle: the mark of a password with a
  /// slash, a question mark or a colon in it, whose beginning then looks like the host.
  private static func mayHoldPassword(_ rest: Substring) -> Bool {
    let at = rest.lastIndex(of: "@")
    return at.map { $0 > rest.startIndex && rest[rest.index(before: $0)] != "/" } ?? false
  }

  private static func withoutUser(_ authority: Substring) -> String {
    authority.lastIndex(of: "@").map { String(authority[authority.index(after: $0)...]) }
      ?? String(authority)
  }
}
