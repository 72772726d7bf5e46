import Digests

/// How a name becomes one part of a path (`index.md`, "Names and paths").
///
/// Slugs are ASCII: file systems differ in how they fold and normalise other letters.
enum SlugRule: Sendable {
  /// Names of artifacts, stages, versions and repositories: reversible as long as GTO allows them.
  case name

  /// Labels and other free text: what people read of it.
  case freeText

  /// The slug of a name that no other name disputes.
  func slug(of name: String) -> String { slug(of: name, level: 0) }

  /// The slug of a name with a digest that grows with `level`.
  ///
  /// At level 0 only names that lost something on the way carry one.
  func slug(of name: String, level: Int) -> String {
    let base = readable(name)
    let isCut = base.text.count > Self.limit
    let needsDigest = !base.isFaithful || isCut || Self.isReserved(base.text)
    let digits = Self.digestDigits(level: needsDigest ? max(level, 1) : level)
    guard digits > 0 else { return String(decoding: base.text, as: UTF8.self) }
    let kept = base.text.prefix(Self.limit)
    let start = kept.isEmpty ? "text" : String(decoding: kept, as: UTF8.self)
    return "\(start)-\(SHA256(name).hex(digits: digits))"
  }

  /// The level from which on only equal names have equal slugs.
  static let lastLevel = 3

  /// The bytes that a slug keeps of its name.
  private static let limit = 100

  private static func digestDigits(level: Int) -> Int {
    switch level {
    case 0: 0
    case 1: 8
    case 2: 16
    default: 64
    }
  }

  private func readable(_ name: String) -> (text: [UInt8], isFaithful: Bool) {
    switch self {
    case .name: Self.reversible(name)
    case .freeText: Self.words(of: name)
    }
  }

  private static func reversible(_ name: String) -> (text: [UInt8], isFaithful: Bool) {
    var isFaithful = true
    let text = name.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "/"): return UInt8(ascii: "~")
      case UInt8(ascii: ":"): return UInt8(ascii: "=")
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"): return byte
      case _ where byte.isASCIIAlphanumeric: return byte
      default:
        isFaithful = false
        return UInt8(ascii: "-")
      }
    }
    // Windows drops a dot at the end, and `.` and `..` are no names.
    return (text, isFaithful && !text.isEmpty && text.last != UInt8(ascii: "."))
  }

  private static func words(of text: String) -> (text: [UInt8], isFaithful: Bool) {
    var words: [UInt8] = []
    for byte in text.utf8 {
      if byte.isASCIIAlphanumeric || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") {
        words.append(byte.asciiLowercased)
      } else if words.last != UInt8(ascii: "-") {
        words.append(UInt8(ascii: "-"))
      }
    }
    let isEdge = { (byte: UInt8) in byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }
    let trimmed = Array(words.drop(while: isEdge).reversed().drop(while: isEdge).reversed())
    return (trimmed, !trimmed.isEmpty)
  }

  /// Whether a file or a folder of this name would be taken for something else: a page's own files,
  /// or a device on Windows.
  private static func isReserved(_ slug: [UInt8]) -> Bool {
    guard slug.count <= 10 else { return false }
    let name = slug.map(\.asciiLowercased)
    let text = String(decoding: name, as: UTF8.self)
    if text == "index.html" || text == "feed.atom" { return true }
    let stem = name.prefix { $0 != UInt8(ascii: ".") }
    switch stem.count {
    case 3: return ["con", "prn", "aux", "nul"].contains(String(decoding: stem, as: UTF8.self))
    case 4:
      guard let digit = stem.last, digit.isASCIIDigit else { return false }
      return ["com", "lpt"].contains(String(decoding: stem.dropLast(), as: UTF8.self))
    default: return false
    }
  }
}

extension UInt8 {
  /// Whether it is one of the ten ASCII digits.
  var isASCIIDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  /// Whether it is an ASCII letter or digit.
  var isASCIIAlphanumeric: Bool {
    isASCIIDigit || UInt8(ascii: "a")...UInt8(ascii: "z") ~= self
      || UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self
  }

  /// The small form of an ASCII capital, anything else as it is.
  var asciiLowercased: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }
}
