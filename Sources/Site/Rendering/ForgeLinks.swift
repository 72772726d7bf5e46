/// The addresses of a repository's tags, commits and files on its forge.
///
/// The kind of forge is guessed from the host; where it can't be, only the repository has a link.
struct ForgeLinks: Sendable {
  private enum Kind {
    case gitHub, gitLab, bitbucket, gitea, unknown
  }

  /// The address of the repository's own page.
  let home: String

  private let kind: Kind

  /// Takes the address of the repository's page; nothing where it is none of the web.
  init?(webURL: String?) {
    guard var home = webURL.flatMap(SafeLink.web) else { return nil }
    while home.hasSuffix("/") { home.removeLast() }
    if home.hasSuffix(".git") { home.removeLast(4) }
    self.home = home
    kind = Self.kind(of: home)
  }

  /// The page of a tag.
  func tag(_ name: String) -> String? {
    switch kind {
    case .gitHub: "\(home)/releases/tag/\(Self.encoded(name))"
    case .gitLab: "\(home)/-/tags/\(Self.encoded(name))"
    case .bitbucket: "\(home)/commits/tag/\(Self.encoded(name))"
    case .gitea: "\(home)/src/tag/\(Self.encoded(name))"
    case .unknown: nil
    }
  }

  /// The page of a commit.
  func commit(_ id: String) -> String? {
    switch kind {
    case .gitHub, .gitea: "\(home)/commit/\(Self.encoded(id))"
    case .gitLab: "\(home)/-/commit/\(Self.encoded(id))"
    case .bitbucket: "\(home)/commits/\(Self.encoded(id))"
    case .unknown: nil
    }
  }

  /// The files as of a commit.
  func tree(_ commit: String) -> String? {
    switch kind {
    case .gitHub: "\(home)/tree/\(Self.encoded(commit))"
    case .gitLab: "\(home)/-/tree/\(Self.encoded(commit))"
    case .bitbucket: "\(home)/src/\(Self.encoded(commit))"
    case .gitea: "\(home)/src/commit/\(Self.encoded(commit))"
    case .unknown: nil
    }
  }

  /// A file as of a commit.
  func file(_ path: String, at commit: String) -> String? {
    switch kind {
    case .gitHub: "\(home)/blob/\(Self.encoded(commit))/\(Self.encoded(path))"
    case .gitLab: "\(home)/-/blob/\(Self.encoded(commit))/\(Self.encoded(path))"
    case .bitbucket, .gitea: tree(commit).map { "\($0)/\(Self.encoded(path))" }
    case .unknown: nil
    }
  }

  /// The bytes of a file as of a commit.
  ///
  /// - Parameter isPointer: whether Git LFS keeps them; nothing where the forge hands out pointers.
  func raw(_ path: String, at commit: String, isPointer: Bool) -> String? {
    let place = "\(Self.encoded(commit))/\(Self.encoded(path))"
    return switch kind {
    case .gitHub: "\(home)/raw/\(place)"
    case .gitLab: "\(home)/-/raw/\(place)"
    case .bitbucket: isPointer ? nil : "\(home)/raw/\(place)"
    case .gitea: "\(home)/\(isPointer ? "media" : "raw")/commit/\(place)"
    case .unknown: nil
    }
  }

  /// What changed between two commits or tags.
  func comparison(from old: String, to new: String) -> String? {
    let (old, new) = (Self.encoded(old), Self.encoded(new))
    return switch kind {
    case .gitHub, .gitea: "\(home)/compare/\(old)...\(new)"
    case .gitLab: "\(home)/-/compare/\(old)...\(new)"
    case .bitbucket: "\(home)/branches/compare/\(new)%0D\(old)"
    case .unknown: nil
    }
  }

  private static func kind(of home: String) -> Kind {
    let address = home[(home.range(ofFirst: "://") ?? home.startIndex)...]
    let host = address.prefix { $0 != "/" && $0 != ":" }.lowercased()
    let labels = host.split(separator: ".")
    let known: [(String, Kind)] = [
      ("github", .gitHub), ("gitlab", .gitLab), ("bitbucket", .bitbucket), ("gitea", .gitea),
      ("forgejo", .gitea), ("codeberg", .gitea),
    ]
    return known.first { name, _ in labels.contains { $0.contains(name) } }?.1 ?? .unknown
  }

  /// Keeps letters, digits, slashes and what never has a meaning of its own.
  private static func encoded(_ text: String) -> String {
    var encoded: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        encoded.append(byte)
      case _ where byte.isASCIIAlphanumeric: encoded.append(byte)
      default:
        encoded.append(UInt8(ascii: "%"))
        for nibble in [byte >> 4, byte & 15] {
          encoded.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10)
        }
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }
}

extension String {
  /// The place after the first occurrence of a text.
  fileprivate func range(ofFirst text: String) -> Index? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
