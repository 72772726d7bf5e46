/// An address in a text, as GFM finds it (`hostile-input.md` §6).
struct Autolink: Hashable {
  /// In the text, from its first byte.
  let range: Range<Int>

  /// What stands before the address in the link: a scheme, if the text leaves it out.
  let prefix: [UInt8]

  /// Where the link leads.
  let destination: [UInt8]

  private init(_ text: ArraySlice<UInt8>, _ range: Range<Int>, prefix: StaticString) {
    self.range = range.lowerBound - text.startIndex..<range.upperBound - text.startIndex
    self.prefix = Array(prefix.description.utf8)
    destination = self.prefix + text[range]
  }

  /// The marks of its start and end.
  var marks: [TextMark] {
    [
      TextMark(offset: range.lowerBound, length: 0, kind: .link(to: destination)),
      TextMark(offset: range.upperBound, length: 0, kind: .linkEnd),
    ]
  }

  /// Whether a text has what all addresses have in them.
  static func mayBe(in text: [UInt8]) -> Bool {
    text.indices.contains { index in
      switch text[index] {
      case UInt8(ascii: "@"): true
      case UInt8(ascii: ":"), UInt8(ascii: "w"):
        text[index...].starts(with: "://".utf8) || text[index...].starts(with: "www.".utf8)
      default: false
      }
    }
  }

  /// The addresses of a text.
  ///
  /// - Parameter isAtBoundary: whether the text may begin with one.
  static func all(in text: ArraySlice<UInt8>, isAtBoundary: Bool) -> [Autolink] {
    var result: [Autolink] = []
    // Nothing before it is looked at again.
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let found =
        switch text[index] {
        case UInt8(ascii: "w") where index > text.startIndex || isAtBoundary:
          host(in: text, at: index)
        case UInt8(ascii: ":"): web(in: text, colon: index, from: start)
        case UInt8(ascii: "@"): mail(in: text, at: index, from: start)
        default: Autolink?.none
        }
      if let found {
        result.append(found)
        start = text.startIndex + found.range.upperBound
      }
      index = max(index + 1, start)
    }
    return result
  }

  /// An address that begins with `www.`.
  private static func host(in text: ArraySlice<UInt8>, at start: Int) -> Autolink? {
    guard text[start...].starts(with: "www.".utf8) else { return nil }
    if start > text.startIndex, !isBoundary(text[start - 1]) { return nil }
    guard let end = AddressEnd.ofDomain(text, from: start, needsDot: true) else { return nil }
    return made(text, start..<AddressEnd.ofPath(text, from: start, past: end), prefix: "http://")
  }

  /// An address with `http://` or `https://`; others are not linked by any policy.
  private static func web(in text: ArraySlice<UInt8>, colon: Int, from limit: Int) -> Autolink? {
    let rest = text[colon...]
    guard rest.starts(with: "://".utf8), rest.count > 3 else { return nil }
    let start = text[limit..<colon].suffix(16).lastIndex { !$0.isLetter }.map { $0 + 1 }
    let first = start ?? max(limit, colon - 16)
    let scheme = text[first..<colon].map { $0 | 0x20 }
    guard scheme.elementsEqual("http".utf8) || scheme.elementsEqual("https".utf8),
      text[colon + 3].isLetterOrDigit || text[colon + 3] >= 0x80,
      let end = AddressEnd.ofDomain(text, from: colon + 3, needsDot: false)
    else { return nil }
    return made(text, first..<AddressEnd.ofPath(text, from: first, past: end), prefix: "")
  }

  /// An address of mail, with or without `mailto:`.
  private static func mail(in text: ArraySlice<UInt8>, at sign: Int, from limit: Int) -> Autolink? {
    let name = text[limit..<sign].lastIndex { !isNameByte($0) }.map { $0 + 1 } ?? limit
    guard name < sign, let end = AddressEnd.ofMailDomain(text, from: sign + 1) else { return nil }
    let scheme = "mailto:".utf8
    if name - limit >= scheme.count, text[(name - scheme.count)...].starts(with: scheme) {
      return made(text, name - scheme.count..<end, prefix: "")
    }
    return made(text, name..<end, prefix: "mailto:")
  }

  private static func made(
    _ text: ArraySlice<UInt8>, _ range: Range<Int>, prefix: StaticString
  ) -> Autolink? {
    range.isEmpty ? nil : Autolink(text, range, prefix: prefix)
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte.isBlank || "*_~(".utf8.contains(byte)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || ".+-_".utf8.contains(byte)
  }
}
