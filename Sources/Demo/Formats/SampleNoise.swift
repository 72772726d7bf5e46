/// Numbers that look random and are the same on every machine: SplitMix64 over a seed.
struct SampleNoise {
  private var state: UInt64

  /// Starts a series of its own for every seed.
  init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  /// The next number from -1 up to 1.
  mutating func next() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    mixed ^= mixed >> 31
    return Double(mixed >> 40) / Double(1 << 23) - 1
  }
}

extension Double {
  /// The nearest number with so many decimals; its shortest text then has no more.
  func rounded(to places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (self * scale).rounded() / scale
  }
}
