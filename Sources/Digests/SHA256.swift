/// A SHA-256 digest (FIPS 180-4).
package struct SHA256: Hashable, Sendable {
  private var state: SIMD8<UInt32>

  /// A digest whose bytes come part by part.
  package struct Stream: Sendable {
    private var digest = SHA256(state: SHA256.initialState)
    private var blocks = BlockBuffer()

    /// Begins a digest of nothing.
    package init() {}

    /// Adds bytes.
    package mutating func update(_ bytes: [UInt8]) {
      var (digest, blocks) = (digest, blocks)
      blocks.add(bytes) { digest.compress($0, at: $1) }
      (self.digest, self.blocks) = (digest, blocks)
    }

    /// The digest of all that was added so far.
    package var finished: SHA256 {
      var digest = digest
      let tail = blocks.padded
      for start in stride(from: 0, to: tail.count, by: 64) { digest.compress(tail.span, at: start) }
      return digest
    }
  }

  private init(state: SIMD8<UInt32>) { self.state = state }

  /// The digest of bytes.
  package init(_ bytes: [UInt8]) {
    state = Self.initialState
    let span = bytes.span
    let whole = span.count & ~63
    for start in stride(from: 0, to: whole, by: 64) { compress(span, at: start) }
    let tail = Self.tail(of: span, from: whole)
    for start in stride(from: 0, to: tail.count, by: 64) { compress(tail.span, at: start) }
  }

  /// The digest of a text's UTF-8.
  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// The 64 lower-case hex digits.
  package var hex: String { hex(digits: 64) }

  /// The first hex digits, at most 64.
  package func hex(digits: Int) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(64)
    for lane in state.indices {
      for shift in stride(from: 28, through: 0, by: -4) {
        let nibble = UInt8(truncatingIfNeeded: state[lane] >> UInt32(shift) & 15)
        bytes.append(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10)
      }
    }
    return String(decoding: bytes.prefix(digits), as: UTF8.self)
  }

  /// What doesn't fill a block, with the padding: a one bit, zeros, and the length in bits.
  private static func tail(of bytes: Span<UInt8>, from start: Int) -> [UInt8] {
    var tail: [UInt8] = []
    tail.reserveCapacity(128)
    for index in start..<bytes.count { tail.append(bytes[index]) }
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    let bits = UInt64(bytes.count) * 8
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
    return tail
  }

  private mutating func compress(_ bytes: Span<UInt8>, at start: Int) {
    var words = InlineArray<64, UInt32>(repeating: 0)
    for index in 0..<16 {
      let place = start + index * 4
      words[index] =
        UInt32(bytes[place]) << 24 | UInt32(bytes[place + 1]) << 16
        | UInt32(bytes[place + 2]) << 8 | UInt32(bytes[place + 3])
    }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let mixedEarly = early.rotated(by: 7) ^ early.rotated(by: 18) ^ early >> 3
      let mixedLate = late.rotated(by: 17) ^ late.rotated(by: 19) ^ late >> 10
      words[index] = words[index - 16] &+ mixedEarly &+ words[index - 7] &+ mixedLate
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for round in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let mixedE = e.rotated(by: 6) ^ e.rotated(by: 11) ^ e.rotated(by: 25)
      let one = h &+ mixedE &+ choice &+ Self.roundConstants[round] &+ words[round]
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let mixedA = a.rotated(by: 2) ^ a.rotated(by: 13) ^ a.rotated(by: 22)
      (h, g, f, e) = (g, f, e, d &+ one)
      (d, c, b, a) = (c, b, a, one &+ mixedA &+ majority)
    }
    state = state &+ SIMD8(a, b, c, d, e, f, g, h)
  }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes.
  private static let initialState = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension UInt32 {
  fileprivate func rotated(by count: UInt32) -> UInt32 { self >> count | self << (32 - count) }
}
