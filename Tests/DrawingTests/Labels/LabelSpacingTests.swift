import Testing

@testable import Drawing

struct LabelSpacingTests {
  private static func middles(_ places: [Double], length: Double = 10) -> [Double] {
    LabelSpacing.middles(
      of: places.map { LabelSpacing.Label(middle: $0, length: length) }, in: 0...100)
  }

  @Test(
    "Labels move as little as they can",
    arguments: [
      ([20.0, 50, 80], [20.0, 50, 80]), ([50, 50], [45, 55]), ([50, 52, 90], [46, 56, 90]),
      ([0, 0, 0], [5, 15, 25]), ([100, 99], [95, 85]), ([40, 50, 54], [38, 48, 58]),
    ])
  func positions(places: [Double], expected: [Double]) {
    #expect(Self.middles(places) == expected)
  }

  @Test("None covers another, and all stay within the range", arguments: 1...40)
  func spacing(count: Int) {
    let places = (0..<count).map { Double(($0 * 37) % 101) }
    let length = min(10, 100 / Double(count))
    let middles = Self.middles(places, length: length).sorted()
    for (one, next) in zip(middles, middles.dropFirst()) { #expect(next - one >= length - 1e-9) }
    #expect(middles.allSatisfy { $0 >= length / 2 - 1e-9 && $0 <= 100 - length / 2 + 1e-9 })
  }

  @Test("Too many labels stand equally close")
  func tooMany() {
    #expect(Self.middles([1, 2, 3, 4], length: 50) == [12.5, 37.5, 62.5, 87.5])
  }
}
