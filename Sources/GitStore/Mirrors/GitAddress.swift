/// The address of a repository that lies elsewhere, of a kind that Git may be given
/// (`bad-input.md`, G004).
package struct GitAddress: Hashable, Sendable {
  /// As it was given; it may hold a password.
  package let text: String

  /// The text without passwords, for people.
  package let shown: String

  /// Why an address is refused.
  package enum Refusal: Error, Equatable, Sendable {
    /// It holds characters that no address has, such as line ends or spaces.
    case characters

    /// It, or its host, begins like an option of a program.
    case option

    /// It names a program that Git would run, as `ext::` does.
    case program

    /// A scheme that is none of Git's own.
    case scheme(String)

    /// Nothing stands behind the scheme or the host.
    case incomplete
  }

  /// The transports that Git may use, as its `GIT_ALLOW_PROTOCOL` takes them.
  static let protocols = "file:git:http:https:ssh"

  private static let schemes = ["file", "git", "git+ssh", "http", "https", "ssh", "ssh+git"]

  /// Reads an address: a URL, or SSH's short form `user@host:path`.
  package init(_ text: String) throws(Refusal) {
    guard text.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value != 127 }) else {
      throw .characters
    }
    guard text.first != "-" else { throw .option }
    let beforeColon = text.prefix { $0 != ":" && $0 != "/" }
    let rest = text.dropFirst(beforeColon.count)
    guard !rest.hasPrefix("::") else { throw .program }
    self.text = text
    if rest.hasPrefix("://") {
      let scheme = beforeColon.lowercased()
      guard Self.schemes.contains(scheme) else { throw .scheme(scheme) }
      let place = rest.dropFirst(3)
      try Self.check(host: place.prefix { $0 != "/" }, isNeeded: scheme != "file")
      guard place.contains("/") || scheme == "file", !place.isEmpty else { throw .incomplete }
      shown = Self.masked(text)
    } else {
      guard rest.first == ":", rest.count > 1 else { throw .incomplete }
      try Self.check(host: beforeColon, isNeeded: true)
      shown = text
    }
  }

  private static func check(host authority: Substring, isNeeded: Bool) throws(Refusal) {
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    guard host.first != "-", authority.first != "-" else { throw .option }
    guard !host.isEmpty || !isNeeded else { throw .incomplete }
  }

  /// Whether a word of the command line means an address rather than a path.
  package static func isMeant(by word: String) -> Bool {
    if word.contains("://") { return true }
    let host = word.prefix { $0 != ":" && $0 != "/" }
    let rest = word.dropFirst(host.count)
    return !host.isEmpty && rest.first == ":" && rest.count > 1 && !FileStatus.exists(word)
  }

  /// Whether an address can't be that of a web page: by its end, or by how it is asked.
  package static func isRepository(_ address: String) -> Bool {
    let isWeb = ["http://", "https://", "file://"].contains { address.hasPrefix($0) }
    return !isWeb || address.hasSuffix(".git")
  }

  /// The name of the last folder in it, without `.git`.
  package var name: String {
    let path = text.split { $0 == "/" || $0 == ":" }
    let last = path.last { $0 != ".git" }.map(String.init) ?? "repository"
    return last.hasSuffix(".git") && last.count > 4 ? String(last.dropLast(4)) : last
  }

  /// A text in which no address shows who asks, or by what password.
  static func masked(_ text: String) -> String {
    text.split(separator: " ", omittingEmptySubsequences: false).map(masked(word:))
      .joined(separator: " ")
  }

  private static func masked(word: Substring) -> String {
    guard let mark = word.firstRange(of: "://") else { return String(word) }
    let isOpen = word[..<mark.lowerBound].hasSuffix("ssh")
    var rest = word[mark.upperBound...]
    if let at = rest.lastIndex(of: "@"), !isOpen || rest[..<at].contains(":") {
      rest = "***" + rest[at...]
    }
    if let query = rest.firstIndex(of: "?") { rest = rest[...query] + "***" }
    return String(word[..<mark.upperBound] + rest)
  }
}

extension GitAddress.Refusal: CustomStringConvertible {
  package var description: String {
    switch self {
    case .characters: "it holds blanks or characters that no address has"
    case .option: "it begins with a hyphen, as options of programs do"
    case .program: "it names a program for Git to run"
    case .scheme(let scheme): "\(scheme):// is none of https, http, ssh, git and file"
    case .incomplete: "it lacks a host or a path"
    }
  }
}
