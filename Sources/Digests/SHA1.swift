/// The SHA-1 digest that Git names objects by (FIPS 180-4); no protection, only a name.
package struct SHA1: Sendable {
  private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (
    0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0
  )
  private var blocks = BlockBuffer()

  /// Begins a digest of nothing.
  package init() {}

  /// Adds bytes.
  package mutating func update(_ bytes: [UInt8]) {
    var blocks = blocks
    blocks.add(bytes) { compress($0, at: $1) }
    self.blocks = blocks
  }

  /// The digest of all that was added so far, as 40 lower-case hex digits.
  package var hex: String {
    var digest = self
    let tail = blocks.padded
    for start in stride(from: 0, to: tail.count, by: 64) { digest.compress(tail.span, at: start) }
    let digits = Array("0123456789abcdef".utf8)
    let (a, b, c, d, e) = digest.state
    let bytes = [a, b, c, d, e].flatMap { word in
      stride(from: 28, through: 0, by: -4).map { digits[Int(word >> UInt32($0) & 15)] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func compress(_ bytes: Span<UInt8>, at start: Int) {
    var words = InlineArray<80, UInt32>(repeating: 0)
    for index in 0..<16 {
      let place = start + index * 4
      words[index] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for index in 16..<80 {
      let mixed = words[index - 3] ^ words[index - 8] ^ words[index - 14] ^ words[index - 16]
      words[index] = Self.rotated(mixed, by: 1)
    }
    var (a, b, c, d, e) = state
    for round in 0..<80 {
      let (choice, constant): (UInt32, UInt32) =
        switch round {
        case ..<20: ((b & c) | (~b & d), 0x5a82_7999)
        case ..<40: (b ^ c ^ d, 0x6ed9_eba1)
        case ..<60: ((b & c) | (b & d) | (c & d), 0x8f1b_bcdc)
        default: (b ^ c ^ d, 0xca62_c1d6)
        }
      let next = Self.rotated(a, by: 5) &+ choice &+ e &+ constant &+ words[round]
      (e, d, c, b, a) = (d, c, Self.rotated(b, by: 30), a, next)
    }
    state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
  }

  private static func rotated(_ word: UInt32, by count: UInt32) -> UInt32 {
    word << count | word >> (32 - count)
  }
}
