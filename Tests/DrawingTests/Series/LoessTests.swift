import Testing

@testable import Drawing

struct LoessTests {
  private static func line(_ count: Int, _ value: (Double) -> Double) -> [ChartPoint] {
    (0..<count).map { ChartPoint(x: Double($0), y: value(Double($0))) }
  }

  @Test("A straight line stays as it is at any magnitude", arguments: [1e-300, 1e-9, 1, 1e300])
  func straight(magnitude: Double) {
    let points = Self.line(60) { ($0 / 60 - 0.3) * magnitude }
    for (smooth, point) in zip(Loess.line(points), points) {
      #expect(abs(smooth.y - point.y) <= magnitude * 1e-9)
    }
  }

  @Test("A single outlier hardly moves the line")
  func outlier() {
    var points = Self.line(101) { $0 * 0.01 + ($0.truncatingRemainder(dividingBy: 2) - 0.5) * 0.02 }
    points[50] = ChartPoint(x: 50, y: 100)
    let smooth = Loess.line(points)
    #expect(smooth.count == 101 && abs(smooth[50].y - 0.5) < 0.05)
  }

  @Test("A wave of steps is smoothed, and follows the slow one")
  func noise() {
    let points = Self.line(200) { $0 * 0.01 + ($0.truncatingRemainder(dividingBy: 2) - 0.5) }
    let smooth = Loess.line(points)
    for (place, point) in smooth.enumerated() { #expect(abs(point.y - Double(place) * 0.01) < 0.1) }
  }

  @Test("Gaps, infinite values, equal steps and few points do no harm")
  func hostile() {
    #expect(Loess.line([]).isEmpty)
    #expect(Loess.line(Self.line(1) { _ in 3 }).map(\.y) == [3])
    let same = (0..<20).map { ChartPoint(x: 1, y: Double($0 % 2)) }
    #expect(Loess.line(same).allSatisfy { (0...1).contains($0.y) })
    let broken = Self.line(30) { $0 < 5 ? .nan : $0 < 8 ? .infinity : $0 }
    #expect(Loess.line(broken).count == 22)
    let constant = Self.line(40) { _ in 7 }
    #expect(Loess.line(constant).allSatisfy { $0.y == 7 })
  }

  @Test("Many points become a few hundred places")
  func many() {
    let smooth = Loess.line(Self.line(20_000) { $0 })
    #expect(smooth.count == 300)
    #expect(zip(smooth, smooth.dropFirst()).allSatisfy { $0.x < $1.x && $0.y < $1.y })
  }
}
