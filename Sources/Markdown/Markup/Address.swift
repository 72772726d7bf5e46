/// What an address in a text leads to, as the policy for links has it (`hostile-input.md` §1).
enum Address: Hashable, Sendable {
  /// Another host or a mailbox: http, https, mailto; percent-encoded.
  case external([UInt8])

  /// A place in the same text, percent-decoded.
  case fragment(String)

  /// A file of the repository.
  case file(FileReference)

  /// Data in the address itself.
  case embedded

  /// Nothing is written there.
  case empty

  /// Any other scheme, no scheme's syntax, or bytes that no path has.
  case refused

  /// Judges an address as a browser would read it: no control characters, backslashes in paths as
  /// slashes.
  init(_ written: [UInt8]) {
    let visible = Self.withoutControls(written)
    guard let first = visible.first else {
      self = .empty
      return
    }
    let pathEnd = visible.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    let path = visible[..<(pathEnd ?? visible.endIndex)]
    let suffix = visible[(pathEnd ?? visible.endIndex)...]
    let slashed = path.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let firstSegment = slashed.prefix { $0 != UInt8(ascii: "/") }
    if first == UInt8(ascii: "#") {
      let name = PercentCoding.decoded(visible.dropFirst())
      self = .fragment(String(decoding: name, as: UTF8.self))
    } else if slashed.starts(with: "//".utf8) {
      self = Self.web("https", slashed[...], suffix)
    } else if let colon = firstSegment.firstIndex(of: UInt8(ascii: ":")) {
      self = Self.withScheme(visible[..<colon], slashed[(colon + 1)...], suffix)
    } else {
      self = Self.file(slashed, suffix)
    }
  }

  /// Without bytes that browsers pass over or that hide others; spaces stay within the address.
  private static func withoutControls(_ written: [UInt8]) -> [UInt8] {
    let visible = written.filter { $0 >= 0x20 && $0 != 0x7F }
    let trimmed = visible.drop { $0 == 0x20 }
    let end = trimmed.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? trimmed.startIndex
    return Array(trimmed[..<end])
  }

  private static func withScheme(
    _ scheme: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, _ suffix: ArraySlice<UInt8>
  ) -> Address {
    switch String(decoding: scheme, as: UTF8.self).lowercased() {
    case "http": web("http", rest, suffix)
    case "https": web("https", rest, suffix)
    case "mailto" where !rest.isEmpty:
      .external(Array("mailto:".utf8) + PercentCoding.encoded(rest) + encodedSuffix(suffix))
    case "data": .embedded
    default: .refused
    }
  }

  /// An address on the web; a browser takes any number of slashes before the host.
  private static func web(
    _ scheme: String, _ rest: ArraySlice<UInt8>, _ suffix: ArraySlice<UInt8>
  ) -> Address {
    let hostAndPath = rest.drop { $0 == UInt8(ascii: "/") }
    guard !hostAndPath.isEmpty else { return .refused }
    let host = hostAndPath.prefix { $0 != UInt8(ascii: "/") }
    let path = hostAndPath[host.endIndex...]
    return .external(
      Array("\(scheme)://".utf8) + PercentCoding.encoded(host, allowing: "[]")
        + PercentCoding.encoded(path) + encodedSuffix(suffix))
  }

  private static func file(_ path: [UInt8], _ suffix: ArraySlice<UInt8>) -> Address {
    let decoded = PercentCoding.decoded(path[...])
    guard !decoded.isEmpty, MarkupText.clean(decoded) == decoded,
      !decoded.contains(where: { $0 == 0x09 || $0 == 0x0A })
    else { return .refused }
    let encoded = String(decoding: encodedSuffix(suffix), as: UTF8.self)
    return .file(FileReference(path: String(decoding: decoded, as: UTF8.self), suffix: encoded))
  }

  /// The query and the fragment, in which only the first `#` stands for itself.
  private static func encodedSuffix(_ suffix: ArraySlice<UInt8>) -> [UInt8] {
    let query = suffix.prefix { $0 != UInt8(ascii: "#") }
    let fragment = suffix[query.endIndex...]
    guard !fragment.isEmpty else { return PercentCoding.encoded(query, allowing: "?") }
    return PercentCoding.encoded(query, allowing: "?") + [UInt8(ascii: "#")]
      + PercentCoding.encoded(fragment.dropFirst(), allowing: "?")
  }
}
