/// Cuts bytes that come part by part into the blocks of 64 that digests are taken of.
struct BlockBuffer: Sendable {
  /// What does not fill a block yet.
  private var pending: [UInt8] = []
  private var count: UInt64 = 0

  /// Adds bytes and gives each full block as a span and the place where it begins.
  mutating func add(_ bytes: [UInt8], _ take: (Span<UInt8>, Int) -> Void) {
    count &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending += bytes[..<start]
      guard pending.count == 64 else { return }
      take(pending.span, 0)
      pending = []
    }
    while bytes.count - start >= 64 {
      take(bytes.span, start)
      start += 64
    }
    pending += bytes[start...]
  }

  /// The rest with the padding: a one bit, zeros, and the length in bits, the highest byte first.
  var padded: [UInt8] {
    var tail = pending
    tail.append(0x80)
    while tail.count % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: (count &* 8) >> UInt64(shift)))
    }
    return tail
  }
}
