/// The name of a Git object: 20 bytes in a SHA-1 repository, 32 in a SHA-256 one.
///
/// Held as four words, so that a dictionary of a hundred thousand ids allocates nothing per id.
package struct ObjectID: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// The number of hex digits: 40 or 64.
  package let digits: Int

  /// Parses 40 or 64 lower-case hex digits.
  package init?(hex: Span<UInt8>) {
    guard hex.count == 40 || hex.count == 64 else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for index in 0..<hex.count {
      guard let value = Self.value(ofDigit: hex[index]) else { return nil }
      switch index >> 4 {
      case 0: words.0 = words.0 << 4 | value
      case 1: words.1 = words.1 << 4 | value
      case 2: words.2 = words.2 << 4 | value
      default: words.3 = words.3 << 4 | value
      }
    }
    self.words = words
    digits = hex.count
  }

  /// Takes the raw bytes of an id, as tree objects hold them.
  package init?(raw: Span<UInt8>) {
    guard raw.count == 20 || raw.count == 32 else { return nil }
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    for index in 0..<raw.count {
      let value = UInt64(raw[index])
      switch index >> 3 {
      case 0: words.0 = words.0 << 8 | value
      case 1: words.1 = words.1 << 8 | value
      case 2: words.2 = words.2 << 8 | value
      default: words.3 = words.3 << 8 | value
      }
    }
    self.words = words
    digits = raw.count * 2
  }

  /// Parses 40 or 64 lower-case hex digits.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(hex: bytes.span)
  }

  /// Appends the hex digits to `bytes`.
  package func appendHex(to bytes: inout [UInt8]) {
    let alphabet: StaticString = "0123456789abcdef"
    let full = digits / 16
    let rest = digits % 16
    for (position, word) in [words.0, words.1, words.2, words.3].enumerated() {
      let count = position < full ? 16 : position == full ? rest : 0
      for digit in 0..<count {
        let nibble = Int(word >> UInt64(4 * (count - 1 - digit)) & 15)
        bytes.append(unsafe alphabet.utf8Start[nibble])
      }
    }
  }

  /// Appends the 20 or 32 bytes of the id, as tree objects hold them.
  package func appendRaw(to bytes: inout [UInt8]) {
    for index in 0..<digits / 2 {
      let word =
        switch index >> 3 {
        case 0: words.0
        case 1: words.1
        case 2: words.2
        default: words.3
        }
      let last = min(digits / 2, (index >> 3 + 1) * 8) - 1
      bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(8 * (last - index))))
    }
  }

  /// The hex digits.
  package var hex: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits)
    appendHex(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first seven digits, for people.
  package var short: String { String(hex.prefix(7)) }

  package static func == (one: ObjectID, other: ObjectID) -> Bool {
    one.words == other.words && one.digits == other.digits
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(words.0)
    hasher.combine(words.1)
  }

  private static func value(ofDigit byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}

extension ObjectID: CustomStringConvertible, Comparable {
  package var description: String { hex }

  package static func < (one: ObjectID, other: ObjectID) -> Bool {
    let (a, b) = (one.words, other.words)
    return (a.0, a.1, a.2, a.3) < (b.0, b.1, b.2, b.3)
  }
}
