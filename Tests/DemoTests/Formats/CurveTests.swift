import Testing

@testable import Demo

struct CurveTests {
  @Test(arguments: [0.55, 0.7418, 0.8768, 0.9641])
  func rocEnclosesTheArea(area: Double) {
    let points = Curve.roc(area: area)
    #expect(abs(Curve.areaUnder(points) - area) < 0.0002)
    #expect(points.first?.recall == 0)
    #expect(points.last?.falsePositives == 1)
    #expect(points.last?.recall == 1)
    #expect(zip(points, points.dropFirst()).allSatisfy { $0.recall <= $1.recall })
  }

  @Test func fallingEndsWhereItShould() {
    let curve = Curve.falling(from: 0.9, to: 0.2081, steps: 30, seed: 5)
    #expect(curve.count == 30)
    #expect(curve.last == 0.2081)
    #expect(Curve.falling(from: 0.9, to: 0.2, steps: 30, seed: 6) != curve)
  }

  @Test func noiseIsTheSameEverywhere() {
    var noise = SampleNoise(seed: 0)
    #expect(noise.next() == Double(0xe2_20a8) / Double(1 << 23) - 1)
  }
}
