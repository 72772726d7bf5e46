/// A number by which damaged bytes are told from whole ones: quick, and no defence against somebody who
/// changes them on purpose.
package struct Checksum: Hashable, Sendable {
  package let value: UInt64

  /// Takes a number that was computed before.
  package init(value: UInt64) { self.value = value }

  /// The checksum of bytes.
  package init(_ bytes: some Collection<UInt8>) {
    self =
      bytes.withContiguousStorageIfAvailable { unsafe Self(buffer: $0) }
      ?? Self(Array(bytes))
  }

  /// The checksum of a text's UTF-8.
  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// The checksum of several in their order.
  package init(joining sums: some Sequence<Checksum>) {
    var state = Self.seed
    for sum in sums { Self.mix(sum.value, into: &state) }
    value = state
  }

  private init(buffer: UnsafeBufferPointer<UInt8>) {
    let bytes = UnsafeRawBufferPointer(buffer)
    var state = Self.seed ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      unsafe Self.mix(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self), into: &state)
      offset += 8
    }
    var last: UInt64 = 0
    while offset < bytes.count {
      last = unsafe last << 8 | UInt64(bytes[offset])
      offset += 1
    }
    Self.mix(last, into: &state)
    value = state
  }

  private static let seed: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Both halves of a product of two words hang on all their bits.
  private static func mix(_ word: UInt64, into state: inout UInt64) {
    let product = (state ^ word ^ 0xD6E8_FEB8_6659_FD93)
      .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    state = (product.high ^ product.low) &+ state.rotatedLeft
  }

  /// Sixteen hexadecimal digits.
  package var hex: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension UInt64 {
  fileprivate var rotatedLeft: UInt64 { self << 23 | self >> 41 }
}

extension CodedWriter {
  /// Writes a checksum, eight bytes, the lowest first.
  package mutating func write(_ sum: Checksum) {
    for shift in stride(from: 0, to: 64, by: 8) {
      write(byte: UInt8(truncatingIfNeeded: sum.value >> UInt64(shift)))
    }
  }
}

extension CodedReader {
  /// Reads a checksum.
  package mutating func checksum() -> Checksum? {
    var value: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) {
      guard let byte = byte() else { return nil }
      value |= UInt64(byte) << UInt64(shift)
    }
    return Checksum(value: value)
  }
}
