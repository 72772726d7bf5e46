/// A drawn photo of a rotor blade: the damage, and over it what a model of some overlap found.
struct BladePicture {
  let isCrack: Bool

  /// From 0 to 1; the found area is shifted by what is missing.
  let overlap: Double
  let seed: Int

  private static let width = 96
  private static let height = 64

  /// The picture in eight colours.
  var image: PixelImage {
    var noise = SampleNoise(seed: seed)
    var points: [UInt8] = []
    for row in 0..<Self.height {
      for column in 0..<Self.width {
        points.append(colour(row: row, column: column, grain: noise.next()))
      }
    }
    return PixelImage(
      width: Self.width, height: Self.height,
      palette: [
        (186, 208, 226), (200, 218, 233), (236, 238, 240), (222, 225, 228), (96, 84, 78),
        (230, 159, 0), (213, 94, 0), (204, 121, 167),
      ], points: points)
  }

  private func colour(row: Int, column: Int, grain: Double) -> UInt8 {
    guard isBlade(row, column) else { return grain > 0.7 ? 1 : 0 }
    let shift = Int(((1 - overlap) * 12).rounded())
    switch (isDamaged(row, column), isDamaged(row - shift / 2, column - shift)) {
    case (true, true): return 6
    case (true, false): return 4
    case (false, true): return 5
    case (false, false): return grain > 0.8 ? 3 : 2
    }
  }

  /// The blade narrows from left to right.
  private func isBlade(_ row: Int, _ column: Int) -> Bool {
    abs(row - Self.height / 2) < 26 - column / 6
  }

  private func isDamaged(_ row: Int, _ column: Int) -> Bool {
    if isCrack {
      let line = 24 + (column - 20) / 3 + (column / 5 % 2) * 2
      return (20..<58).contains(column) && abs(row - line) < 3
    }
    let (across, down) = (column - 62, row - 26)
    return across * across + down * down * 3 < 210
  }
}
