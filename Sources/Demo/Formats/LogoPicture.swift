/// The picture at the head of a card: a northern light over hills, in a colour of the team's own.
struct LogoPicture {
  /// The colour of the light where it is brightest.
  let light: (red: UInt8, green: UInt8, blue: UInt8)

  private static let width = 160
  private static let height = 48
  private static let night: (red: UInt8, green: UInt8, blue: UInt8) = (16, 24, 48)

  /// How many shades lie between the night and the light.
  private static let shades = 6

  /// The file, beside the card.
  var file: StoryFile { StoryFile("docs/logo.png", bytes: image.png) }

  /// The picture in eight colours: the sky from dark to bright, and the hills.
  var image: PixelImage {
    let points = (0..<Self.height).flatMap { row in
      (0..<Self.width).map { Self.colour(row: row, column: $0) }
    }
    return PixelImage(
      width: Self.width, height: Self.height,
      palette: (0...Self.shades).map(shade) + [(red: 6, green: 10, blue: 20)], points: points)
  }

  private func shade(_ step: Int) -> (red: UInt8, green: UInt8, blue: UInt8) {
    let mixed = { (dark: UInt8, bright: UInt8) in
      UInt8((Int(dark) * (Self.shades - step) + Int(bright) * step) / Self.shades)
    }
    return (
      mixed(Self.night.red, light.red), mixed(Self.night.green, light.green),
      mixed(Self.night.blue, light.blue)
    )
  }

  /// The light hangs down to an edge and fades upwards.
  private static func colour(row: Int, column: Int) -> UInt8 {
    if row > height - 4 - wave(column + 20, period: 90, height: 4) { return UInt8(shades + 1) }
    let edge = 18 + wave(column, period: 106, height: 7)
    guard row <= edge else { return 0 }
    let fold = wave(column, period: 14, height: 1)
    return UInt8(max(shades - (edge - row) / (3 + fold), 0))
  }

  /// A wave of parabolas from 0 to twice the height: whole numbers are the same on every machine.
  private static func wave(_ place: Int, period: Int, height: Int) -> Int {
    let half = period / 2
    let within = place % half
    let arch = within * (half - within) * 4 * height / (half * half)
    return place / half % 2 == 0 ? height + arch : height - arch
  }
}
