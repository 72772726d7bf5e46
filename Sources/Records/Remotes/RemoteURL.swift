/// The url of a remote taken apart, with what may be shown apart from what may not.
struct RemoteURL: Hashable, Sendable {
  /// In lower case.
  let scheme: String

  /// The host with its port, or the bucket; without user and password.
  let authority: String

  /// Empty or begins with a slash; no slash at the end.
  let path: String

  /// What stood before the host.
  let user: Secret?
  let password: Secret?

  /// The scheme of an address; nothing for a path.
  static func scheme(of text: String) -> String? {
    let bytes = text.utf8
    let scheme = bytes.prefix { $0 != UInt8(ascii: ":") }
    guard bytes.dropFirst(scheme.count).starts(with: "://".utf8),
      let first = scheme.first, isLetter(first),
      scheme.allSatisfy({ isLetter($0) || isDigit($0) || "+-._".utf8.contains($0) })
    else { return nil }
    return String(Substring(scheme)).lowercased()
  }

  /// What stands behind `scheme://` and how far the server's name goes in it.
  static func parts(
    of text: String, scheme: String
  ) -> (server: Substring.UTF8View, rest: Substring.UTF8View) {
    let rest = Substring(text).utf8.dropFirst(scheme.utf8.count + 3)
    let server = rest.prefix { $0 != slash }
    return (server, rest.dropFirst(server.count))
  }

  /// Takes an address apart; nothing for one that may not be used.
  ///
  /// Query and fragment are left out: no object lies behind them, but now and then a key does. An
  /// address whose password can't be told from its host or path is refused, and so is one that a
  /// program could take for an option or that breaks a line.
  init?(_ text: String) {
    guard let scheme = Self.scheme(of: text), !text.utf8.contains(where: Self.isControl) else {
      return nil
    }
    let place = text.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let (whole, tail) = Self.parts(of: String(Substring(place)), scheme: scheme)
    let at = whole.lastIndex(of: Self.at)
    let host = at.map { whole[whole.index(after: $0)...] } ?? whole[...]
    guard !text.utf8.dropFirst(place.count).contains(Self.at),
      !Self.mayHoldPassword(host: host, path: tail, scheme),
      host.first != UInt8(ascii: "-"), host.allSatisfy({ $0 > 32 && $0 != UInt8(ascii: "\\") })
    else { return nil }
    self.scheme = scheme
    authority = String(Substring(host))
    path = Self.withoutTrailingSlashes(String(Substring(tail)))
    let login = at.map { whole[..<$0] }
    let name = login?.prefix { $0 != UInt8(ascii: ":") }
    let rest = login?.dropFirst((name?.count ?? 0) + 1)
    let hasPassword = login?.count != name?.count
    user = name.map { Secret(Self.decoded($0)) }
    password = hasPassword ? rest.map { Secret(Self.decoded($0)) } : nil
  }

  /// Whether an at sign, or what should be a port, hints at a password with a slash in it, whose
  /// beginning then looks like the host.
  private static func mayHoldPassword(
    host: Substring.UTF8View, path: Substring.UTF8View, _ scheme: String
  ) -> Bool {
    let isLiteral = host.first == UInt8(ascii: "[")
    let colon = isLiteral ? nil : host.firstIndex(of: UInt8(ascii: ":"))
    if let colon, !host[host.index(after: colon)...].allSatisfy(isDigit) { return true }
    // A key in a bucket may well hold an at sign.
    let isBucket = ["s3", "gs", "azure", "oss", "gdrive"].contains(scheme)
    guard !isBucket || colon != nil, let at = path.lastIndex(of: at) else { return false }
    return at > path.startIndex && path[path.index(before: at)] != slash
  }

  /// A text without the slashes at its end.
  static func withoutTrailingSlashes(_ text: String) -> String {
    var rest = Substring(text).utf8
    while rest.last == slash { rest.removeLast() }
    return String(Substring(rest))
  }

  /// Undoes percent signs; as it stands where they make no sense.
  private static func decoded(_ text: Substring.UTF8View) -> String {
    var bytes: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(isHexDigit),
        let value = UInt8(String(Substring(digits)), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self) ?? String(Substring(text))
  }

  private static let slash = UInt8(ascii: "/")
  private static let at = UInt8(ascii: "@")

  static func isControl(_ byte: UInt8) -> Bool { byte < 32 || byte == 127 }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
  }
}
